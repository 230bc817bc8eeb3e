import { describe, expect, test } from 'vitest';
import { asides, readPage } from './read.ts';

const paragraphs = async (source: string): Promise<readonly string[]> => {
  const page = await readPage(source);
  expect(page.lost).toBe('');
  return page.paragraphs;
};

describe('text of a page', () => {
  test('is parted into paragraphs by its blocks, and its white space collapses', async () => {
    expect(
      await paragraphs(
        '<div>  一、 基本\t情况 <p>第一段\n 续</p>尾 <b>粗</b>&nbsp;体<br>换行</div><h2>二</h2>',
      ),
    ).toEqual(['一、 基本 情况', '第一段续', '尾 粗\u00a0体\n换行', '二']);
  });

  test('has no space where a line of the source ends between Chinese characters', async () => {
    expect(await paragraphs('<p>部门整体支出\n   绩效自评表，\r\n共 2\n页</p>')).toEqual([
      '部门整体支出绩效自评表，共 2 页',
    ]);
  });

  test('keeps white space where it is preformatted', async () => {
    expect(
      await paragraphs(
        "<pre>\n项目  金额\n甲     1</pre><p style='white-space:pre-wrap'>a  b</p><textarea>x\n  y</textarea>",
      ),
    ).toEqual(['项目  金额\n甲     1', 'a  b', 'x\n  y']);
  });

  test('reads entities, sub and superscript, and what is misnested', async () => {
    expect(
      await paragraphs('<p>&ge;95%&ensp;m<sup>2</sup> H<sub>2</sub>O &#x4e07;<b>元<i>整</b>数</i>'),
    ).toEqual(['≥95%\u2002m² H₂O 万元整数']);
  });

  test('note marks are no part of the figure before them', async () => {
    expect(
      await paragraphs(
        `<p>480.5<sup><a href="#n1"><sup>1</sup></a></sup> 466.09<span style="vertical-align: super">2</span>
         <p>12<a href="#_ftn3"><span class=MsoFootnoteReference>[3]</span></a><p>10<sup>8</sup>元<td style="vertical-align:top">5`,
      ),
    ).toEqual(['480.5¹ 466.09²', '12[³]', '10⁸元5']);
  });

  test('numbers lists as their start, value, type and style say', async () => {
    expect(
      await paragraphs(`<ol start=3><li>丙<li value=7>庚<li>辛</ol><ol type=A><li>a</ol><ol type=i><li>b</ol>
        <ol style="list-style-type:cjk-ideographic"><li>首<li>次</ol><ol reversed><li>x<li>y</ol>
        <ul><li>点</ul><ul style="list-style:none"><li>无</ul><ol><li><p>段一</p><p>段二</p></ol>`),
    ).toEqual([
      '3.丙',
      '7.庚',
      '8.辛',
      'A.a',
      'i.b',
      '一、首',
      '二、次',
      '2.x',
      '1.y',
      '•点',
      '无',
      '1.段一',
      '段二',
    ]);
  });

  test('shows the values of form controls and their ticks', async () => {
    expect(
      await paragraphs(`<form>项目名称：<input value="道路 改造"><input type=hidden value=t>
        <input type=checkbox checked>是 <input type=radio>否 <input type=submit value=提交>
        <select><option>2022<option selected>2023</select></form>`),
    ).toEqual(['项目名称：道路 改造 ☑是 □否 2023']);
  });

  test('shows symbols of symbol fonts as what they are', async () => {
    expect(
      await paragraphs(
        '<p><font face=Wingdings>þ</font>是<span style="font-family:Wingdings">o</span>否',
      ),
    ).toEqual(['☑是□否']);
  });
});

describe('text aside', () => {
  test('is what is deleted, struck out, hidden, or a reading of characters', async () => {
    const page = await readPage(
      '<title>标题</title><p>预算<del>一百</del><s>二百</s><span style="text-decoration:line-through red">三</span>万<span hidden>密</span><ruby>绩<rp>(</rp><rt>jì</rt><rp>)</rp></ruby>',
    );
    expect(page.paragraphs).toEqual(['预算万绩']);
    expect(asides(page)).toEqual([
      'header: 标题',
      'deleted_revision: 一百',
      'struck_out: 二百',
      'struck_out: 三',
      'hidden: 密',
      'hidden: (',
      'decoration: jì',
      'hidden: )',
    ]);
    expect(page.lost).toBe('');
  });

  test('is nothing of scripts, style sheets, templates and data islands', async () => {
    const page = await readPage(
      '<script>var a="一"</script><style>p{}</style><noscript>二</noscript><template>三</template><xml><o:a>四</o:a></xml><iframe>五</iframe><p>文<!-- 六 -->字',
    );
    expect(page.paragraphs).toEqual(['文字']);
    expect(page.document.leftovers).toEqual([]);
    expect(Object.keys(page.document.sourceCharacters)).toEqual(['文', '字']);
  });

  test("is the site's frame: menus, paths, headers and footers", async () => {
    const links = ['首页', '概况', '公开', '服务', '互动'].map(
      (name) => `<li><a href=/>${name}</a>`,
    );
    const page = await readPage(`<body><header><img><a>政府网</a></header><nav>站点</nav>
      <div>当前：<a href=/>首页</a> &gt; <a href=/x>财政信息</a> &gt; <a>正文</a></div>
      <ul>${links.join('')}</ul><div class="breadcrumb">首页</div>
      <article><header><h1>绩效自评报告</h1></header><p>一、概况</p><p>本单位……</p></article>
      <p>附件：<a href=a.doc>自评表.doc</a></p>
      <footer>主办：某局　备案号：1</footer></body>`);
    expect(page.paragraphs).toEqual(['绩效自评报告', '一、概况', '本单位……', '附件：自评表.doc']);
    expect(asides(page)).toEqual([
      'decoration: 政府网',
      'decoration: 站点',
      'decoration: 首页',
      'decoration: 主办：某局　备案号：1',
      'decoration: 当前：首页 > 财政信息 > 正文\n• 首页\n• 概况\n• 公开\n• 服务\n• 互动',
    ]);
    expect(page.lost).toBe('');
  });

  test('is no list of attachments, nor a table with lines whose cells all lead elsewhere', async () => {
    const files = ['甲.docx', '乙.xls', '丙.pdf', '丁.zip'];
    const list = files.map((name, i) => `<p><a href="/down?id=${i}">${name}</a></p>`);
    const named = files.map((name, i) => `<p><a href="${name}?v=1"><b>附件${i}</b></a></p>`);
    const rows = [1, 2, 3].map(
      (i) => `<tr><td><a href=${i}>项目${i}</a><td><a href=x${i}>自评</a>`,
    );
    const page = await readPage(
      `${list.join('')}${named.join('')}<table border=1>${rows.join('')}</table>`,
    );
    expect(page.paragraphs).toEqual([...files, '附件0', '附件1', '附件2', '附件3']);
    expect(page.tables).toHaveLength(1);
    const menu = await readPage(`<p>文</p><table>${rows.join('')}</table>`);
    expect(menu.tables).toHaveLength(0);
  });

  test('is no heading that is a bookmark, and no table of contents', async () => {
    const headings = ['一、概况', '二、绩效', '三、问题', '四、建议', '五、其他'];
    const page = await readPage(
      headings.map((name, i) => `<p><a href="#_Toc${i}">${name}</a></p>`).join('') +
        headings.map((name, i) => `<h1><a name="_Toc${i}">${name}</a></h1>`).join(''),
    );
    expect(page.paragraphs).toEqual([...headings, ...headings]);
  });

  test('is never a table of data, whatever the element around it is called', async () => {
    const form = '<table border=1><tr><td>预算数<td>100<tr><td>执行数<td>90</table>';
    for (const around of [
      'nav',
      'aside',
      'footer',
      'header',
      'div class=footer',
      'div role=navigation',
    ]) {
      const page = await readPage(`<${around}>${form}</${around.split(' ')[0]}><p>完</p>`);
      expect(page.tables, around).toHaveLength(1);
    }
  });

  test('is not long text of its own in an element named like a frame', async () => {
    const text = '本年度预算执行情况良好。'.repeat(60);
    expect((await readPage(`<div id=footer><p>${text}</div>`)).paragraphs).toEqual([text]);
  });
});
