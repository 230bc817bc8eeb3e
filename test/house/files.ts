import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Folders of the product, in the order of the way of the data. */
export const productFolders = ['schemas', 'extractors', 'pipeline', 'warehouse'] as const;

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** Every file below a folder, as a path from the root with forward slashes. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(root, folder, entry.name);
    const name = relative(root, path).replaceAll('\\', '/');
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) found.push(...filesBelow(name));
    } else found.push(name);
  }
  return found.sort();
}

/** TypeScript files of the product, its samples and its benchmarks. */
export function sourceFiles(): string[] {
  return [...productFolders, 'samples', 'bench']
    .flatMap(filesBelow)
    .filter((name) => name.endsWith('.ts'));
}

export function textOf(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}
