import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { ExtractedDocument } from '../../../schemas/document.ts';
import { p, r, tbl, tc, tr, wordFile } from '../docx/word-file.ts';

/** Whether LibreOffice is installed here. */
export const hasOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

/** A file as LibreOffice saves it in another format. */
export function convert(bytes: Uint8Array, format: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-office-'));
  try {
    writeFileSync(join(folder, 'a.docx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = ['--headless', '--convert-to', format, '--outdir', folder];
    spawnSync('soffice', [profile, ...options, join(folder, 'a.docx')], { timeout: 120_000 });
    return readFileSync(join(folder, `a.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const restart = '<w:vMerge w:val="restart"/>';
const spans = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
const width = (count: number): string => `<w:tcW w:w="${900 * count}" w:type="dxa"/>`;
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** A Word document with most of what tables and text can be. */
export const sample = complete(
  wordFile(
    p('绩效自评表') +
      p('基本情况', numbered) +
      p('资金情况', numbered) +
      `<w:p>${r('金额 12.5')}${r('2', '<w:vertAlign w:val="superscript"/>')}<w:r><w:tab/></w:r>${r('暗', '<w:vanish/>')}${r('废', '<w:strike/>')}${r('“引”—')}<w:r><w:br/></w:r>${r('下行')}<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>` +
      tbl(
        4,
        tr(
          tc('甲', width(2) + spans(2) + restart),
          tc('乙', width(1) + restart),
          tc('丙', width(1)),
        ),
        tr(
          tc('<w:p/>', `${width(2) + spans(2)}<w:vMerge/>`),
          tc('<w:p/>', `${width(1)}<w:vMerge/>`),
          tc(p('丁') + p('戊', numbered), width(1)),
        ),
        tr(tc('己', width(1)), tc('庚', width(3) + spans(3))),
      ) +
      p('中间') +
      tbl(
        2,
        tr(
          tc(`${p('外')}${tbl(2, tr(tc('内', width(1)), tc('嵌', width(1))))}<w:p/>`, width(2)),
          tc('旁', width(2)),
        ),
      ) +
      p('末'),
    {
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    },
  ),
);

/** A package as LibreOffice wants it: its parts declared. */
function complete(bytes: Uint8Array): Uint8Array {
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const relation =
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${types}.numbering+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    ...unzipSync(bytes),
  });
}

/** A document's blocks without what formats cannot know alike: pages, and how wide a space is. */
export function outline({ blocks }: ExtractedDocument): unknown[] {
  const plain = (text: string): string => text.replace(/[^\S\n]+/g, ' ').trim();
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? [block.number, plain(block.text)]
      : {
          size: [block.rows, block.columns],
          parent: block.parent,
          cells: block.cells.map((cell) => [
            cell.row,
            cell.column,
            cell.rowSpan,
            cell.columnSpan,
            plain(cell.text),
          ]),
        },
  );
}
