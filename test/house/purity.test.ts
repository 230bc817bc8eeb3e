import { describe, expect, test } from 'vitest';
import { filesBelow, productFolders, textOf } from './files.ts';

const sources = productFolders.flatMap(filesBelow).filter((name) => name.endsWith('.ts'));

/** Files with a line that matches, comments aside. */
function filesWith(pattern: RegExp): string[] {
  return sources.filter((name) =>
    textOf(name)
      .split('\n')
      .some((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && pattern.test(line)),
  );
}

describe('the world outside', () => {
  test('is read in one file: environment, clock and chance are passed down from it', () => {
    const readers = filesWith(/process\.env|Date\.now\(|new Date\(\)|Math\.random|randomUUID\(/);
    expect(readers).toEqual(['pipeline/runtime.ts']);
  });

  test('is spoken to through the runtime: nobody writes to the console', () => {
    expect(filesWith(/\bconsole\.\w/)).toEqual([]);
  });

  test('is not the network', () => {
    const network = /['"](?:node:)?(?:https?|net|tls|dgram|dns)['"]|\bfetch\(/;
    expect(filesWith(network)).toEqual([]);
  });
});
