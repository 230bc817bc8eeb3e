import CFB from 'cfb';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { unpack } from './unpack.ts';

/** A compound file of these streams, by their paths. */
function compound(streams: Readonly<Record<string, string | Buffer>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) {
    CFB.utils.cfb_add(file, `/${path}`, Buffer.from(content));
  }
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const properties = '__properties_version1.0';
const attachment = (n: number): string => `__attach_version1.0_#0000000${n}`;

describe('an Outlook message', () => {
  test('gives its text and what is attached', async () => {
    const bytes = compound({
      [properties]: 'x',
      '__substg1.0_1000001F': wide('见附件'),
      [`${attachment(0)}/__substg1.0_3707001F`]: wide('自评表.doc\0'),
      [`${attachment(0)}/__substg1.0_37010102`]: '一',
      [`${attachment(1)}/__substg1.0_3704001E`]: iconv.encode('汇总.xls', 'gbk'),
      [`${attachment(1)}/__substg1.0_37010102`]: '二'.repeat(3000),
    });
    expect(await unpack(bytes)).toEqual({
      kind: 'MSG',
      members: [
        ['正文.txt', '见附件'],
        ['自评表.doc', '一'],
        ['汇总.xls', '二'.repeat(3000)],
      ],
      error: null,
    });
  });

  test('prefers its text as a page, else as RTF', async () => {
    const page = compound({
      [properties]: 'x',
      '__substg1.0_1000001F': wide('文'),
      '__substg1.0_10130102': '<p>文</p>',
    });
    expect((await unpack(page)).members).toEqual([['正文.html', '<p>文</p>']]);
    // The example of [MS-OXRTFCP] 4.1.1.
    const rtf = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    const message = compound({ [properties]: 'x', '__substg1.0_10090102': rtf });
    expect((await unpack(message)).members).toEqual([
      ['正文.rtf', '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n'],
    ]);
  });

  test('gives what is in a message attached to it', async () => {
    const inner = `${attachment(0)}/__substg1.0_3701000D`;
    const bytes = compound({
      [properties]: 'x',
      [`${attachment(0)}/__substg1.0_3001001F`]: wide('转发'),
      [`${inner}/${properties}`]: 'x',
      [`${inner}/__substg1.0_1000001F`]: wide('内文'),
      [`${inner}/${attachment(0)}/__substg1.0_3707001F`]: wide('表.doc'),
      [`${inner}/${attachment(0)}/__substg1.0_37010102`]: '三',
    });
    expect((await unpack(bytes)).members).toEqual([
      ['转发/正文.txt', '内文'],
      ['转发/表.doc', '三'],
    ]);
  });

  test('is none where a document only has a message inside', async () => {
    const bytes = compound({ WordDocument: 'x', [`ObjectPool/_1/${properties}`]: 'y' });
    expect((await unpack(bytes)).kind).toBeUndefined();
  });
});
