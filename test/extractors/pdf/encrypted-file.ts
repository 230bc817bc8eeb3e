import { createHash } from 'node:crypto';

/** The padding of ISO 32000-1, algorithm 2. */
const padding = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

const id = Buffer.alloc(16, 7);
const permissions = -4;

/** What a file encrypted with RC4 and 40 bits says of it, and a way to encrypt its streams. */
export interface Lock {
  readonly trailer: string;
  readonly encrypt: (data: string, object: number) => string;
}

/** The standard security handler, revision 2 (ISO 32000-1, 7.6.3). */
export function lock(user: string, owner: string): Lock {
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(permissions);
  const key = md5(padded(user), ownerEntry, rights, id).subarray(0, 5);
  const userEntry = rc4(key, padding);
  return {
    trailer:
      `/ID [<${id.toString('hex')}> <${id.toString('hex')}>] ` +
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P ${permissions} ` +
      `/O <${ownerEntry.toString('hex')}> /U <${userEntry.toString('hex')}> >>`,
    encrypt: (data, object) => {
      const number = Buffer.from([object & 0xff, object >> 8, 0, 0, 0]);
      return rc4(md5(key, number).subarray(0, 10), Buffer.from(data, 'latin1')).toString('latin1');
    },
  };
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
}

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let i = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
