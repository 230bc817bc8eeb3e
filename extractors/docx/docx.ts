import type { Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Extraction, Extractor, Limits } from '../extractor.ts';
import { type FlowTable, toBlocks } from '../flow/flow.ts';
import { type OfficePackage, openOfficePackage } from '../opc/office-package.ts';
import { readAttachments } from './attachments.ts';
import { isMainPart } from './main-part.ts';
import { noNumbering, readNumbering } from './numbering.ts';
import { readProperties } from './properties.ts';
import { readPart, readSideParts } from './side-parts.ts';
import { closeFlow, type Story, type StorySetting } from './story.ts';
import { noStyles, readStyles } from './styles.ts';

/** Word documents (.docx, ECMA-376, transitional and strict). */
export const docx: Extractor = {
  name: 'docx',
  formats: ['docx'],
  formatOf: (probe) => (probe.zipEntries.some(isMainPart) ? 'docx' : null),
  extract: readDocument,
};

async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  const source = await openOfficePackage(bytes, limits, isMainPart);
  const sourceCharacters: Record<string, number> = {};
  const body = readBody(source, sourceCharacters);
  const side = await readSideParts(source, body, sourceCharacters);
  const embedded = await readAttachments(source, limits);
  const { pages, modifiedAt } = readProperties(source);
  const { blocks, tableNumbers } = toBlocks(closeFlow(body).items);
  return {
    value: {
      format: 'docx',
      extractor: 'docx 1',
      // A generator's template may say 1 of any document.
      pages: Math.max(pages ?? 0, body.page ?? 0),
      modifiedAt,
      blocks,
      leftovers: [...bodyLeftovers(body, tableNumbers), ...side.leftovers],
      generated: [...body.generated, ...side.generated].join(''),
      sourceCharacters,
    },
    notices: [...body.notices, ...side.notices, ...embedded.notices],
    attachments: embedded.attachments,
  };
}

function readBody(source: OfficePackage, counts: Record<string, number>): Story {
  const { mainPart } = source;
  const bytes = source.read(mainPart);
  if (!bytes || bytes.length === 0) {
    throw new IngestError('document_incomplete', `${mainPart} is empty`);
  }
  const story = readPart(source, readSetting(source), bytes, counts);
  if (!story.sawBody) throw new IngestError('document_incomplete', `${mainPart} has no body`);
  return story;
}

function readSetting(source: OfficePackage): StorySetting {
  const { mainPart, budget } = source;
  const related = (type: string): [string, Uint8Array] | null => {
    const part = source.relations(mainPart).find((relation) => relation.type === type)?.target;
    const bytes = part === undefined ? null : source.read(part);
    return part !== undefined && bytes ? [part, bytes] : null;
  };
  const styles = related('styles');
  const numbering = related('numbering');
  return {
    part: mainPart,
    styles: styles ? readStyles(...styles, budget) : noStyles,
    numbering: numbering ? readNumbering(...numbering, budget) : noNumbering,
    paged: true,
  };
}

function bodyLeftovers(body: Story, tableNumbers: ReadonlyMap<FlowTable, number>): Leftover[] {
  return body.leftovers.map(({ text, reason, page, table }) => {
    const number = table ? tableNumbers.get(table.table) : undefined;
    const place =
      table && number !== undefined ? ` 表${number} 行${table.row + 1} 列${table.column + 1}` : '';
    return { page, location: body.setting.part + place, text, reason };
  });
}
