import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { pdf } from '../../../extractors/pdf/pdf.ts';
import { account, draw, textOf } from './draw.ts';
import { firstObject, pdfFile, say, stream } from './pdf-file.ts';

/** A form of one field whose looks the file does not hold. */
async function filled(field: string) {
  const widget = `<< /Type /Annot /Subtype /Widget /T (a) /Rect [100 700 200 720] /DA (/F2 10 Tf 0 g) ${field} >>`;
  const drawn = await draw(
    pdfFile([{ content: say('得分', 50, 702), entries: `/Annots [${firstObject} 0 R]` }], {
      objects: [widget],
      catalog: `/AcroForm << /Fields [${firstObject} 0 R] /DR << /Font << /F2 6 0 R >> >> >>`,
    }),
  );
  expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  return drawn.pages.map(textOf).join('');
}

describe('a field without looks', () => {
  test.each([
    ['of text', '/FT /Tx /V (98.5)', '得分98.5'],
    ['of several lines', '/FT /Tx /Ff 4096 /V (98\n5)', '得分985'],
    ['of a choice', '/FT /Ch /Ff 131072 /Opt [(A) (B)] /V (B)', '得分B'],
    ['that nobody filled', '/FT /Tx', '得分'],
    ['that is hidden', '/FT /Tx /V (98.5) /F 2', '得分'],
  ])('%s shows its value', async (_, field, text) => {
    expect(await filled(field)).toBe(text);
  });

  test.each([
    ['ticked', '/Yes', '得分☑'],
    ['not ticked', '/Off', '得分'],
  ])('of a box %s', async (_, value, text) => {
    const looks = '/AP << /N << /Yes null >> /D << /Yes null >> >>';
    expect(await filled(`/FT /Btn /V ${value} /AS ${value} ${looks}`)).toBe(text);
  });
});

test('a form that only its own program lays out is noticed', async () => {
  const { notices } = await pdf.extract(
    pdfFile([say('请稍候', 50, 702)], {
      objects: [stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>')],
      catalog: `/AcroForm << /Fields [] /XFA ${firstObject} 0 R >>`,
    }),
    defaultLimits,
  );
  expect(notices.map(({ code }) => code)).toEqual(['form-unread']);
});
