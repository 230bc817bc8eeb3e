import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readPeer, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { probeFile } from '../../../extractors/probe.ts';
import { spreadsheet } from '../../../extractors/spreadsheet/spreadsheet.ts';
import { read } from './workbook-file.ts';

const folder = join(import.meta.dirname, '../../../../shared/real');

function files(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:xlsx?|et|ods)$/i.test(name) && !name.includes('protected'),
  );
}

/** What another reader finds in the cells of a workbook, without regard to how numbers show. */
function peerTexts(bytes: Uint8Array): string[] {
  const book = readPeer(bytes, { type: 'array' });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    const rows: unknown[][] = sheet ? utils.sheet_to_json(sheet, { header: 1, raw: true }) : [];
    return rows.flat().filter((value) => typeof value === 'string');
  });
}

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

describe.skipIf(!existsSync(folder))('workbooks of others', () => {
  test.each(files())('%s holds every text that another reader finds', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    expect(spreadsheet.formatOf(await probeFile(bytes), name)).not.toBeNull();
    const { value } = await read(bytes);
    const held = new Set<string>();
    for (const block of value.blocks) {
      if (block.kind === 'table') for (const cell of block.cells) held.add(squeeze(cell.text));
    }
    const paragraphs = value.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    const rest = squeeze([...paragraphs, ...value.leftovers.map(({ text }) => text)].join(''));
    const lost = peerTexts(bytes)
      .map(squeeze)
      .filter((text) => text !== '' && !held.has(text) && !rest.includes(text));
    expect(lost).toEqual([]);
  });
});
