import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { extractors } from '../../extractors/registry.ts';
import { buildProgram } from '../../pipeline/cli/program.ts';
import { systemRuntime } from '../../pipeline/runtime.ts';
import { stages } from '../../pipeline/understand.ts';
import { formTypes } from '../../schemas/codes.ts';
import { labelKinds } from '../../schemas/vocabulary.ts';
import { queryErrorCodes } from '../../warehouse/query-error.ts';
import { filesBelow, productFolders, root, textOf } from './files.ts';
import { dataDictionaryPage, errorsPage } from './pages.ts';

/** The part of a page under a heading, up to the next of the same level. */
function sectionOf(page: string, heading: string): string {
  const level = heading.split(' ')[0] ?? '';
  const [, ...after] = `\n${page}`.split(`\n${heading}\n`);
  return (after[0] ?? '').split(new RegExp(`\n#{1,${level.length}} `))[0] ?? '';
}

/** First cells of a section's table rows that are a code span: `| \`code\` |`. */
function codesOf(section: string): string[] {
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, code]) => code ?? '');
}

/** Every command with its full name: `labels accept`. */
function commandsOf(command: Command, prefix = ''): [string, Command][] {
  return command.commands.flatMap((own): [string, Command][] => {
    const name = `${prefix}${own.name()}`;
    return [[name, own], ...commandsOf(own, `${name} `)];
  });
}

describe('docs/cli.md', () => {
  const page = textOf('docs/cli.md');
  const program = buildProgram(systemRuntime({}));
  const commands = commandsOf(program);

  test('has a section for every command, and for no other', () => {
    const headings = [...page.matchAll(/^## `guidang ([a-z ]+)`$/gm)].map(([, name]) => name);
    expect(headings.toSorted()).toEqual(commands.map(([name]) => name).toSorted());
  });

  test.each(commands)('describes each argument and option of %s, and no other', (name, command) => {
    const own = command.options.filter(({ long }) => long !== '--lang').map(({ flags }) => flags);
    const given = command.registeredArguments.map((argument) => {
      const dots = argument.variadic ? '...' : '';
      return argument.required ? `<${argument.name()}${dots}>` : `[${argument.name()}${dots}]`;
    });
    expect(codesOf(sectionOf(page, `## \`guidang ${name}\``)).toSorted()).toEqual(
      [...given, ...own].toSorted(),
    );
  });

  test('describes the options of the program itself', () => {
    const general = codesOf(sectionOf(page, '## Options of every command'));
    expect(general).toEqual([...program.options.map(({ flags }) => flags), '-h, --help']);
  });
});

describe('pages printed from data', () => {
  test('docs/data-dictionary.md lists every column of every view', async () => {
    await expect(dataDictionaryPage()).toMatchFileSnapshot('../../docs/data-dictionary.md');
  });

  test('docs/errors.md lists every error code', async () => {
    await expect(errorsPage()).toMatchFileSnapshot('../../docs/errors.md');
    for (const code of queryErrorCodes) expect(errorsPage()).toContain(`\`${code}\``);
  });
});

describe('every code of a closed list has a row on its page:', () => {
  test.each([
    [
      'formats',
      'docs/formats.md',
      '## Formats that are read',
      extractors.flatMap((e) => e.formats),
    ],
    ['form types', 'docs/forms.md', '## Form types', formTypes],
    ['label kinds', 'docs/forms.md', '## Kinds of labels', labelKinds],
    ['stages', 'docs/architecture.md', '## Stages', [...stages, 'load']],
  ])('%s in %s', (_what, page, heading, codes) => {
    expect(codesOf(sectionOf(textOf(page), heading))).toEqual([...codes]);
  });
});

describe('the documentation', () => {
  const pages = filesBelow('.').filter((name) => name.endsWith('.md'));

  test('has links only to what is there', () => {
    const links = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => ({ page, target: posix.join(posix.dirname(page), target) })),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ target }) => !existsSync(join(root, target)))).toEqual([]);
  });

  test('names only files that are there', () => {
    const paths = new RegExp(
      `\`((?:${[...productFolders, 'samples', 'bench', 'test', 'docs'].join('|')})/[\\w./-]*)\``,
      'g',
    );
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(paths)].map(([, path]) => ({ page, path: path ?? '' })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('begins with a README of at most 150 lines that names every page of docs/', () => {
    const readme = textOf('README.md');
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
    for (const page of filesBelow('docs')) expect(readme).toContain(`(${page})`);
    for (const command of ['npm ci && npm start', 'npm ci && npm test'])
      expect(readme).toContain(command);
  });
});
