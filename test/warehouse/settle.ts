import {
  findIndicatorMatches,
  replaceIndicatorMatches,
} from '../../warehouse/indicator-matches.ts';
import { findDirtyUnits, settleUnit } from '../../warehouse/units.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';

/** Matches the indicators of every unit that waits for it. */
export function settle(warehouse: Warehouse): Warehouse {
  for (const unit of findDirtyUnits(warehouse)) {
    const look = () => findIndicatorMatches(warehouse, unit);
    settleUnit(warehouse, unit, look, (matches) => {
      replaceIndicatorMatches(warehouse, unit, matches);
    });
  }
  return warehouse;
}
