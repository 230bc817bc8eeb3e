import { pdfFile, say } from '../pdf/pdf-file.ts';
import type { LaidPage } from './laid-pages.ts';

/** Laid pages as PDF: 宋体 that the file does not enclose, every line stroked. */
export function paperPdf(pages: readonly LaidPage[]): Uint8Array {
  return pdfFile(
    pages.map(({ width, height, texts, lines }) => {
      const strokes = lines.map(
        ({ x0, y0, x1, y1 }) =>
          `${x0.toFixed(2)} ${(height - y0).toFixed(2)} m ${x1.toFixed(2)} ${(height - y1).toFixed(2)} l S\n`,
      );
      const words = texts.map(({ text, x, baseline, size }) =>
        say(text, x, height - baseline, size),
      );
      return {
        size: [width, height] as const,
        content: `0.5 w\n${strokes.join('')}${words.join('')}`,
      };
    }),
  );
}
