import { posix } from 'node:path';
import type { Attachment } from '../extractor.ts';
import { childrenOf, type OfdElement, textOfChild } from './element-tree.ts';
import type { OfdDocument } from './ofd-document.ts';
import type { OfdPackage } from './ofd-package.ts';

/** Files attached to a document (GB/T 33190-2016, chapter 17). */
export function readAttachments(
  source: OfdPackage,
  { part }: OfdDocument,
): { readonly files: Attachment[]; readonly missing: string[] } {
  const files: Attachment[] = [];
  const missing: string[] = [];
  for (const { text } of childrenOf(part.root, 'Attachments')) {
    const list = text.trim() === '' ? null : source.locate(text, part.name);
    if (list === null) {
      if (text.trim() !== '') missing.push(text.trim());
      continue;
    }
    for (const attachment of childrenOf(source.read(list).root, 'Attachment')) {
      const location = textOfChild(attachment, 'FileLoc') ?? '';
      const file = location === '' ? null : source.locate(location, list);
      const bytes = file === null ? null : source.bytes(file);
      if (file === null || !bytes) missing.push(location);
      else files.push({ name: nameOf(attachment, file), bytes });
    }
  }
  return { files, missing };
}

/** The name given to it, with the ending of the file it is kept in. */
function nameOf({ attributes }: OfdElement, file: string): string {
  const kept = posix.basename(file);
  const given = posix.basename((attributes.get('Name') ?? '').replaceAll('\\', '/').trim());
  if (given === '') return kept;
  const ending = posix.extname(kept);
  return posix.extname(given) === '' ? given + ending : given;
}
