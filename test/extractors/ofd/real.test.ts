import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asides, drawing, mm, textOf } from './package-file.ts';
import { codeOf, read } from './read.ts';

const folder = '../shared/real';
const file = (name: string): Uint8Array => readFileSync(`${folder}/${name}`);

describe.skipIf(!existsSync(folder))("other people's files", () => {
  test('a converted form: text in points within millimetres, lines as bars', async () => {
    const drawn = await drawing(file('budget-and-performance/signout.ofd'));
    const text = textOf(drawn);
    expect(text).toContain('市政府文件处理');
    expect(text).toContain('府办专督〔2020〕24号');
    expect(text).toContain('测试文本注释');
    expect(asides(drawn)).toEqual({});
    const page = drawn.pages[0];
    const letters = page?.glyphs.filter(({ text: shown }) => '来号'.includes(shown)) ?? [];
    expect(letters.every(({ size }) => Math.abs(size - 12) < 0.1)).toBe(true);
    // The outer frame, to the half millimetre.
    const xs = page?.segments.flatMap(({ x0, x1 }) => [x0, x1]).map((x) => mm(x)) ?? [];
    expect(Math.min(...xs)).toBeCloseTo(27.3, 0);
    expect(Math.max(...xs)).toBeCloseTo(182.2, 0);
  });

  test('an invoice: lines on a template, attachment, seal in the signature', async () => {
    const bytes = file('awkward/发票示例.ofd');
    const drawn = await drawing(bytes);
    expect(textOf(drawn)).toContain('重庆增值税电子普通发票');
    expect(drawn.pages[0]?.segments.length).toBeGreaterThan(15);
    const { value, attachments } = await read(bytes);
    expect(attachments?.map(({ name }) => name)).toEqual(['original_invoice.xml']);
    expect(value.leftovers).toContainEqual(
      expect.objectContaining({ reason: 'seal', text: expect.stringContaining('国家税务总局') }),
    );
    expect(value.modifiedAt).toBe('2020-10-10T00:00:00.000Z');
  });

  test('pages of images alone have no text', async () => {
    expect(await codeOf(file('government-and-financial/containsJPEG.ofd'))).toBe('no_text');
  });

  test('all others are read whole', async () => {
    for (const [name, text] of [
      ['awkward/test-ofda.ofd', 'HelloOFD-A'],
      ['awkward/文字横向-数科.ofd', '一二三四'],
      ['government-and-financial/n.ofd', '关于同意张阿三同志辞职的批复'],
      ['government-and-financial/DigitalSign.ofd', 'OFDReader&Writer！'],
      ['government-and-financial/AddAttachment_relativepathversion.ofd', '附件的OFD文件'],
    ] as const) {
      const bytes = file(name);
      await read(bytes);
      expect(textOf(await drawing(bytes))).toContain(text);
    }
  });
});
