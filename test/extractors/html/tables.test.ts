import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { drawn, readPage } from './read.ts';

const grid = async (rows: string, attributes = 'border=1'): Promise<string[]> => {
  const page = await readPage(`<table ${attributes}>${rows}</table>`);
  expect(page.lost).toBe('');
  expect(page.tables).toHaveLength(1);
  return drawn(page.tables[0]);
};

describe('the grid of an HTML table', () => {
  test('has rowspan and colspan as they are drawn', async () => {
    expect(
      await grid(`<tr><td rowspan=2>甲<td colspan=2>乙<td>丙
        <tr><td>1<td rowspan="2">2<td>3
        <tr><td colspan=2>4<td>5`),
    ).toEqual(['甲|乙|←|丙', '↑|1|2|3', '4|←|↑|5']);
  });

  test('ends spans with their row group, and rowspan=0 reaches there', async () => {
    expect(
      await grid(`<tbody><tr><td rowspan=9>甲<td>1<tr><td>2</tbody>
        <tbody><tr><td rowspan=0>乙<td>3<tr><td>4</tbody><tbody><tr><td>5<td>6</tbody>`),
    ).toEqual(['甲|1', '↑|2', '乙|3', '↑|4', '5|6']);
  });

  test('lets cells of a head go on below it where the rows there are short of them', async () => {
    expect(
      await grid(`<thead><tr><td rowspan=3>绩效<td>指标<td>值</thead>
        <tbody><tr><td>数量<td>1<tr><td>质量<td>2</tbody>`),
    ).toEqual(['绩效|指标|值', '↑|数量|1', '↑|质量|2']);
    expect(
      await grid(`<thead><tr><td rowspan=9>绩效<td>指标<td>值</thead>
        <tbody><tr><td>甲<td>数量<td>1<tr><td>乙<td>质量<td>2</tbody>`),
    ).toEqual(['绩效|指标|值', '甲|数量|1', '乙|质量|2']);
  });

  test('gives no position to two cells where spans overlap', async () => {
    expect(await grid('<tr><td>1<td rowspan=2>甲<td>2<tr><td colspan=3>乙<td>丙')).toEqual([
      '1|甲|2|·',
      '乙|↑|·|丙',
    ]);
  });

  test('has the head first and the foot last, wherever they are written', async () => {
    expect(
      await grid(
        '<tfoot><tr><td>合计<td>9</tfoot><tbody><tr><td>a<td>1</tbody><thead><tr><th>名<th>数</thead>',
      ),
    ).toEqual(['名|数', 'a|1', '合计|9']);
  });

  test('holds spans to what HTML allows', async () => {
    const page = await readPage(
      '<table border=1><tr><td colspan=99999>甲<tr><td colspan=-3>乙<td colspan=x>丙<td rowspan=70000>丁</table>',
    );
    expect(page.tables[0]?.columns).toBe(1000);
    expect(page.tables[0]?.cells.map(({ columnSpan, rowSpan }) => [columnSpan, rowSpan])).toEqual([
      [1000, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('leaves out rows without cells, unless spans from above run through them', async () => {
    expect(await grid('<tr><td>1<td>2</tr><tr></tr><tr><td>3<td>4</tr>')).toEqual(['1|2', '3|4']);
    expect(
      await grid('<tr><td rowspan=2>1<td rowspan=2>2</tr><tr></tr><tr><td>3<td>4</tr>'),
    ).toEqual(['1|2', '↑|↑', '3|4']);
  });

  test('leaves out the empty row that Word adds for browsers', async () => {
    expect(
      await grid(
        "<tr><td colspan=2>甲</td></tr><![if !supportMisalignedColumns]><tr height=0><td width=91 style='border:none'></td><td width=20></td></tr><![endif]>",
      ),
    ).toEqual(['甲|←']);
  });

  test('leaves out hidden rows and cells, whose text is kept', async () => {
    const page = await readPage(
      "<table border=1><tr><td>1<td style='display:none'>密<td>2</tr><tr style='display: none'><td>藏<td>隐</tr><tr><td>3<td>4</tr></table>",
    );
    expect(drawn(page.tables[0])).toEqual(['1|2', '3|4']);
    expect(page.document.leftovers.map(({ reason }) => reason)).toEqual(['hidden', 'hidden']);
    expect(page.lost).toBe('');
  });

  test('joins the blocks of a cell by line ends', async () => {
    expect(
      await grid('<tr><td><p>年度<p>预算<td>一<br>二<td><div>三</div>四<ol><li>五<li>六</ol>'),
    ).toEqual(['年度⏎预算|一⏎二|三⏎四⏎1. 五⏎2. 六']);
  });

  test('gives a table in a cell as a table of its own that follows its parent', async () => {
    const page = await readPage(
      '<table border=1><tr><td>指标<td>说明<tr><td>甲<td>见下<table border=1><tr><td>内1<td>内2</table><tr><td>乙<td>丙</table>',
    );
    expect(page.tables.map((table) => [table.tableNo, table.parent, drawn(table)])).toEqual([
      [1, null, ['指标|说明', '甲|见下', '乙|丙']],
      [2, { tableNo: 1, row: 1, column: 1 }, ['内1|内2']],
    ]);
    expect(page.lost).toBe('');
  });

  test('has its caption as a paragraph before it', async () => {
    const page = await readPage('<table border=1><caption>表一</caption><tr><td>1<td>2</table>');
    expect(page.document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
    expect(page.paragraphs).toEqual(['表一']);
  });

  test('is refused where its positions outnumber the limit', async () => {
    const wide = `<table border=1><tr>${'<td colspan=1000>1'.repeat(200)}</table>`;
    await expect(readPage(wide, { ...defaultLimits, elements: 100_000 })).rejects.toMatchObject({
      code: 'file_too_large',
    });
  });

  test('is refused where tables are nested deeper than the limit', async () => {
    const deep = '<table border=1><tr><td>1<td>'.repeat(300);
    await expect(readPage(deep)).rejects.toMatchObject({ code: 'document_too_deep' });
  });
});

describe('a table that only lays out', () => {
  test('is flattened where it is frames around a form, as pages of the 2000s are', async () => {
    const page = await readPage(`<table width=100% border=0 cellpadding=0><tr><td>
      <table width=778 align=center border=0><tr><td width=180><table border=0><tr><td>栏目</td></tr></table></td>
      <td><table border=0><tr><td align=center>项目支出绩效自评表</td></tr>
        <tr><td><table border=1><tr><td>项目名称<td>道路<tr><td>主管部门<td>交通局</table></td></tr>
        <tr><td>附注：无</td></tr></table></td></tr></table>
      </td></tr></table>`);
    expect(page.tables.map(drawn)).toEqual([['项目名称|道路', '主管部门|交通局']]);
    expect(page.paragraphs).toEqual(['栏目', '项目支出绩效自评表', '附注：无']);
    expect(page.lost).toBe('');
  });

  test('is flattened where it says that it is for presentation', async () => {
    const page = await readPage(
      '<table role=presentation border=1><tr><td>一<td>二<tr><td>三<td>四</table>',
    );
    expect(page.tables).toEqual([]);
    expect(page.paragraphs).toEqual(['一', '二', '三', '四']);
  });

  test('is kept where its cells form a grid, with lines or without', async () => {
    for (const attributes of ['', 'border=0', 'border=1', 'class=x']) {
      const page = await readPage(`<table ${attributes}><tr><td>甲<td>1<tr><td>乙<td>2</table>`);
      expect(page.tables.map(drawn)).toEqual([['甲|1', '乙|2']]);
    }
  });

  test('is kept where a ruled form has a table in one of its cells', async () => {
    const page = await readPage(
      '<style>td{border:1px solid #000}</style><table><tr><td>一<td>二<tr><td>三<td><table><tr><td>x<td>y<tr><td>z<td>w</table></table>',
    );
    expect(page.tables.map(drawn)).toEqual([
      ['一|二', '三|'],
      ['x|y', 'z|w'],
    ]);
  });

  test('is told from one with lines by the classes that style sheets draw them around', async () => {
    const rows = '<tr><td>一</td></tr><tr><td>二</td></tr>';
    const page = await readPage(
      `<style>.t1 td,#t2{border:1px solid #ccc} td{border:0}</style><table class=t1>${rows}</table><table id=t2>${rows}</table><table class=t3>${rows}</table>`,
    );
    expect(page.tables).toHaveLength(2);
    expect(page.paragraphs).toEqual(['一', '二']);
  });
});
