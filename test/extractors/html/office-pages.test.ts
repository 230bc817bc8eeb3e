import { describe, expect, test } from 'vitest';
import { asides, drawn, readPage } from './read.ts';

describe('a page saved by Word', () => {
  test('has its written numbers as numbers, and its parts aside', async () => {
    const page = await readPage(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
      <!--[if gte mso 9]><xml><o:DocumentProperties><o:LastSaved>2023-03-05T08:00:00Z</o:LastSaved></o:DocumentProperties></xml><![endif]-->
      <style><!-- p.MsoNormal {margin:0cm} --></style></head><body><div class=WordSection1>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>基本<span lang=EN-US><o:p></o:p></span>情况</p>
      <p class=MsoNormal>本年<del cite="mailto:a" datetime="2023">旧</del><ins>新</ins>增<span style='mso-hide:all'>隐</span><a style='mso-footnote-id:ftn1' href="#_ftn1">[1]</a></p>
      </div><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>注一</p></div></div>
      <div style='mso-element:header' id=h1><p>页眉</p></div><div style='mso-element:footer'><p>页脚</p></div></body></html>`);
    expect(page.document.blocks).toEqual([
      { kind: 'paragraph', number: '一、', text: '基本情况', page: null },
      { kind: 'paragraph', number: null, text: '本年新增[1]', page: null },
    ]);
    expect(asides(page)).toEqual([
      'deleted_revision: 旧',
      'hidden: 隐',
      'footnote: 注一',
      'header: 页眉',
      'footer: 页脚',
    ]);
    expect(page.document.modifiedAt).toBe('2023-03-05T08:00:00.000Z');
    expect(page.document.generated).toBe('');
    expect(page.lost).toBe('');
  });
});

describe('a style sheet', () => {
  test('strikes out, raises and hides what is of its classes', async () => {
    const page = await readPage(`<style><!-- /* office */
      td.old, .font8 {color:red; text-decoration: line-through} .font9{vertical-align:super}
      .gone {display:none} #x{font-family:Symbol} @media print {.wide{display:none}} .a .b{display:none} --></style>
      <table border=1><tr><td class=old>7<td>466.09<font class=font9>1</font><td><font class=font8>50</font>40</tr>
      <tr class=gone><td>9<td>9<td>9</tr><tr class="wide b old"><td class=font8 style="text-decoration:none">8<td>8<td id=x>\xb3</tr></table>
      <div class=gone>a<p>b</div>`);
    expect(page.tables.map(drawn)).toEqual([['|466.09¹|40', '8|8|≥']]);
    expect(asides(page)).toEqual(['struck_out: 7', 'struck_out: 50', 'hidden: 9\n9\n9']);
    expect(page.paragraphs).toEqual(['a', 'b']);
    expect(page.lost).toBe('');
  });
});

describe('a page saved by Excel', () => {
  test('is its grid, with what is hidden left out', async () => {
    const page =
      await readPage(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>表</title></head><body>
      <table x:str border=0 cellpadding=0 cellspacing=0 width=400><col width=72 span=2><tr height=19>
      <td colspan=3 height=19 class=xl66>项目支出绩效自评表</td></tr>
      <tr><td class=xl65>项目名称</td><td colspan=2 class=xl65>道路</td></tr>
      <tr style='display:none'><td>暗</td><td></td><td></td></tr>
      <tr><td class=xl65 rowspan=2>资金</td><td class=xl65 align=right x:num="100.5">100.50</td><td class=xl65><span style='mso-spacerun:yes'>&nbsp;</span>90</td></tr>
      <tr><td class=xl65>1</td><td class=xl65>2</td></tr>
      <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td><td></td></tr><![endif]></table></body></html>`);
    expect(page.tables.map(drawn)).toEqual([
      ['项目支出绩效自评表|←|←', '项目名称|道路|←', '资金|100.50|\u00a090', '↑|1|2'],
    ]);
    expect(page.lost).toBe('');
  });

  test('that only has frames says that its sheets are elsewhere', async () => {
    await expect(
      readPage(
        '<html><frameset rows="*,39"><frame src="a.files/sheet001.htm"><noframes><body>x</noframes></frameset>',
      ),
    ).rejects.toMatchObject({ code: 'no_text' });
  });
});
