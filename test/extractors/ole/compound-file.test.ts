import { describe, expect, test } from 'vitest';
import { openCompoundFile } from '../../../extractors/ole/compound-file.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { pack } from '../doc/doc-file.ts';

const large = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7) % 251);
const file = pack({ Small: Uint8Array.of(1, 2, 3), Large: large, 'Folder/Inner/Deep': large });

function patched(change: (view: DataView) => void): Uint8Array {
  const copy = file.slice();
  change(new DataView(copy.buffer));
  return copy;
}

/** Where the directory entry of this name stands. */
function entryAt(name: string): number {
  return Buffer.from(file).indexOf(Buffer.from(`${name}\0`, 'utf16le'));
}

describe('a compound file', () => {
  test('gives its streams, small and large, and those of its storages', () => {
    const root = openCompoundFile(file);
    expect(root.streams.get('small')?.read()).toEqual(Uint8Array.of(1, 2, 3));
    expect(root.streams.get('large')?.read()).toEqual(large);
    const inner = root.storages.get('folder')?.storages.get('inner');
    expect(inner?.streams.get('deep')?.read()).toEqual(large);
  });

  test('whose last sector is cut short is whole where nothing of a stream is missing', () => {
    const root = openCompoundFile(file.slice(0, file.length - 100));
    expect(root.streams.get('small')?.read()).toEqual(Uint8Array.of(1, 2, 3));
    expect(root.streams.get('large')?.read()).toEqual(large);
    const shorter = openCompoundFile(file.slice(0, file.length - 511));
    expect(() => shorter.streams.get('small')?.read()).toThrow(IngestError);
  });

  test('with an entry that is its own neighbour or child ends', () => {
    const at = entryAt('Folder');
    const index = (at % 512) / 128;
    const root = openCompoundFile(
      patched((view) => {
        for (const field of [68, 72, 76]) view.setUint32(at + field, index, true);
      }),
    );
    expect(root.streams.size + root.storages.size).toBeGreaterThan(0);
  });

  test('with a chain that runs in a circle, or a size beyond the file, is cut off', () => {
    const at = entryAt('Large');
    const start = new DataView(file.buffer).getUint32(at + 116, true);
    const fat = (new DataView(file.buffer).getUint32(76, true) + 1) * 512;
    const circle = patched((view) => {
      view.setUint32(at + 120, 0x7fffffff, true);
      view.setUint32(fat + start * 4, start, true);
    });
    for (const bytes of [circle, patched((view) => view.setUint32(at + 120, 0x7fffffff, true))]) {
      expect(() => openCompoundFile(bytes).streams.get('large')?.read()).toThrow(IngestError);
    }
  });

  test('without a sensible header is refused', () => {
    for (const bytes of [
      new Uint8Array(600),
      file.slice(0, 300),
      patched((view) => view.setUint16(30, 31, true)),
      patched((view) => view.setUint32(48, 0xfffffff0, true)),
    ]) {
      expect(() => openCompoundFile(bytes)).toThrow(IngestError);
    }
  });
});
