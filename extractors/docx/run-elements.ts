import { shownByCode } from '../flow/field-code.ts';
import { readSymbol, unknownSymbol } from '../flow/symbol.ts';
import { type Attributes, isOn, readInteger } from '../xml/xml-stream.ts';
import { breakPage } from './page-breaks.ts';
import { hiddenReason } from './run-looks.ts';
import { readScript } from './scripts.ts';
import {
  addLeftover,
  addNotice,
  appendGenerated,
  appendText,
  closeFlow,
  currentFlow,
  openFlow,
  popAside,
  pushAside,
  type Story,
} from './story.ts';

export type Opener = (story: Story, attributes: Attributes) => void;
export type Closer = (story: Story) => void;

/** What stands in runs (ECMA-376 part 1, 17.3.3): text, symbols, breaks, fields, drawings. */
export const runOpeners: Readonly<Record<string, Opener>> = {
  'w:r': openRun,
  'm:r': openRun,
  'w:rStyle': withRun((run, attributes) => {
    run.style = attributes.get('w:val') ?? null;
  }),
  'w:rFonts': withRun((run, attributes) => {
    run.font = attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? null;
  }),
  'w:strike': withRun((run, attributes) => {
    run.struck = isOn(attributes.get('w:val'));
  }),
  'w:dstrike': withRun((run, attributes) => {
    run.doubleStruck = isOn(attributes.get('w:val'));
  }),
  'w:vertAlign': withRun((run, attributes) => {
    run.script = readScript(attributes.get('w:val'));
  }),
  'w:t': captureAs('text'),
  'm:t': captureAs('text'),
  'a:t': captureAs('drawing'),
  'w:delText': captureAs('deleted'),
  'w:instrText': captureAs('code'),
  'w:tab': inContent((story) => appendText(story, '\t')),
  'w:ptab': (story) => appendText(story, '\t'),
  'w:cr': (story) => appendText(story, '\n'),
  'w:br': openBreak,
  'w:lastRenderedPageBreak': breakPage,
  'w:noBreakHyphen': (story) => appendText(story, '-'),
  'w:sym': (story, attributes) =>
    openSymbol(story, attributes.get('w:font'), attributes.get('w:char')),
  'w16se:symEx': (story, attributes) =>
    openSymbol(story, attributes.get('w16se:font'), attributes.get('w16se:char')),
  'w:rt': (story) => pushAside(story, 'decoration'),
  'm:sup': (story) => story.mathScripts.push('superscript'),
  'm:sub': (story) => story.mathScripts.push('subscript'),
  // A fraction reads as one: without its bar 1/2 would be 12.
  'm:den': (story) => appendGenerated(story, '/'),
  'w:fldChar': openFieldChar,
  'w:checkBox': openForm,
  'w:ddList': openForm,
  'w:default': (story, attributes) => {
    const value = attributes.get('w:val');
    if (!story.form) return;
    story.form.byDefault = isOn(value);
    story.form.chosen = readInteger(value) ?? 0;
  },
  'w:checked': (story, attributes) => {
    if (story.form) story.form.checked = isOn(attributes.get('w:val'));
  },
  'w:result': (story, attributes) => {
    if (story.form) story.form.chosen = readInteger(attributes.get('w:val')) ?? 0;
  },
  'w:listEntry': (story, attributes) => {
    story.form?.entries.push(attributes.get('w:val') ?? '');
  },
  'w:txbxContent': openTextBox,
  'v:textpath': (story, attributes) => {
    addLeftover(story, attributes.get('string') ?? '', 'watermark');
  },
  'o:OLEObject': (story) =>
    addNotice(story, 'embedded-document-unread', '文档内嵌入了另一文件（OLE 对象），其内容未读取'),
  'w:altChunk': openChunk,
  'c:chart': refer('r:id'),
  'cx:chart': refer('r:id'),
  'dgm:relIds': refer('r:dm'),
};

export const runClosers: Readonly<Record<string, Closer>> = {
  'w:r': closeRun,
  'm:r': closeRun,
  'w:t': endCapture,
  'm:t': endCapture,
  'a:t': endCapture,
  'w:delText': endCapture,
  'w:instrText': endCapture,
  'w:rt': popAside,
  'm:sup': closeMathScript,
  'm:sub': closeMathScript,
  'w:checkBox': (story) => {
    const form = story.form;
    story.form = null;
    if (form) appendForm(story, (form.checked ?? form.byDefault) ? '☑' : '□');
  },
  'w:ddList': (story) => {
    const form = story.form;
    story.form = null;
    if (form) appendForm(story, form.entries[form.chosen] ?? '');
  },
  'w:txbxContent': closeTextBox,
};

function openRun(story: Story): void {
  story.runs.push({
    hidden: null,
    struck: null,
    doubleStruck: null,
    script: null,
    style: null,
    font: null,
  });
}

function closeRun(story: Story): void {
  story.runs.pop();
}

/** Run properties count in a run; the same elements stand in the properties of paragraph marks. */
function withRun(set: (run: Story['runs'][number], attributes: Attributes) => void): Opener {
  return (story, attributes) => {
    const run = story.runs.at(-1);
    if (run && story.properties.at(-1) === 'run') set(run, attributes);
  };
}

/** w:tab is also a tab stop in w:pPr. */
function inContent(opener: Opener): Opener {
  return (story, attributes) => {
    if (story.properties.length === 0) opener(story, attributes);
  };
}

function captureAs(capture: Story['capture']): Opener {
  return (story) => {
    story.capture = capture;
  };
}

function endCapture(story: Story): void {
  story.capture = null;
}

function openBreak(story: Story, attributes: Attributes): void {
  const type = attributes.get('w:type') ?? 'textWrapping';
  if (type === 'textWrapping') appendText(story, '\n');
  else if (type === 'page') breakPage(story);
}

function openSymbol(story: Story, font: string | undefined, code: string | undefined): void {
  const symbol = readSymbol(font, code);
  if (symbol === null) {
    addNotice(
      story,
      'symbol-unknown',
      `符号 ${code ?? '?'}（字体 ${font ?? '?'}）无法辨认，记作 □`,
    );
  }
  appendText(story, symbol ?? unknownSymbol);
}

function openFieldChar(story: Story, attributes: Attributes): void {
  // Of a deleted field nothing shows, so it opens and ends none.
  if (story.aside === 'deleted_revision') return;
  const type = attributes.get('w:fldCharType');
  if (type === 'begin') story.fields.begin();
  else if (type === 'separate') story.fields.separate();
  else if (type === 'end') {
    const instruction = story.fields.end();
    const shown = instruction === null ? null : shownByCode(instruction);
    if (shown !== null) appendGenerated(story, shown);
  }
}

function openForm(story: Story): void {
  story.form = { checked: null, byDefault: false, entries: [], chosen: 0 };
}

/** A form's glyph stands inside the field's beginning, but is no code. */
function appendForm(story: Story, text: string): void {
  story.fields.separate();
  appendGenerated(story, text);
}

function openTextBox(story: Story): void {
  pushAside(story, hiddenReason(story));
  openFlow(story);
}

/** Its content follows the paragraph that anchors it. */
function closeTextBox(story: Story): void {
  popAside(story);
  const { items } = closeFlow(story);
  const target = story.paragraphs.at(-1)?.anchored ?? currentFlow(story).items;
  for (const item of items) target.push(item);
}

function closeMathScript(story: Story): void {
  story.mathScripts.pop();
}

/** 17.17.2.1: Word lays the file out here; to this reader it is a text of its own. */
function openChunk(story: Story, attributes: Attributes): void {
  const id = attributes.get('r:id');
  if (id !== undefined) story.chunks.push(id);
  addNotice(
    story,
    'embedded-document-unread',
    '文档内嵌入了另一文件（altChunk），其内容不作正文读取，归入剩余文本',
  );
}

function refer(attribute: string): Opener {
  return (story, attributes) => {
    const id = attributes.get(attribute);
    if (id !== undefined) story.references.push(id);
  };
}
