import { expect, test } from 'vitest';
import { understand } from '../../pipeline/understand.ts';
import { buildLabelIndex } from '../../pipeline/vocabulary/label-index.ts';
import { builtInVocabulary } from '../../schemas/built-in-vocabulary.ts';

const labels = buildLabelIndex(builtInVocabulary);
const edges = [2000, 3500, 5000, 6500, 8000];

function row(texts: readonly string[], shift: number): string {
  const cells = edges.map((at, index) => `\\cellx${at + (index < 4 ? shift : 0)}`).join('');
  const content = texts.map((text) => `\\intbl ${rtfText(text)}\\cell`).join('');
  return `\\trowd ${cells}${content}\\row `;
}

const rtfText = (text: string): string =>
  [...text].map((c) => (c < '\u0080' ? c : `\\u${c.charCodeAt(0)}?`)).join('');

/** A fund table in RTF whose row of figures has its inner edges so many twips right of the head's. */
async function fundTable(shift: number) {
  const title = rtfText('2023年度项目支出绩效自评表');
  const head = ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值'];
  const figures = ['年度资金总额', '100', '200', '150', '10'];
  const rtf = `{\\rtf1\\ansi ${title}\\par ${row(head, 0)}${row(figures, shift)}\\pard\\par}`;
  const { document, forms, anomalies } = await understand(Buffer.from(rtf), 'a.rtf', { labels });
  const table = document?.blocks.find((block) => block.kind === 'table');
  const form = forms?.[0];
  return {
    columns: table?.kind === 'table' ? table.columns : null,
    amounts: form?.amounts.map(({ measure, amount_raw }) => `${measure} ${amount_raw}`),
    weight: form?.executions[0]?.weight,
    doubts: anomalies?.filter((a) => a.field === 'columns-askew').length,
  };
}

const right = {
  amounts: ['initial_budget 100', 'annual_budget 200', 'executed 150'],
  weight: 10,
};

test.each([1, 12, 20])(
  'edges %i twips apart are one, and no column lies between',
  async (shift) => {
    expect(await fundTable(shift)).toEqual({ columns: 5, doubts: 0, ...right });
  },
);

test('a figure belongs to the header it shares most width with, and a large shift is a doubt', async () => {
  expect(await fundTable(450)).toEqual({ columns: 9, doubts: 1, ...right });
});
