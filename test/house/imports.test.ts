import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourceFiles, textOf } from './files.ts';

/** From which other folders a folder may import. schemas ← extractors ← pipeline → warehouse → schemas. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  extractors: ['schemas'],
  warehouse: ['schemas'],
  pipeline: ['schemas', 'extractors', 'warehouse'],
  samples: ['schemas'],
  bench: ['schemas', 'extractors', 'pipeline', 'warehouse', 'samples'],
};

/** Data that others may reach into: one file a kind of label, no code to hide. */
const openFolders = ['schemas/vocabulary'];

const folderOf = (name: string): string => name.split('/')[0] ?? '';

interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package. */
  readonly to: string;
  readonly package: boolean;
}

/** Imports and re-exports of a file, those of types and those at run time included. */
function importsOf(name: string): Import[] {
  return ts.preProcessFile(textOf(name), true, true).importedFiles.map(({ fileName }) => {
    const own = fileName.startsWith('.');
    const to = own ? posix.join(posix.dirname(name), fileName) : fileName;
    return { from: name, to, package: !own };
  });
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const inside = imports.filter((found) => !found.package);
const arrow = ({ from, to }: Import): string => `${from} → ${to}`;

/** A way from a file back to itself, where there is one. */
function cycleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const follow = (name: string, way: readonly string[]): string[] => {
    for (const next of graph.get(name) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = follow(next, [...way, next]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return follow(start, [start]);
}

describe('imports', () => {
  test('are read, those of types among them', () => {
    expect(files.length).toBeGreaterThan(100);
    const only = ts.preProcessFile(
      "import type { A } from './a.ts'; export type { B } from './b.ts';",
    );
    expect(only.importedFiles.map(({ fileName }) => fileName)).toEqual(['./a.ts', './b.ts']);
  });

  test('lead to files that are there', () => {
    const known = new Set(files);
    expect(inside.filter(({ to }) => !known.has(to)).map(arrow)).toEqual([]);
  });

  test('go one way', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [here, there] = [folderOf(from), folderOf(to)];
      return here !== there && !allowed[here]?.includes(there);
    });
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('reach only what lies directly in another folder: sub-folders are private', () => {
    const deep = inside.filter(({ from, to }) => {
      if (folderOf(from) === folderOf(to) || folderOf(from) === 'bench') return false;
      if (folderOf(to) === 'samples') return false;
      return to.split('/').length > 2 && !openFolders.includes(posix.dirname(to));
    });
    expect(deep.map(arrow)).toEqual([]);
  });

  test('run in no circle', () => {
    const graph = new Map(
      files.map((name) => [name, inside.filter((i) => i.from === name).map(({ to }) => to)]),
    );
    const cycles = files.map((name) => cycleFrom(name, graph)).filter((way) => way.length > 0);
    expect(cycles.map((way) => way.join(' → '))).toEqual([]);
  });

  test('of schemas name no package but zod', () => {
    const packages = imports.filter((found) => found.package && folderOf(found.from) === 'schemas');
    expect(packages.filter(({ to }) => to !== 'zod').map(arrow)).toEqual([]);
  });
});
