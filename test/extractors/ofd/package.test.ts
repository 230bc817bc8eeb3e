import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ofd } from '../../../extractors/ofd/ofd.ts';
import { probeFile } from '../../../extractors/probe.ts';
import {
  asides,
  drawing,
  membersOf,
  pack,
  packageFile,
  page,
  part,
  text,
  textOf,
} from './package-file.ts';
import { read } from './read.ts';

const body = (root: string, more = ''): string =>
  `<ofd:DocBody>${more}<ofd:DocRoot>${root}</ofd:DocRoot></ofd:DocBody>`;
const document = (base: string, ...places: string[]): string =>
  part(
    'Document',
    `<ofd:CommonData/><ofd:Pages>${places.map((place, at) => `<ofd:Page ID="${at}" BaseLoc="${base}${place}"/>`).join('')}</ofd:Pages>`,
  );

describe('an OFD file', () => {
  test('is known by its entry part, whatever the letter case', async () => {
    for (const name of ['OFD.xml', 'ofd.XML']) {
      const probe = await probeFile(pack({ [name]: part('OFD', '') }));
      expect(ofd.formatOf(probe, 'a.bin')).toBe('ofd');
    }
    const other = await probeFile(pack({ 'a/OFD.xml': part('OFD', '') }));
    expect(ofd.formatOf(other, 'a.ofd')).toBe(null);
  });

  test('may hold several documents: their pages follow each other', async () => {
    const bytes = pack({
      'OFD.xml': part('OFD', body('Doc_0/Document.xml') + body('/Doc_1/Document.xml')),
      'Doc_0/Document.xml': document('', 'A.xml'),
      'Doc_1/Document.xml': document('/Doc_1/', 'B.xml', 'C.xml'),
      'Doc_0/A.xml': page(text(9, 9, 5, '甲')),
      'Doc_1/B.xml': page(text(9, 9, 5, '乙')),
      'Doc_1/C.xml': page(text(9, 9, 5, '丙')),
    });
    const drawn = await drawing(bytes);
    expect(drawn.pages.map((_, at) => textOf(drawn, at))).toEqual(['甲', '乙', '丙']);
    expect(drawn.pages.map((each) => each.page)).toEqual([1, 2, 3]);
    expect((await read(bytes)).value.pages).toBe(3);
  });

  test('is found its way through backslashes, other letter case and wrong folders', async () => {
    const bytes = pack({
      'OFD.xml': part('OFD', body('doc_0\\Document.xml')),
      'Doc_0/Document.xml': document('', 'pages\\P_0\\Content.xml', 'Doc_0/Pages/P_1.xml'),
      'Doc_0/Pages/P_0/Content.xml': page(text(9, 9, 5, '甲')),
      'Doc_0/Pages/P_1.xml': page(text(9, 9, 5, '乙')),
    });
    const drawn = await drawing(bytes);
    expect(drawn.pages.map((_, at) => textOf(drawn, at))).toEqual(['甲', '乙']);
  });

  test('never leads out of the package', async () => {
    const bytes = pack({
      'OFD.xml': part('OFD', body('../../Doc_0/./Document.xml')),
      'Doc_0/Document.xml': document('../../../../Doc_0/', 'A.xml'),
      'Doc_0/A.xml': page(text(9, 9, 5, '甲')),
    });
    expect(textOf(await drawing(bytes))).toBe('甲');
  });

  test('kept in versions is read in the one that is in force', async () => {
    const versions =
      '<ofd:Versions><ofd:Version ID="1" BaseLoc="V1.xml"/><ofd:Version ID="2" Current="true" BaseLoc="V2.xml"/></ofd:Versions>';
    const members = membersOf([page(text(9, 9, 5, '旧'))], { body: versions });
    const drawn = await drawing(
      pack({
        ...members,
        'V1.xml': part('DocVersion', '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'),
        'V2.xml': part('DocVersion', '<ofd:DocRoot>Doc_0/V2/Document.xml</ofd:DocRoot>'),
        'Doc_0/V2/Document.xml': document('', 'A.xml'),
        'Doc_0/V2/A.xml': page(text(9, 9, 5, '新')),
      }),
    );
    expect(textOf(drawn)).toBe('新');
  });

  test('of a draft of the standard, or without prefixes, is read all the same', async () => {
    const change = (xml: string): string => xml.replaceAll('/2016', '').replaceAll('ofd:', '');
    const members = membersOf([page(text(9, 9, 5, '预算'))]);
    const changed = Object.entries(members).map(([name, xml]) => [name, change(xml)]);
    expect(textOf(await drawing(pack(Object.fromEntries(changed))))).toBe('预算');
  });

  test('says when it was last changed, in whatever way', async () => {
    const times: [string, string | null][] = [
      ['<ofd:ModDate>2025-03-10</ofd:ModDate>', '2025-03-10T00:00:00.000Z'],
      ['<ofd:ModDate>2021-05-28T12:50:45+08:00</ofd:ModDate>', '2021-05-28T04:50:45.000Z'],
      ['<ofd:CreationDate>2020/1/5 15:11:19</ofd:CreationDate>', '2020-01-05T15:11:19.000Z'],
      ['<ofd:CreationDate>20201010151120</ofd:CreationDate>', '2020-10-10T15:11:20.000Z'],
      ["<ofd:ModDate>D:20220708103442+08'00'</ofd:ModDate>", '2022-07-08T02:34:42.000Z'],
      [
        '<ofd:CreationDate>2019-01-01</ofd:CreationDate><ofd:ModDate>2020-01-01</ofd:ModDate>',
        '2020-01-01T00:00:00.000Z',
      ],
      ['<ofd:ModDate>2025-13-40</ofd:ModDate>', null],
      ['<ofd:ModDate>昨天</ofd:ModDate>', null],
      ['', null],
    ];
    for (const [info, expected] of times) {
      const bytes = pack({
        ...membersOf([page(text(9, 9, 5, '甲'))]),
        'OFD.xml': part('OFD', body('Doc_0/Document.xml', `<ofd:DocInfo>${info}</ofd:DocInfo>`)),
      });
      expect((await read(bytes)).value.modifiedAt).toBe(expected);
    }
  });

  test('gives the files attached to it under their names', async () => {
    const list = [
      '<ofd:Attachment ID="1" Name="明细"><ofd:FileLoc>Attachs/a.xlsx</ofd:FileLoc></ofd:Attachment>',
      '<ofd:Attachment ID="2" Name="..\\..\\说明.txt"><ofd:FileLoc>/Doc_0/b.dat</ofd:FileLoc></ofd:Attachment>',
      '<ofd:Attachment ID="3" Name="丢失"><ofd:FileLoc>c.dat</ofd:FileLoc></ofd:Attachment>',
    ];
    const { attachments, notices } = await read(
      packageFile([page(text(9, 9, 5, '甲'))], {
        more: '<ofd:Attachments>Attachments.xml</ofd:Attachments>',
        members: {
          'Doc_0/Attachments.xml': part('Attachments', list.join('')),
          'Doc_0/Attachs/a.xlsx': strToU8('A'),
          'Doc_0/b.dat': strToU8('B'),
        },
      }),
    );
    expect(attachments?.map(({ name, bytes }) => [name, strFromU8(bytes)])).toEqual([
      ['明细.xlsx', 'A'],
      ['说明.txt', 'B'],
    ]);
    expect(notices).toEqual([expect.objectContaining({ code: 'part-missing', at: 'c.dat' })]);
  });

  test('of images alone has no text; a page of an image among others is noticed', async () => {
    const image = page('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>');
    await expect(read(packageFile([image, image]))).rejects.toMatchObject({ code: 'no_text' });
    const { notices } = await read(packageFile([page(text(9, 9, 5, '甲')), image, page('')]));
    expect(notices.map(({ code, at }) => [code, at])).toEqual([['page-without-text', '第2页']]);
  });

  test('that was scanned has no text in its page numbers and in what nobody sees', async () => {
    const scan = '<ofd:ImageObject Boundary="10 10 190 270" ResourceID="9"/>';
    const hidden = text(9, 9, 5, '扫描软件认出的字'.repeat(9), '', 'Fill="false"');
    const number = text(100, 285, 4, '- 1 -');
    await expect(read(packageFile([page(scan + hidden + number)]))).rejects.toMatchObject({
      code: 'no_text',
    });
    const logo = '<ofd:ImageObject Boundary="10 10 20 20" ResourceID="9"/>';
    expect((await read(packageFile([page(logo + number)]))).notices).toEqual([]);
  });

  test('whose characters have no meaning keeps them aside', async () => {
    const garbage = text(9, 40, 5, '\ue001\ue002\ufffd1');
    const { value, notices } = await read(packageFile([page(text(9, 9, 5, '预算') + garbage)]));
    expect(notices.map(({ code }) => code)).toEqual(['characters-unread']);
    expect(value.leftovers).toMatchObject([{ reason: 'unread' }]);
  });
});

describe('what lies over a page', () => {
  const looks = (content: string): string =>
    `<ofd:Appearance Boundary="50 60 90 90">${text(0, 0, 5, content)}<ofd:PathObject Boundary="0 0 50 1"><ofd:AbbreviatedData>M 0 0 L 50 0</ofd:AbbreviatedData></ofd:PathObject></ofd:Appearance>`;
  const annots = [
    `<ofd:Annot Type="Watermark">${looks('密')}</ofd:Annot>`,
    `<ofd:Annot Type="Stamp">${looks('章')}</ofd:Annot>`,
    `<ofd:Annot Type="Stamp" Subtype="FreeText">${looks('注')}</ofd:Annot>`,
    `<ofd:Annot Type="Highlight"><ofd:Remark>请核对</ofd:Remark>${looks('亮')}</ofd:Annot>`,
    `<ofd:Annot Type="Link" Visible="false">${looks('藏')}</ofd:Annot>`,
  ];
  const bytes = packageFile([page(text(9, 9, 5, '正'))], {
    more: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
    members: {
      'Doc_0/Annots/Annotations.xml': part(
        'Annotations',
        '<ofd:Page PageID="p0"><ofd:FileLoc>P_0/Annotation.xml</ofd:FileLoc></ofd:Page>',
      ),
      'Doc_0/Annots/P_0/Annotation.xml': part('PageAnnot', annots.join('')),
    },
  });

  test('is no part of its text unless typed on it, and draws no line of a table', async () => {
    const drawn = await drawing(bytes);
    expect(textOf(drawn)).toBe('正注');
    expect(asides(drawn)).toEqual({ watermark: '密', seal: '章', comment: '亮', hidden: '藏' });
    expect(drawn.notices.map(({ code }) => code)).toEqual(['text-typed-on']);
    expect(drawn.pages[0]?.segments).toEqual([]);
    expect(drawn.pages[0]?.glyphs[1]).toMatchObject({ x0: 50 * (72 / 25.4) });
  });

  test('is kept with its reason, a remark beside it as well', async () => {
    const { leftovers } = (await read(bytes)).value;
    const kept = leftovers.map(({ reason, text: kind }) => `${reason} ${kind}`);
    expect(kept).toContain('comment 请核对');
    expect(kept).toContain('watermark 密');
    expect(kept).toContain('seal 章');
  });

  test('may be named and not there', async () => {
    const { notices } = await read(
      packageFile([page(text(9, 9, 5, '正'))], {
        more: '<ofd:Annotations>Annots/None.xml</ofd:Annotations>',
      }),
    );
    expect(notices).toMatchObject([{ code: 'part-missing', at: 'Annots/None.xml' }]);
  });
});

describe('a seal', () => {
  const sealed = (value: Uint8Array): Uint8Array =>
    packageFile([page(text(9, 9, 5, '正'))], {
      body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
      members: {
        'Doc_0/Signs/Signatures.xml': part(
          'Signatures',
          '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>',
        ),
        'Doc_0/Signs/Sign_0/Signature.xml': part(
          'Signature',
          '<ofd:SignedInfo/><ofd:SignedValue>SignedValue.dat</ofd:SignedValue>',
        ),
        'Doc_0/Signs/Sign_0/SignedValue.dat': value,
      },
    });
  const around = (inner: Uint8Array): Uint8Array =>
    new Uint8Array([0x30, 0x82, 1, 2, ...inner, 3, 4, 5]);

  test('drawn as an OFD file says what it says', async () => {
    const picture = packageFile([page(text(9, 9, 5, '财政局') + text(9, 9, 5, '章'))]);
    const { leftovers } = (await read(sealed(around(picture)))).value;
    expect(leftovers).toEqual([
      {
        page: null,
        location: 'Doc_0/Signs/Sign_0/SignedValue.dat',
        text: '财政局章',
        reason: 'seal',
      },
    ]);
  });

  test('that is an image, or damaged, stops nothing', async () => {
    expect((await read(sealed(strToU8('PNG')))).value.leftovers).toEqual([]);
    const damaged = packageFile([page(text(9, 9, 5, '财政局'))]).fill(0, 40, 80);
    expect((await read(sealed(around(damaged)))).notices).toMatchObject([{ code: 'seal-unread' }]);
  });
});
