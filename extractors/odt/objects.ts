import { countCharacters } from '../accounting.ts';
import type { Script } from '../flow/script-digits.ts';
import { streamXml, type XmlHandler } from '../xml/xml-stream.ts';
import type { OdfParts } from './odf-parts.ts';
import { addLeftover, appendGenerated, type Story, takeText } from './story.ts';
import type { Look } from './styles.ts';

/**
 * Reads the objects of a package where they stand: a formula is text of its paragraph; the text of
 * a chart or a workbook in it is kept, unread; other programs' files are told of.
 *
 * @param into counts of the source's characters
 */
export function createObjectReader(
  parts: OdfParts,
  into: Record<string, number>,
): (story: Story, href: string) => void {
  const read = new Set<string>();
  return (story, href) => {
    const path = href.replace(/^\.\//, '').replace(/\/$/, '');
    if (read.has(path)) return;
    read.add(path);
    const name = `${path}/content.xml`;
    const bytes = parts.read(name);
    if (bytes) {
      const object = createObjectText(story, into);
      streamXml(name, bytes, [object.handler], parts.budget);
      addLeftover(story, object.lines.join('\n'), 'unread');
    } else if (parts.read(path)) story.objects.push(path);
    else {
      const message = `文档引用的部件 ${path} 不存在`;
      story.notices.push({ code: 'part-missing', message, at: path });
    }
  };
}

/** What stands above or below the line, by the element around it and its place there (3.4). */
const scripts: Readonly<Record<string, Script>> = {
  '?:msup 2': 'superscript',
  '?:msub 2': 'subscript',
  '?:msubsup 2': 'subscript',
  '?:msubsup 3': 'superscript',
};

interface ObjectText {
  readonly handler: XmlHandler;
  readonly lines: string[];
}

/** Tokens of a formula (MathML 3, 3.2); its namespace is not one this reader names. */
const tokens: ReadonlySet<string> = new Set(['?:mi', '?:mn', '?:mo', '?:mtext', '?:ms']);

function createObjectText(story: Story, into: Record<string, number>): ObjectText {
  const lines: string[] = [];
  /** Of each element open, how many stand in it so far: a fraction's second is below its bar. */
  const open: { readonly name: string; readonly outer: Look; children: number }[] = [];
  let inText = 0;
  const isFormula = (): boolean => open[0]?.name === '?:math';
  const handler: XmlHandler = {
    open(name) {
      const parent = open.at(-1);
      if (parent) parent.children++;
      if (parent?.name === '?:mfrac' && parent.children === 2) appendGenerated(story, '/');
      open.push({ name, outer: story.look, children: 0 });
      const script = scripts[`${parent?.name} ${parent?.children}`];
      if (script) story.look = { ...story.look, script };
      if (inText > 0 || name === 'text:p' || name === 'text:h') inText++;
      if (inText === 1) lines.push('');
    },
    text(text) {
      if (isFormula() && tokens.has(open.at(-1)?.name ?? '')) {
        const shown = text.trim();
        countCharacters(shown, into);
        takeText(story, shown);
      } else if (inText > 0) {
        countCharacters(text, into);
        lines.push((lines.pop() ?? '') + text);
      }
    },
    close() {
      story.look = open.pop()?.outer ?? story.look;
      if (inText > 0) inText--;
    },
  };
  return { handler, lines };
}
