import type { Limits } from '../extractor.ts';
import { createXmlBudget, streamXml } from '../xml/xml-stream.ts';

/** How a part of an OpenDocument package is encrypted (OpenDocument 1.3 part 2, 4.8). */
export interface EncryptedPart {
  readonly path: string;
  /** Bytes of the part itself, inflated. */
  readonly size: number;
  readonly cipher: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'blowfish';
  readonly startKey: 'sha1' | 'sha256';
  readonly initialisation: Buffer;
  readonly salt: Buffer;
  readonly iterations: number;
  /** Of the first kilobyte as it is deflated. */
  readonly checksum: { readonly kind: 'sha1' | 'sha256'; readonly value: Buffer } | null;
}

const ciphers: ReadonlyMap<string, EncryptedPart['cipher']> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'aes-128-cbc'],
  ['http://www.w3.org/2001/04/xmlenc#aes192-cbc', 'aes-192-cbc'],
  ['http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'aes-256-cbc'],
  ['Blowfish CFB', 'blowfish'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#blowfish', 'blowfish'],
]);

/**
 * The encrypted parts by the package's manifest.
 *
 * @returns null where one of them is encrypted in a way that is not known here: its name
 * @throws IngestError as streamXml does
 */
export function encryptedParts(
  manifest: Uint8Array,
  limits: Limits,
): { readonly parts: readonly EncryptedPart[]; readonly unknown: string | null } {
  const parts: EncryptedPart[] = [];
  let unknown: string | null = null;
  let values = new Map<string, string>();
  const open = (name: string, attributes: { get(name: string): string | undefined }): void => {
    if (name === 'manifest:file-entry') values = new Map();
    for (const attribute of told[name] ?? []) {
      const value = attributes.get(attribute);
      if (value !== undefined) values.set(`${name} ${attribute}`, value);
    }
  };
  const close = (name: string): void => {
    if (name !== 'manifest:encryption-data') return;
    const part = partOf(values);
    if (part) parts.push(part);
    else unknown ??= [get(values, 'algorithm', 'algorithm-name'), derivation(values)].join(', ');
  };
  streamXml(
    'META-INF/manifest.xml',
    manifest,
    [{ open, text() {}, close }],
    createXmlBudget(limits),
  );
  return { parts, unknown };
}

/** What each element of the manifest tells of a part. */
const told: Readonly<Record<string, readonly string[]>> = {
  'manifest:file-entry': ['manifest:full-path', 'manifest:size'],
  'manifest:encryption-data': ['manifest:checksum-type', 'manifest:checksum'],
  'manifest:algorithm': ['manifest:algorithm-name', 'manifest:initialisation-vector'],
  'manifest:start-key-generation': ['manifest:start-key-generation-name'],
  'manifest:key-derivation': [
    'manifest:key-derivation-name',
    'manifest:iteration-count',
    'manifest:salt',
  ],
};

function get(values: ReadonlyMap<string, string>, element: string, attribute: string): string {
  return values.get(`manifest:${element} manifest:${attribute}`) ?? '';
}

function derivation(values: ReadonlyMap<string, string>): string {
  return get(values, 'key-derivation', 'key-derivation-name');
}

/** More would keep a thread for minutes: LibreOffice has 100,000. */
const mostIterations = 5_000_000;

function partOf(values: ReadonlyMap<string, string>): EncryptedPart | null {
  const cipher = ciphers.get(get(values, 'algorithm', 'algorithm-name'));
  const iterations = Number(get(values, 'key-derivation', 'iteration-count'));
  const size = Number(get(values, 'file-entry', 'size'));
  const known = cipher !== undefined && /(?:^|#)PBKDF2$/i.test(derivation(values));
  if (!known || !(iterations >= 1 && iterations <= mostIterations)) return null;
  if (!Number.isSafeInteger(size)) return null;
  const base64 = (element: string, attribute: string): Buffer =>
    Buffer.from(get(values, element, attribute), 'base64');
  const checksum = get(values, 'encryption-data', 'checksum-type');
  const checksumKind = /sha256-1k$/i.test(checksum) ? 'sha256' : 'sha1';
  const known1k = /(?:sha1[-/]1k|sha256-1k)$/i.test(checksum);
  return {
    path: get(values, 'file-entry', 'full-path'),
    size,
    cipher,
    startKey: /sha256$/i.test(get(values, 'start-key-generation', 'start-key-generation-name'))
      ? 'sha256'
      : 'sha1',
    initialisation: base64('algorithm', 'initialisation-vector'),
    salt: base64('key-derivation', 'salt'),
    iterations,
    checksum: known1k ? { kind: checksumKind, value: base64('encryption-data', 'checksum') } : null,
  };
}
