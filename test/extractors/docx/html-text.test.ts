import { describe, expect, test } from 'vitest';
import { htmlText } from '../../../extractors/docx/html-text.ts';

describe('the text of a page', () => {
  test.each([
    [
      'a line per block, cells apart',
      '<p>一</p>\n<table><tr><td>二</td><td>三</td></tr></table>尾',
      '一\n二\t三\n尾',
    ],
    ['inline tags join', '项目<b>支出</b>5<span style="x">00</span>万元', '项目支出500万元'],
    [
      'entities are their characters',
      '&lt;5&#37; &ge; &#x4e00;&nbsp;&unknown;&#0;',
      '<5% ≥ 一 &unknown;&#0;',
    ],
    ['a quoted > ends no tag', '<a title="1 > 2">甲</a>', '甲'],
    [
      'no comment, script or style',
      '甲<!-- <p>乙 --><style>p{}</style><script>if (a<b) {}</script>丙<![endif]>',
      '甲丙',
    ],
    ['a bare < is text', '1 < 2，3<4', '1 < 2，3<4'],
    ['line ends inside text are spaces', '项目\r\n  支出', '项目 支出'],
  ])('%s', (_, html, expected) => {
    expect(htmlText(html)).toBe(expected);
  });

  test.each(['甲<!-- 乙', '甲<p title="乙', '甲<script>乙', '甲<!doctype 乙'])(
    'markup that never ends is kept: %s',
    (html) => {
      expect(htmlText(html)).toContain('乙');
    },
  );
});
