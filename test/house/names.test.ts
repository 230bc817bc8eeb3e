import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, sourceFiles, textOf } from './files.ts';

/** Names that say nothing of what is inside, so that anything ends up inside. */
const forbidden = /^(?:utils?|helpers?|lib|common|misc|manager|base|new)$|(?:^|-)v\d+$/;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** 0001_records.ts: migrations are numbered. */
const migration = /^\d{4}_[a-z0-9]+(?:-[a-z0-9]+)*$/;

const sources = sourceFiles();
const tests = filesBelow('test').filter((name) => name.endsWith('.ts'));
const stem = (name: string): string =>
  posix.basename(name).replace(/(?:\.property)?(?:\.test)?\.ts$/, '');

function parse(name: string): ts.SourceFile {
  return ts.createSourceFile(name, textOf(name), ts.ScriptTarget.ES2023, true);
}

/** Nothing but imports and re-exports. */
function isBarrel(name: string): boolean {
  const { statements } = parse(name);
  return (
    statements.some(ts.isExportDeclaration) &&
    statements.every((s) => ts.isExportDeclaration(s) || ts.isImportDeclaration(s))
  );
}

function hasDefaultExport(name: string): boolean {
  return parse(name).statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return true;
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  });
}

describe('files', () => {
  test('are named after what they hold', () => {
    const inFolders = sources.filter((name) =>
      posix
        .dirname(name)
        .split('/')
        .some((f) => forbidden.test(f)),
    );
    expect([...sources.filter((name) => forbidden.test(stem(name))), ...inFolders]).toEqual([]);
  });

  test('are named in kebab-case', () => {
    const odd = [...sources, ...tests].filter((name) => {
      const own = stem(name);
      return !kebab.test(own) && !(name.includes('/migrations/') && migration.test(own));
    });
    expect(odd).toEqual([]);
  });

  test('hold something of their own: no barrels', () => {
    expect(sources.filter(isBarrel)).toEqual([]);
  });

  test('export by name, but for the thread that its pool starts by default export', () => {
    expect(sources.filter(hasDefaultExport)).toEqual(['pipeline/workers/understand-worker.ts']);
  });

  test('that are tests say so in sentences', () => {
    const titles = tests
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) =>
        [...textOf(name).matchAll(/\b(?:test|it)\(\s*(['"`])(.+?)\1,/g)].map(([, , title]) => ({
          name,
          title: title ?? '',
        })),
      );
    expect(titles.length).toBeGreaterThan(100);
    expect(titles.filter(({ title }) => !title.includes(' '))).toEqual([]);
  });
});
