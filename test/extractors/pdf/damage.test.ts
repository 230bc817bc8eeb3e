import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { pdf } from '../../../extractors/pdf/pdf.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { draw } from './draw.ts';
import { firstObject, pdfFile, say, stream } from './pdf-file.ts';

const text = say('本单位全年预算执行率达到百分之九十八。', 72, 700);

/** The code of the error a file gives, 'read' where it gives none. */
async function codeOf(bytes: Uint8Array, limits = defaultLimits): Promise<string> {
  try {
    await pdf.extract(bytes, limits);
    return 'read';
  } catch (error) {
    if (error instanceof IngestError) return error.code;
    throw error;
  }
}

function append(bytes: Uint8Array, more: string): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(more, 'latin1')]);
}

describe('a file that is cut off', () => {
  const whole = pdfFile([text, text]);

  test.each([0.2, 0.5, 0.8, 0.95])('at %d of its length is refused', async (share) => {
    expect(await codeOf(whole.subarray(0, Math.floor(share * whole.length)))).toBe(
      'archive_truncated',
    );
  });

  test('is refused where an earlier version of it is whole', async () => {
    expect(await codeOf(append(whole, `${firstObject} 0 obj\n<< /Type /Page`))).toBe(
      'archive_truncated',
    );
  });

  test('is refused where it says how long it is', async () => {
    const head = Buffer.from('%PDF-1.7\n1 0 obj << /Linearized 1 /L 99999 >> endobj\n', 'latin1');
    expect(await codeOf(Buffer.concat([head, whole]))).toBe('archive_truncated');
  });
});

describe('a file that is odd and whole', () => {
  const whole = pdfFile([text]);

  test.each([
    ['without its last line break', whole.subarray(0, whole.length - 1)],
    ['without its last mark', whole.subarray(0, whole.length - 6)],
    ['with text after its end', append(whole, '<!-- served in 0.1 s -->\n')],
    ['with zeros after its end', append(whole, '\0'.repeat(3000))],
    ['with something before its start', Buffer.concat([Buffer.from('\r\n\r\n'), whole])],
    [
      'with a wrong place of its table',
      Buffer.from(
        Buffer.from(whole)
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n1'),
        'latin1',
      ),
    ],
  ])('%s is read', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('read');
  });
});

describe('limits', () => {
  test('of pages', async () => {
    expect(await codeOf(pdfFile([text, text, text]), { ...defaultLimits, pages: 2 })).toBe(
      'archive_too_large',
    );
  });

  test('of operators and glyphs, over all pages', async () => {
    expect(await codeOf(pdfFile([text, text]), { ...defaultLimits, elements: 40 })).toBe(
      'archive_too_large',
    );
  });

  test('of what streams inflate to', async () => {
    const bomb = pdfFile([text + ' '.repeat(3_000_000)], { deflate: true });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await codeOf(bomb, { ...defaultLimits, inflatedBytes: 1_000_000 })).toBe(
      'archive_too_large',
    );
    expect(await codeOf(bomb)).toBe('read');
  });

  test('a picture is never inflated', async () => {
    const image = stream(
      '\0'.repeat(3_000_000),
      '/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
      true,
    );
    const file = pdfFile(
      [
        {
          content: `${text} q 50 0 0 50 0 0 cm /I Do Q`,
          resources: `/XObject << /I ${firstObject} 0 R >>`,
        },
      ],
      { objects: [image] },
    );
    expect(await codeOf(file, { ...defaultLimits, inflatedBytes: 1_000_000 })).toBe('read');
  });
});

describe('a file that points in circles', () => {
  test('a page tree that holds itself is refused', async () => {
    const file = Buffer.from(pdfFile([text])).toString('latin1');
    const circle = file.replace('/Kids [200 0 R]', '/Kids [2 0 R  ]');
    expect(await codeOf(Buffer.from(circle, 'latin1'))).toBe('document_incomplete');
  });

  test('a form that draws itself ends', async () => {
    const form = stream(
      `/X Do ${text}`,
      `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> /XObject << /X ${firstObject} 0 R >> >>`,
    );
    const drawn = await draw(
      pdfFile([{ content: '/X Do', resources: `/XObject << /X ${firstObject} 0 R >>` }], {
        objects: [form],
      }),
    );
    expect(drawn.pages[0]?.glyphs.length).toBeGreaterThan(0);
  });

  test('forms that draw ten forms each are refused before they come to billions', async () => {
    const forms = Array.from({ length: 12 }, (_, level) =>
      stream(
        level === 11 ? '0 0 m 9 9 l S' : '/X Do '.repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X ${firstObject + level + 1} 0 R >> >>`,
      ),
    );
    const page = { content: `${text} /X Do`, resources: `/XObject << /X ${firstObject} 0 R >>` };
    const limits = { ...defaultLimits, elements: 5_000 };
    expect(await codeOf(pdfFile([page], { objects: forms }), limits)).toBe('archive_too_large');
  });

  test('q without end, and Q without beginning, end', async () => {
    const drawn = await draw(pdfFile([`${'q '.repeat(500)} Q Q ${text} ${'Q '.repeat(600)}`]));
    expect(drawn.pages[0]?.glyphs.length).toBeGreaterThan(0);
    const deep = pdfFile([`${'q '.repeat(200_000)} Q Q ${text}`]);
    expect(await codeOf(deep)).toBe('document_too_deep');
  });
});

test('a stream deflated over and over is refused before it is read', async () => {
  const once = deflateSync(Buffer.alloc(50_000_000, 0x20));
  const twice = deflateSync(once).toString('latin1');
  const extra = `<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n${twice}\nendstream`;
  const limits = { ...defaultLimits, inflatedBytes: 40_000_000 };
  expect(await codeOf(pdfFile([text], { objects: [extra] }))).toBe('read');
  expect(await codeOf(pdfFile([text], { objects: [extra] }), limits)).toBe('archive_too_large');
});

test('a damaged stream is not read as far as it goes', async () => {
  const file = Buffer.from(pdfFile([text + text.replace('700', '600')], { deflate: true }));
  const start = file.lastIndexOf('stream', file.lastIndexOf('endstream') - 1) + 7;
  for (let i = 40; i < 60; i++) file[start + i] = 0xff;
  expect(await codeOf(file)).toBe('document_incomplete');
});

describe('a Type 1 font', () => {
  const font = (code: string): string =>
    `%!PS-AdobeFont-1.0: X\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup ${code} /A put\nreadonly def\ncurrentfile eexec\n`;
  const lengths = '/Length1 150 /Length2 0 /Length3 0';

  test.each([true, false])('with a code beyond all codes is damaged', async (deflate) => {
    const program = stream(font('99999999999'), lengths, deflate);
    expect(await codeOf(pdfFile([text], { objects: [program] }))).toBe('document_incomplete');
  });

  test('with codes of a byte, or with figures elsewhere, is none', async () => {
    const objects = [
      stream(font('65'), lengths, true),
      stream(`dup 99999999999 ${font('65')} dup 99999999999`, lengths),
    ];
    expect(await codeOf(pdfFile([text], { objects }))).toBe('read');
  });
});

test('whatever bytes are changed, the file is read or refused with a code', async () => {
  const whole = pdfFile([`${text} 100 100 200 50 re S`], { deflate: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(await codeOf(bytes)).toMatch(/^[a-z_]+$/);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
