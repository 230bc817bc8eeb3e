import { packageFile, page, part } from '../ofd/package-file.ts';
import { advanceOf, type LaidPage } from './laid-pages.ts';
import { escapeXml } from './one-form.ts';

/** The habits of different writers. */
export interface OfdHabits {
  /** Lines stroked, filled as bars in points, or one rectangle a cell side on a template. */
  readonly lines: 'stroked' | 'bars' | 'template';
  /** A run with its steps, in points under a matrix, character by character, or steps averaged. */
  readonly text: 'steps' | 'points' | 'single' | 'averaged';
}

export const plainHabits: OfdHabits = { lines: 'stroked', text: 'steps' };

const mm = (points: number): string => ((points * 25.4) / 72).toFixed(3);
const pointMatrix = 'CTM="0.3528 0 0 0.3528 0 0"';

/** Laid pages as OFD. */
export function ofdFile(pages: readonly LaidPage[], habits: OfdHabits = plainHabits): Uint8Array {
  if (habits.lines !== 'template') {
    return packageFile(
      pages.map((laid) => pageXml(laid, linesXml(laid, habits) + textXml(laid, habits))),
    );
  }
  const use = (at: number): string => `<ofd:Template TemplateID="t${at}"/>`;
  const templates = pages.map((laid, at) => [
    `Doc_0/Tpls/T_${at}.xml`,
    page(linesXml(laid, habits)),
  ]);
  return packageFile(
    pages.map((laid, at) => pageXml(laid, textXml(laid, habits), use(at))),
    {
      common: pages
        .map((_, at) => `<ofd:TemplatePage ID="t${at}" BaseLoc="Tpls/T_${at}.xml"/>`)
        .join(''),
      members: Object.fromEntries(templates),
    },
  );
}

function pageXml({ width, height }: LaidPage, layer: string, before = ''): string {
  const box = `<ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area>`;
  return part(
    'Page',
    `${box}${before}<ofd:Content><ofd:Layer Type="Body">${layer}</ofd:Layer></ofd:Content>`,
  );
}

function linesXml({ lines }: LaidPage, habits: OfdHabits): string {
  const path = (attributes: string, data: string): string =>
    `<ofd:PathObject ${attributes}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
  return lines
    .map(({ x0, y0, x1, y1 }) => {
      const [across, down] = [x1 - x0, y1 - y0];
      const box = `Boundary="${mm(x0)} ${mm(y0)} ${mm(across + 0.5)} ${mm(down + 0.5)}"`;
      if (habits.lines !== 'bars') {
        return path(`${box} LineWidth="0.18"`, `M 0 0 L ${mm(across)} ${mm(down)}`);
      }
      const [right, bottom] = [across + 0.5, down + 0.5];
      return path(
        `${box} ${pointMatrix} Stroke="false" Fill="true"`,
        `M 0 0 L ${right} 0 L ${right} ${bottom} L 0 ${bottom} C`,
      );
    })
    .join('');
}

function textXml({ texts }: LaidPage, { text: habit }: OfdHabits): string {
  return texts
    .flatMap((text) => (habit === 'single' ? singles(text) : [run(text, habit)]))
    .join('');
}

type LaidText = LaidPage['texts'][number];

function run({ text, x, baseline, size }: LaidText, habit: OfdHabits['text']): string {
  const length = (points: number): string => (habit === 'points' ? String(points) : mm(points));
  const advances = [...text].map((each) => advanceOf(each) * size);
  const total = advances.reduce((sum, each) => sum + each, 0);
  const steps = habit === 'averaged' ? advances.map(() => total / advances.length) : advances;
  const delta = steps.length > 1 ? `DeltaX="${steps.slice(0, -1).map(length).join(' ')}"` : '';
  const object = `Boundary="${mm(x)} ${mm(baseline - size)} ${mm(total)} ${mm(size * 1.2)}" ${habit === 'points' ? pointMatrix : ''}`;
  return `<ofd:TextObject ${object} Font="3" Size="${length(size)}"><ofd:TextCode X="0" Y="${length(size)}" ${delta}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
}

function singles({ text, x, baseline, size }: LaidText): string[] {
  let left = x;
  return [...text].map((character) => {
    const written = run({ text: character, x: left, baseline, size }, 'single');
    left += advanceOf(character) * size;
    return written;
  });
}
