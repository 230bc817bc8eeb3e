import type { MappedForm } from '../../schemas/form.ts';
import { lineNames } from './names.ts';

/** A money cell as printed: its number, the unit behind it, and what one of it was taken for. */
export interface PrintedMoney {
  readonly value_id: string;
  readonly name: string;
  readonly raw: string;
  readonly number: number;
  /** 元, 万元 …; undefined where the cell has no unit of its own. */
  readonly suffix: string | undefined;
  /** 分 that a one in the cell stands for: 100 元, 1 000 000 万元. */
  readonly scale: number;
  readonly amount_fen: number;
}

const cell = /^[^\d]*?(\d[\d,]*(?:\.\d+)?)\(?([百千万亿]*元|[百千]?万|亿)?\)?/u;

/** The money cells of a form whose scale their figure tells: read, and not zero. */
export function printedMoney(form: MappedForm): PrintedMoney[] {
  const cells = [
    ...form.amounts.map((a) => ({ ...a, name: lineNames[a.line_code], raw: a.amount_raw })),
    ...form.base_data.map((b) => ({ ...b, name: b.item_label_raw.trim(), raw: b.value_raw })),
  ];
  return cells.flatMap(({ value_id, name, raw, amount_fen }) => {
    const [, digits, unit] = cell.exec(raw.normalize('NFKC').replace(/\s+/gu, '')) ?? [];
    const number = Number((digits ?? '').replaceAll(',', ''));
    if (amount_fen === null || amount_fen === 0 || number === 0) return [];
    const suffix = unit === undefined || unit.endsWith('元') ? unit : `${unit}元`;
    const scale = 10 ** Math.round(Math.log10(Math.abs(amount_fen) / number));
    return [{ value_id, name, raw: raw.trim(), number, suffix, scale, amount_fen }];
  });
}
