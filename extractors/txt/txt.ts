import type { ExtractedDocument } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice, Outcome } from '../../schemas/notice.ts';
import { countCharacters } from '../accounting.ts';
import type { Extractor, Limits } from '../extractor.ts';
import { formatBySignature } from '../signatures.ts';
import { type DecodedText, decodeText } from '../text-encoding.ts';
import { readBlocks, type TextBlocks } from './blocks.ts';
import { splitLines } from './lines.ts';

/**
 * Text files: tab-led dumps of Word files (the rich-text handler of Apache Tika writes them) and
 * plain text with or without drawn or TAB-separated tables. All tables are ragged.
 */
export const txt: Extractor = {
  name: 'txt',
  formats: ['txt'],
  // Markup is text too, but no plain text: what another format's signature names is not read here.
  formatOf: (probe) =>
    probe.text !== null && formatBySignature(probe) === undefined ? 'txt' : null,
  extract: async (bytes, limits) => extractText(bytes, limits),
};

function extractText(bytes: Uint8Array, limits: Limits): Outcome<ExtractedDocument> {
  if (bytes.length > limits.inflatedBytes) {
    throw new IngestError('file_too_large', `${bytes.length} bytes of text`);
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw new IngestError('encoding_unknown', 'no known encoding reads this text');
  const { lines, leftovers, pages } = splitLines(decoded.text);
  const read = readBlocks(lines);
  guardElements(read, limits);
  const sourceCharacters: Record<string, number> = {};
  countCharacters(decoded.text, sourceCharacters);
  if (Object.keys(sourceCharacters).length === 0) {
    throw new IngestError('no_text', 'white space only');
  }
  return {
    value: {
      format: 'txt',
      extractor: 'txt 1',
      pages,
      modifiedAt: null,
      blocks: read.blocks,
      leftovers: [...leftovers, ...read.leftovers],
      generated: '',
      sourceCharacters,
    },
    notices: [...replacedNotices(decoded), ...read.notices],
  };
}

function guardElements({ blocks }: TextBlocks, limits: Limits): void {
  const elements = blocks.reduce(
    (sum, block) => sum + 1 + (block.kind === 'table' ? block.cells.length : 0),
    0,
  );
  if (elements > limits.elements) {
    throw new IngestError('file_too_large', `${elements} paragraphs and cells`);
  }
}

function replacedNotices({ replaced, encoding }: DecodedText): Notice[] {
  if (replaced === 0) return [];
  return [
    {
      code: 'characters-replaced',
      message: `有 ${replaced} 个字符无法按 ${encoding} 编码还原，显示为 �`,
      at: null,
    },
  ];
}
