import { type Block, paragraph } from '../blocks.ts';
import type { UnitProfile } from '../figures.ts';
import type { Layout } from './layout.ts';

/** The line of names under a form. The persons and numbers are invented. */
export function signature(profile: UnitProfile, year: number, layout: Layout): Block[] {
  if (layout.signature === 'none') return [];
  if (layout.signature === 'blank') {
    return [
      paragraph('填报人：        联系电话：             填报日期：           单位负责人签字：'),
    ];
  }
  return [
    paragraph(
      `填报人：${profile.filler}    联系电话：${profile.phone}    填报日期：${year + 1}年2月26日    单位负责人签字：`,
    ),
  ];
}
