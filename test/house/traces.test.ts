import { homedir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { filesBelow, root, textOf } from './files.ts';

const texts = filesBelow('.').filter(
  (name) =>
    /(?:\.(?:ts|md|json|ya?ml|txt)|\/run|^[A-Z]+)$/.test(name) &&
    !name.startsWith('samples/documents/'),
);

/** Lines that match, each with its file. */
function linesWith(pattern: RegExp, names: readonly string[] = texts): string[] {
  return names.flatMap((name) =>
    textOf(name)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1} ${line.trim()}`] : [])),
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('nothing that is checked in', () => {
  test('names a place on the machine it was written on', () => {
    const places = [root, homedir()].filter((place) => place.length > 1).map(escaped);
    expect(linesWith(new RegExp(`(?:${places.join('|')})(?:[/\\\\]|\\b)`))).toEqual([]);
    expect(linesWith(/\/(?:home|Users)\/[a-z]+\/|\b[A-Z]:\\Users\\/)).toEqual([]);
  });

  test('needs a folder beside the checkout; tests may read one where it is there', () => {
    expect(
      linesWith(
        /\.\.\/shared\b/,
        texts.filter((name) => !name.startsWith('test/')),
      ),
    ).toEqual([]);
  });

  test('installs from anywhere but the public registry', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { resolved?: string }>;
    };
    const hosts = Object.values(lock.packages).flatMap(({ resolved }) =>
      resolved ? [new URL(resolved).host] : [],
    );
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
    expect(filesBelow('.').filter((name) => name.endsWith('.npmrc'))).toEqual([]);
  });
});
