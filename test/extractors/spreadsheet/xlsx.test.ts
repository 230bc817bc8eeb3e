import { describe, expect, test } from 'vitest';
import { cell, main, picture, read, xlsx } from './workbook-file.ts';

const office = 'http://schemas.openxmlformats.org';

describe('cells show', () => {
  test('strings: shared, rich, with readings left out, escaped, of several lines', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>0</v></c></row>';
    const strings =
      `<sst ${main}><si><t>项目\r\n资金</t></si>` +
      '<si><r><t>年初</t></r><r><rPr><b/></rPr><t xml:space="preserve">预算数 </t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si></sst>';
    const { value } = await read(xlsx([{ rows }], [], { 'xl/sharedStrings.xml': strings }));
    expect(picture(value)).toEqual(['|项目⏎资金|年初预算数 |', '|東京|项目⏎资金|']);
  });

  test('numbers as their format says, logical values, errors, dates', async () => {
    const rows =
      '<row><c s="3"><v>0.9847</v></c><c s="4"><v>123456</v></c><c t="b"><v>1</v></c></row>' +
      '<row><c t="e"><v>#REF!</v></c><c t="d" s="5"><v>2024-12-31</v></c><c><v>1.10</v></c></row>';
    const { value, notices } = await read(
      xlsx([{ rows }], ['0.00%', '0!.0,', 'yyyy"年"m"月"d"日"']),
    );
    expect(notices.map(({ message }) => message)).toEqual(['工作表“Sheet1”有 1 个公式出错（A2）']);
    expect(picture(value)).toEqual(['|98.47%|12.3|TRUE|', '|#REF!|2024年12月31日|1.1|']);
  });

  test('formulas by their last value, and say where they never had one', async () => {
    const rows =
      '<row><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c></row>' +
      '<row><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B2"><f>A1+1</f></c></row>' +
      '<row><c r="A3"><v>5</v></c><c r="B3" t="str"><f>""</f><v></v></c></row>' +
      '<row><c r="A4"><v>6</v></c><c r="B4"><v>7</v></c></row>';
    const { value, notices } = await read(xlsx([{ name: '自评表', rows }]));
    expect(picture(value)).toEqual(['|2|4|', '|ab||', '|5||', '|6|7|']);
    expect(notices).toEqual([
      {
        code: 'formula-without-value',
        message: '工作表“自评表”有 1 个公式没有保存计算结果，按空白处理',
        at: '自评表',
      },
    ]);
  });

  test('formulas with an empty value as those without one', async () => {
    const rows =
      '<row><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v /></c></row>' +
      '<row><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v></v></c></row>';
    const { notices } = await read(xlsx([{ name: '自评表', rows }]));
    expect(notices.map(({ message }) => message)).toEqual([
      '工作表“自评表”有 2 个公式没有保存计算结果，按空白处理',
    ]);
  });

  test('a sign that only a colour tells, and say so', async () => {
    const rows =
      '<row><c s="3"><v>-1250.5</v></c><c s="3"><v>1250.5</v></c><c s="4"><v>-3</v></c></row>' +
      '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>';
    const formats = ['#,##0.00_ ;[Red]#,##0.00', '0;(0)'];
    const { value, notices } = await read(xlsx([{ name: '自评表', rows }], formats));
    expect(picture(value)).toEqual(['|-1,250.50|1,250.50|(3)|', '|1|2|3|']);
    expect(notices).toEqual([
      {
        code: 'sign-by-colour',
        message: '工作表“自评表”有 1 个负数只用颜色表示负号，已补上负号',
        at: '自评表',
      },
    ]);
  });

  test('no zero where the sheet shows none', async () => {
    const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    const rows = [
      ['三公经费', 3],
      ['公务接待', 3],
      ['公车购置', 0],
    ];
    const { value } = await read(xlsx([{ before, rows }]));
    expect(picture(value)).toEqual(['|三公经费|3|', '|公务接待|3|', '|公车购置||']);
  });
});

describe('what is no part of a form is kept aside:', () => {
  test('names of sheets, and everything on hidden ones', async () => {
    const { value, notices } = await read(
      xlsx([
        { name: '自评表', rows: [['甲', '乙']] },
        { name: '旧稿', state: 'veryHidden', rows: [['甲', 9]] },
      ]),
    );
    expect(picture(value)).toEqual(['甲\t乙']);
    expect(value.leftovers.map(({ location, text, reason }) => [location, text, reason])).toEqual([
      ['工作表 1', '自评表', 'header'],
      ['工作表 2', '旧稿', 'header'],
      ['工作表 2 A1', '甲', 'hidden'],
      ['工作表 2 B1', '9', 'hidden'],
    ]);
    expect(notices.map(({ code, at }) => [code, at])).toEqual([['hidden-sheet', '旧稿']]);
  });

  test('hidden rows and columns, of no height or filtered out, and they leave no gap', async () => {
    const row = (r: number, attributes: string): string =>
      `<row r="${r}" ${attributes}>` +
      ['A', 'B', 'C', 'D'].map((c) => cell(`${c}${r}`, `${c}${r}`)).join('') +
      '</row>';
    const { value, notices } = await read(
      xlsx([
        {
          before:
            '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" width="0"/></cols>',
          rows: row(1, '') + row(2, 'hidden="1"') + row(3, 'ht="0" customHeight="1"') + row(4, ''),
          merges: ['A2:A4'],
        },
      ]),
    );
    expect(picture(value)).toEqual(['|A1|C1|', '|A2|C4|']);
    const hidden = value.leftovers.filter(({ reason }) => reason === 'hidden');
    expect(hidden.map(({ text }) => text).join(' ')).toBe('B1 D1 B2 C2 D2 A3 B3 C3 D3 A4 B4 D4');
    expect(notices.map(({ code }) => code)).toEqual(['hidden-rows', 'hidden-columns']);
  });

  test('values under a merge, which a person never sees', async () => {
    const rows = [
      ['部门名称', '财政局', '被遮住'],
      ['年度', 2024, ''],
    ];
    const { value } = await read(xlsx([{ rows, merges: ['B1:C1'] }]));
    expect(picture(value)).toEqual(['|部门名称|财政局|←|', '|年度|2024||']);
    expect(value.leftovers).toContainEqual({
      page: null,
      location: '工作表 1 C1',
      text: '被遮住',
      reason: 'hidden',
    });
  });

  test('comments, headers and footers without their codes', async () => {
    const { value } = await read(
      xlsx([
        {
          rows: [['甲', '乙']],
          after:
            '<headerFooter><oddHeader>&amp;L附件3&amp;C&amp;"宋体,常规"&amp;12绩效&amp;&amp;自评' +
            '</oddHeader><oddFooter>第 &amp;P 页</oddFooter></headerFooter>',
          comments:
            '<commentList><comment ref="B1"><text><r><t>审核人：</t></r><r><t>请核对</t></r></text>' +
            '</comment></commentList>',
        },
      ]),
    );
    expect(value.leftovers.map(({ location, text, reason }) => [location, text, reason])).toEqual([
      ['工作表 1', 'Sheet1', 'header'],
      ['工作表 1 页眉', '附件3\n绩效&自评', 'header'],
      ['工作表 1 页脚', '第  页', 'footer'],
      ['工作表 1 B1', '审核人：请核对', 'comment'],
    ]);
  });

  test('text that is struck out, in part or whole, and the names of pictures', async () => {
    const strike =
      '<r><rPr><strike/></rPr><t>44.5</t></r><r><rPr><sz val="9"/></rPr><t>5.4</t></r>';
    const rows =
      `<row><c t="inlineStr"><is><t>接待</t></is></c><c t="inlineStr"><is>${strike}</is></c></row>` +
      '<row><c s="1"><v>7</v></c><c t="str"><f>x</f><v>=DISPIMG("ID_0AF",1)</v></c></row>' +
      `<row><c t="inlineStr" s="1"><is>${strike}</is></c><c><v>2</v></c></row>`;
    const bytes = xlsx([{ rows }], [], {
      'xl/styles.xml':
        `<styleSheet ${main}><fonts><font/><font><strike/></font></fonts><borders><border/></borders>` +
        '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>',
    });
    const { value } = await read(bytes);
    expect(picture(value)).toEqual(['接待\t5.4', '5.4\t2']);
    expect(value.leftovers.map(({ text, reason }) => `${reason} ${text}`)).toEqual([
      'header Sheet1',
      'struck_out 44.5',
      'struck_out 7',
      'decoration =DISPIMG("ID_0AF",1)',
      'struck_out 44.5',
    ]);
  });

  test('note marks are no part of the figure before them', async () => {
    const raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>';
    const rows = `<row><c t="inlineStr"><is><r><t>466.09</t></r>${raised}<r><t>万元</t></r></is></c><c t="inlineStr"><is>${raised}</is></c></row>`;
    const { value } = await read(xlsx([{ rows }]));
    expect(picture(value)).toEqual(['466.09¹万元\t1']);
  });

  test('but a text box is text, read where it hangs', async () => {
    const drawing =
      '<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:sp>' +
      '<xdr:txBody><a:p><a:r><a:t>2024年度</a:t></a:r></a:p><a:p><a:r><a:t>自评表</a:t></a:r></a:p>' +
      '</xdr:txBody></xdr:sp></xdr:twoCellAnchor>';
    const rows = [[], [], ['甲', '乙'], [1, 2]];
    const { value } = await read(xlsx([{ rows, drawing }]));
    expect(picture(value)).toEqual(['2024年度', '自评表', '|甲|乙|', '|1|2|']);
  });
});

describe('packages are read', () => {
  test('whatever prefixes and namespaces they use', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const bytes = xlsx([{}], [], {
      'xl/workbook.xml':
        `<x:workbook xmlns:x="${strict}/spreadsheetml/main" ` +
        `xmlns:rel="${strict}/officeDocument/relationships"><x:sheets>` +
        '<x:sheet name="表" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>',
      'xl/worksheets/sheet1.xml':
        `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row>` +
        '<x:c t="inlineStr"><x:is><x:t>部门</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(picture((await read(bytes)).value)).toEqual(['部门']);
  });

  test('with their last change and the documents pasted into them', async () => {
    const bytes = xlsx([{ rows: [['甲']] }], [], {
      'docProps/core.xml':
        `<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" ` +
        'xmlns:dcterms="http://purl.org/dc/terms/">' +
        '<dcterms:modified>2024-03-01T08:00:00Z</dcterms:modified></cp:coreProperties>',
      'xl/embeddings/Microsoft_Word_Document.docx': '<none/>',
      'xl/embeddings/oleObject1.bin': '<none/>',
    });
    const { value, attachments } = await read(bytes);
    expect(value.modifiedAt).toBe('2024-03-01T08:00:00.000Z');
    expect(attachments?.map(({ name }) => name)).toEqual(['Microsoft_Word_Document.docx']);
  });
});
