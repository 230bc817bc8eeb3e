import { createHash } from 'node:crypto';
import { fullNames } from '../schemas/unit-name.ts';
import { unitLevel } from './units/level.ts';
import { renameKey } from './units/rename-key.ts';
import type { Warehouse } from './warehouse.ts';

/** Stable over warehouses: from the name alone. */
function unitIdOf(name: string): string {
  return `u${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

/** Makes a unit known; its family is itself until refreshUnitFamilies has looked at all of them. */
export function saveUnit(warehouse: Warehouse, name: string): void {
  const known = warehouse.prepare('SELECT 1 FROM unit WHERE unit_name = ?').get(name);
  if (known !== undefined) return;
  warehouse
    .prepare('INSERT INTO unit (unit_name, level, family, family_id) VALUES (?, ?, ?, ?)')
    .run(name, unitLevel(name), name, unitIdOf(name));
}

/** Notes that cross-year work has to be done again for these units. */
export function markUnitsDirty(warehouse: Warehouse, names: Iterable<string>): void {
  const mark = warehouse.prepare('INSERT OR IGNORE INTO unit_dirty (unit_name) VALUES (?)');
  for (const name of names) mark.run(name);
}

/**
 * The units, by their present name, whose forms changed since settleUnit. The marks stay until then,
 * so that a run that breaks off leaves them for the next one.
 */
export function findDirtyUnits(warehouse: Warehouse): string[] {
  refreshUnitFamilies(warehouse);
  return warehouse.pluck(
    `SELECT DISTINCT u.family FROM unit_dirty d JOIN unit u ON u.unit_name = d.unit_name
     ORDER BY u.family`,
  );
}

/**
 * Does the cross-year work of a unit and forgets its marks, in one transaction: a mark that another
 * process sets meanwhile is either seen by this work or outlives it. Looking is long and saving is
 * short, so it looks before it keeps other writers out, and again only where one came between.
 *
 * @param look reads what is to be saved
 * @param save writes it
 * @returns what was saved
 */
export function settleUnit<T>(
  warehouse: Warehouse,
  unitName: string,
  look: () => T,
  save: (seen: T) => void,
): T {
  const early = warehouse.readTogether(() => ({
    seen: look(),
    commits: warehouse.foreignCommits(),
  }));
  return warehouse.transact(() => {
    const seen = warehouse.foreignCommits() === early.commits ? early.seen : look();
    save(seen);
    const forget = warehouse.prepare('DELETE FROM unit_dirty WHERE unit_name = ?');
    for (const name of familyNames(warehouse, unitName)) forget.run(name);
    return seen;
  });
}

/** All names of the unit that goes by this one. */
export function familyNames(warehouse: Warehouse, name: string): string[] {
  const names = warehouse.pluck<string>(
    `SELECT unit_name FROM unit
     WHERE family = (SELECT family FROM unit WHERE unit_name = ?) ORDER BY unit_name`,
    name,
  );
  return names.length > 0 ? names : [name];
}

interface NamedYears {
  readonly name: string;
  /** The names it is stored under, each with the family it is filed in now. */
  readonly members: readonly { readonly name: string; readonly family: string }[];
  readonly years: readonly number[];
}

/**
 * One unit under several names. 某镇人民政府 is 某县某镇人民政府 where only one such is known.
 * And sees a unit through a change of name: names alike but for a reform's usual wording (局 →
 * 委员会, 科学技术 → 科技) that never share a year are one unit, called by its latest name. Where
 * years overlap they are two units. Computed over all forms, so that load order cannot matter.
 */
export function refreshUnitFamilies(warehouse: Warehouse): void {
  warehouse.transact(() => {
    const groups = new Map<string, NamedYears[]>();
    for (const unit of joinShortNames(readNamedYears(warehouse))) {
      const key = renameKey(unit.name);
      groups.set(key, [...(groups.get(key) ?? []), unit]);
    }
    for (const group of groups.values()) saveFamilies(warehouse, group);
  });
}

function readNamedYears(warehouse: Warehouse): NamedYears[] {
  const rows = warehouse
    .prepare(
      `SELECT u.unit_name AS name, u.family,
        coalesce((SELECT json_group_array(DISTINCT f.fiscal_year) FROM form f
          WHERE f.unit_name = u.unit_name AND f.fiscal_year IS NOT NULL), '[]') AS years
       FROM unit u ORDER BY u.unit_name`,
    )
    .all() as { name: string; family: string; years: string }[];
  return rows.map(({ name, family, years }) => ({
    name,
    members: [{ name, family }],
    years: JSON.parse(years) as number[],
  }));
}

/** A unit's full name with the years of its shorter ones. */
function joinShortNames(units: readonly NamedYears[]): NamedYears[] {
  const full = fullNames(units.map(({ name }) => name));
  const joined = new Map<string, NamedYears>();
  for (const unit of units) {
    const name = full.get(unit.name) ?? unit.name;
    const known = joined.get(name);
    joined.set(name, {
      name,
      members: [...(known?.members ?? []), ...unit.members],
      years: [...new Set([...(known?.years ?? []), ...unit.years])],
    });
  }
  return [...joined.values()];
}

function saveFamilies(warehouse: Warehouse, group: readonly NamedYears[]): void {
  const dated = group.filter(({ years }) => years.length > 0);
  const all = dated.flatMap(({ years }) => years);
  const apart = new Set(all).size === all.length;
  const latest = dated.find(({ years }) => years.includes(Math.max(...all)));
  for (const unit of group) {
    const renamed = apart && latest !== undefined && dated.includes(unit);
    const now = renamed ? latest.name : unit.name;
    for (const { name, family } of unit.members) {
      if (now === family) continue;
      warehouse
        .prepare('UPDATE unit SET family = ?, family_id = ? WHERE unit_name = ?')
        .run(now, unitIdOf(now), name);
      markUnitsDirty(warehouse, [name, now, family]);
    }
  }
}
