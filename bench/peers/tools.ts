import type { PeerFormat } from './formats.ts';
import type { LibraryName } from './libraries.ts';
import type { Output } from './output.ts';

/** A library in a process of its own. */
interface LibraryUse {
  readonly kind: 'library';
  readonly name: LibraryName;
}

/** A program that is started for each file. */
interface CommandUse {
  readonly kind: 'command';
  readonly program: string;
  args(path: string): readonly string[];
  /** What it does next to nothing with: the time to start. */
  readonly idle: readonly string[];
  readonly gives: Exclude<Output['kind'], 'rows' | 'grids'>;
}

/** A program that is started once for all files. */
interface BatchUse {
  readonly kind: 'batch';
  readonly program: string;
}

/** What a user could take instead, in its best mode. */
export interface Tool {
  readonly name: string;
  readonly formats: readonly PeerFormat[];
  readonly use: LibraryUse | CommandUse | BatchUse;
}

const pdf = ['pdf', 'pdf landscape', 'pdf short'] as const;
const flow = ['docx', 'doc', 'rtf', 'odt', 'html'] as const;
const sheets = ['xlsx', 'xls', 'ods'] as const;

function library(name: LibraryName, formats: readonly PeerFormat[]): Tool {
  return { name, formats, use: { kind: 'library', name } };
}

export const guidang = library('guidang', [...flow, ...sheets, ...pdf]);

export const tools: readonly Tool[] = [
  guidang,
  library('mammoth', ['docx']),
  library('officeparser', ['docx', 'rtf', 'odt', 'html', 'xlsx', 'ods', ...pdf]),
  library('word-extractor', ['docx', 'doc']),
  library('SheetJS to HTML', sheets),
  library('pdf-parse getTable', pdf),
  library('pdf-parse getText', pdf),
  {
    name: 'pandoc',
    formats: ['docx', 'rtf', 'odt', 'html'],
    use: {
      kind: 'command',
      program: 'pandoc',
      args: (path) => ['--to=html', '--', path],
      idle: ['--version'],
      gives: 'html',
    },
  },
  {
    name: 'antiword',
    formats: ['doc'],
    use: {
      kind: 'command',
      program: 'antiword',
      args: (path) => ['-m', 'UTF-8.txt', '-x', 'db', path],
      idle: ['-h'],
      gives: 'docbook',
    },
  },
  {
    name: 'pdftotext -layout',
    formats: pdf,
    use: {
      kind: 'command',
      program: 'pdftotext',
      args: (path) => ['-layout', path, '-'],
      idle: ['-v'],
      gives: 'text',
    },
  },
  {
    name: 'LibreOffice to HTML',
    formats: ['docx', 'doc', 'rtf', 'odt', ...sheets],
    use: { kind: 'batch', program: 'soffice' },
  },
];
