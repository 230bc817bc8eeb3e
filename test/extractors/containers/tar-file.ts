/** An entry of a tar; names in whatever encoding. */
export interface TarEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** '0' a file, '2' a link, '5' a folder, 'L' a GNU long name, 'x' a pax header. */
  readonly type?: string;
}

/** A POSIX ustar archive. */
export function tarFile(...entries: readonly TarEntry[]): Uint8Array {
  const blocks = entries.flatMap(({ name, content = '', type = '0' }) => {
    const body = Buffer.from(content);
    const header = Buffer.alloc(512);
    Buffer.from(name).copy(header, 0, 0, 100);
    header.write(`0000644\0${'0'.repeat(7)}\0${'0'.repeat(7)}\0`, 100, 'latin1');
    header.write(
      `${body.length.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`,
      124,
      'latin1',
    );
    header.write(`        ${type}`, 148, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
