import { agricultureDocuments } from './documents/agriculture-documents.ts';
import { baishitanDocuments } from './documents/baishitan-documents.ts';
import { liuhewanDocuments } from './documents/liuhewan-documents.ts';
import { wutongaoDocuments } from './documents/wutongao-documents.ts';
import type { SampleDocument } from './sample-document.ts';

/** All samples, unit by unit and year by year. */
export const sampleDocuments: readonly SampleDocument[] = [
  ...baishitanDocuments,
  ...wutongaoDocuments,
  ...liuhewanDocuments,
  ...agricultureDocuments,
];
