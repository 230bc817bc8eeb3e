import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectedSamples,
  printExpectedSamples,
  writeSamples,
} from '../../samples/generator/write-samples.ts';
import { formTypes } from '../../schemas/codes.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const documents = join(samples, 'documents');
const committed = readdirSync(documents).sort();
const wordFiles = committed.filter((name) => name.endsWith('.docx'));

/** Names of an XML text's elements; throws where it is not well-formed. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

function readParts(name: string): Record<string, string> {
  const files = unzipSync(readFileSync(join(documents, name)));
  return Object.fromEntries(Object.entries(files).map(([part, bytes]) => [part, strFromU8(bytes)]));
}

describe('the committed samples', () => {
  let directory = '';

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'guidang-samples-'));
    writeSamples(directory);
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('are exactly the files the generator writes', () => {
    expect(readdirSync(directory).sort()).toEqual(committed);
  });

  it.each(committed)('%s is reproduced byte for byte', (name) => {
    const written = readFileSync(join(directory, name));
    expect(written.equals(readFileSync(join(documents, name)))).toBe(true);
  });

  it('are described by expected.json as the generator knows them', () => {
    const printed = readFileSync(join(samples, 'expected.json'), 'utf8');
    expect(printed).toBe(printExpectedSamples());
    expect(JSON.parse(printed)).toEqual(expectedSamples());
  });
});

describe('the Word samples', () => {
  it.each(wordFiles)('%s has only well-formed parts, and all parts it names', (name) => {
    const parts = readParts(name);
    for (const [part, xml] of Object.entries(parts)) {
      expect(elementsOf(xml), part).not.toHaveLength(0);
    }
    for (const [, target = ''] of parts['[Content_Types].xml']?.matchAll(/PartName="\/([^"]+)"/g) ??
      []) {
      expect(Object.keys(parts)).toContain(target);
    }
  });

  it.each(wordFiles)('%s opens in mammoth with every table it holds', async (name) => {
    const xml = readParts(name)['word/document.xml'] ?? '';
    const written = elementsOf(xml).filter((element) => element === 'w:tbl').length;
    const { value } = await mammoth.convertToHtml({ buffer: readFileSync(join(documents, name)) });
    expect(value.match(/<table>/g)).toHaveLength(written);
  });

  it.each([
    ['a horizontal merge', '<w:gridSpan '],
    ['a vertical merge', '<w:vMerge w:val="restart"/>'],
    ['a deleted revision', '<w:delText '],
    ['an inserted revision', '<w:ins '],
    ['a content control', '<w:sdt>'],
    ['a text box', '<w:txbxContent>'],
    ['hidden text', '<w:vanish/>'],
    ['a footnote', '<w:footnoteReference '],
    ['automatic numbering', '<w:numPr>'],
    ['a landscape page', 'w:orient="landscape"'],
    ['a repeated header row', '<w:tblHeader/>'],
    ['a page break', '<w:pageBreakBefore/>'],
    ['a bookmark', '<w:bookmarkStart '],
  ])('show %s', (_, markup) => {
    const holders = wordFiles.filter((name) =>
      readParts(name)['word/document.xml']?.includes(markup),
    );
    expect(holders).not.toHaveLength(0);
  });

  it('show a table inside a cell', () => {
    const nested = wordFiles.filter((name) =>
      readParts(name)['word/document.xml']?.includes('</w:tbl><w:p/></w:tc>'),
    );
    expect(nested).not.toHaveLength(0);
  });
});

describe('the text samples', () => {
  it('are tab-led dumps in UTF-8 and one plain text that only GB18030 decodes', () => {
    const texts = committed.filter((name) => name.endsWith('.txt'));
    const decoded = texts.map((name) => {
      const bytes = readFileSync(join(documents, name));
      const utf8 = new TextDecoder('utf-8').decode(bytes);
      if (!utf8.includes('\ufffd')) return { encoding: 'utf-8', text: utf8 };
      return { encoding: 'gb18030', text: new TextDecoder('gb18030').decode(bytes) };
    });
    expect(decoded.map(({ encoding }) => encoding).sort()).toEqual(['gb18030', 'utf-8', 'utf-8']);
    for (const { encoding, text } of decoded) {
      expect(text).toContain('绩效自评报告');
      expect(text).not.toContain('\ufffd');
      expect(/^\t/m.test(text)).toBe(encoding === 'utf-8');
    }
  });
});

describe('the truth about the samples', () => {
  const expected = Object.entries(expectedSamples());

  it('is told in README.md for the same files, with the same mistakes', () => {
    const readme = readFileSync(join(samples, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([^`]+)` \|.*\| ([^|]*) \|$/gm)].map(
      ([, name = '', mistakes = '']) =>
        [name, [...mistakes.matchAll(/`(\w+)`/g)].map(([, code]) => code)] as const,
    );
    const truth = expected.map(([name, { anomalies }]) => [name, anomalies] as const);
    expect(rows.map(([name, codes]) => [name, [...codes].sort()])).toEqual(truth);
  });

  it('names only form types of the contract, and every form has a year and a unit', () => {
    for (const [name, { forms }] of expected) {
      expect(forms, name).not.toHaveLength(0);
      for (const form of forms) {
        expect(formTypes).toContain(form.form_type);
        expect(form.fiscal_year).toBeGreaterThan(2020);
        expect(form.unit_name).not.toBe('');
      }
    }
  });

  it('covers all five kinds of form and the years 2022 to 2024', () => {
    const forms = expected.flatMap(([, document]) => document.forms);
    expect(new Set(forms.map(({ form_type }) => form_type))).toEqual(
      new Set([
        'overall_target',
        'overall_self_evaluation',
        'overall_base_data',
        'project_self_evaluation',
        'overall_report',
        'project_report',
      ]),
    );
    const years = new Set(forms.map(({ fiscal_year }) => fiscal_year));
    for (const year of [2022, 2023, 2024]) expect(years).toContain(year);
  });

  it('leaves files without a mistake beside those with one', () => {
    const clean = expected.filter(([, { anomalies }]) => anomalies.length === 0);
    expect(clean.length).toBeGreaterThanOrEqual(5);
    expect(clean.length).toBeLessThan(expected.length);
  });
});

const contractPath = fileURLToPath(new URL('../../../shared/contract.md', import.meta.url));

describe.skipIf(!existsSync(contractPath))('against the public contract', () => {
  it('the mistakes carry rule codes that the contract names', () => {
    const contract = readFileSync(contractPath, 'utf8');
    const codes = new Set(contract.slice(contract.indexOf('## 3. Rule codes')).match(/\w+/g));
    const used = Object.values(expectedSamples()).flatMap(({ anomalies }) => anomalies);
    for (const code of used) expect(codes).toContain(code);
  });
});
