import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { mailKind } from '../../../extractors/containers/mail-kind.ts';
import { containerOf } from '../../../extractors/containers.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { unpack } from './unpack.ts';

const mail = (...lines: readonly (string | Buffer)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]))),
  );
const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');
const head = [
  'From: =?GB2312?B?zrW+1g==?= <a@x.gov.cn>',
  'To: b@x.gov.cn',
  'Subject: =?UTF-8?B?6Ieq6K+E?=',
  'MIME-Version: 1.0',
];
const mixed = [...head, 'Content-Type: multipart/mixed; boundary="b"', ''];

describe('a mail', () => {
  test('gives its text and what is attached, under decoded names', async () => {
    const gbkName = `=?GB18030?B?${base64(iconv.encode('自评表.doc', 'gb18030'))}?=`;
    const { kind, members } = await unpack(
      mail(
        ...mixed,
        '--b',
        'Content-Type: multipart/alternative; boundary="c"',
        '',
        '--c',
        'Content-Type: text/plain; charset=gbk',
        '',
        iconv.encode('见附件', 'gbk'),
        '--c',
        'Content-Type: text/html; charset=gbk',
        'Content-Transfer-Encoding: base64',
        '',
        base64(iconv.encode('<p>见附件</p>', 'gbk')),
        '--c--',
        '--b',
        `Content-Type: application/msword; name="${gbkName}"`,
        'Content-Disposition: attachment',
        'Content-Transfer-Encoding: base64',
        '',
        base64('一'),
        '--b',
        'Content-Type: application/octet-stream',
        "Content-Disposition: attachment; filename*0*=GB18030''%D7%D4%C6%C0; filename*1*=%B1%ED.xls",
        '',
        '二',
        '--b',
        'Content-Type: application/pdf',
        Buffer.concat([
          Buffer.from('Content-Disposition: attachment; filename="'),
          iconv.encode('报告.pdf', 'gbk'),
          Buffer.from('"'),
        ]),
        '',
        '三',
        '--b',
        'Content-Type: application/pkcs7-signature; name=smime.p7s',
        '',
        'x',
        '--b--',
      ),
    );
    expect(kind).toBe('EML');
    expect(members.map(([path]) => path)).toEqual([
      '正文.html',
      '自评表.doc',
      '自评表.xls',
      '报告.pdf',
    ]);
    expect(members.slice(1).map(([, text]) => text.trim())).toEqual(['一', '二', '三']);
  });

  test('gives its text as a page or as plain text, and none where it says nothing', async () => {
    expect((await unpack(mail(...head, '', '一、概况'))).members).toEqual([
      ['正文.txt', '一、概况\n'],
    ]);
    const empty = [
      '<html><head><style>p{}</style><title>x</title></head><body><p>&nbsp;</p><!-- x --></body>',
      '<div><br></div>',
      '',
    ];
    for (const body of empty) {
      expect((await unpack(mail(...head, 'Content-Type: text/html', '', body))).members).toEqual(
        [],
      );
    }
  });

  test('gives a mail attached to it as a mail', async () => {
    const { members } = await unpack(
      mail(
        ...mixed,
        '--b',
        'Content-Type: message/rfc822',
        '',
        'From: a@x',
        'To: c@x',
        'Subject: inner',
        'Content-Type: text/plain',
        '',
        '内',
        '--b--',
      ),
    );
    expect(members.map(([path]) => path)).toEqual(['附件1.eml']);
    expect(members[0]?.[1]).toContain('Content-Type: text/plain\n');
    const inner = await unpack(Buffer.from(members[0]?.[1] ?? ''));
    expect([inner.kind, inner.members.map(([, text]) => text.trim())]).toEqual(['EML', ['内']]);
  });

  test('is one where forwarding left it a subject and its type only', async () => {
    const inner = mail(
      'Subject: fw',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; name="a.txt"',
      'Content-Disposition: attachment; filename="a.txt"',
      '',
      '内',
      '--b--',
    );
    expect((await unpack(inner)).members.map(([path]) => path)).toEqual(['a.txt']);
  });

  test('has no attachment that leads anywhere, and no picture of its text', async () => {
    const { members } = await unpack(
      mail(
        ...head,
        'Content-Type: multipart/related; boundary="b"',
        '',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>文<img src=cid:i>',
        '--b',
        'Content-Type: image/png; name=i.png',
        'Content-ID: <i>',
        '',
        'png',
        '--b',
        'Content-Type: application/pdf; name="../../etc/passwd"',
        '',
        'x',
        '--b--',
      ),
    );
    expect(members.map(([path]) => path)).toEqual(['正文.html', '..／..／etc／passwd']);
  });

  test('cut off gives what is there', async () => {
    const { members } = await unpack(
      mail(
        ...mixed,
        '--b',
        'Content-Type: application/pdf; name=a.pdf',
        'Content-Transfer-Encoding: base64',
        '',
        base64('文件'),
      ),
    );
    expect(members).toEqual([['a.pdf', '文件']]);
  });
});

describe('a mail is known', () => {
  test.each([
    ['From: a@x\r\nTo: b@x\r\nMIME-Version: 1.0\r\n\r\nx', 'mail'],
    ['Received: from x\r\n\tby y\r\nMessage-ID: <1>\r\nFrom: a\r\n\r\nx', 'mail'],
    [
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"\r\n\r\nx',
      'page',
    ],
    ['MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\nx', 'page'],
    ['From: 甲\n主题：x\n\n正文', null],
    ['项目: 道路\n金额: 100\n\n正文', null],
    ['一、概况', null],
  ])('by its headers: %j', (text, kind) => {
    expect(mailKind(new TextEncoder().encode(text))).toBe(kind);
  });

  test('and a page saved as one is no container', async () => {
    const page = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\nx';
    expect(containerOf(await probeFile(new TextEncoder().encode(page)))).toBeUndefined();
  });
});
