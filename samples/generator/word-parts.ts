import { escapeXml } from './word-body.ts';

/** The parts of a Word package beside its body. Each function gives one whole part. */

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const bodyNamespaces = [
  main,
  `xmlns:r="${officeRelation}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export const partNames = ['styles', 'numbering', 'footnotes', 'header1', 'footer1'] as const;

const partKind = (name: string): string => name.replace(/\d+$/, '');

export function documentPart(body: string): string {
  return `${xml}<w:document ${bodyNamespaces}><w:body>${body}</w:body></w:document>`;
}

export function contentTypesPart(): string {
  const overrides = ['document', ...partNames].map((name) => {
    const kind = name === 'document' ? 'document.main' : partKind(name);
    return `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${kind}+xml"/>`;
  });
  return (
    `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `${overrides.join('')}</Types>`
  );
}

export function packageRelationsPart(): string {
  return (
    `${xml}<Relationships xmlns="${packageRelation}">` +
    `<Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="word/document.xml"/>` +
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
    '</Relationships>'
  );
}

export function documentRelationsPart(): string {
  const relations = partNames.map(
    (name) =>
      `<Relationship Id="${name}" Type="${officeRelation}/${partKind(name)}" Target="${name}.xml"/>`,
  );
  return `${xml}<Relationships xmlns="${packageRelation}">${relations.join('')}</Relationships>`;
}

export function corePart(modifiedAt: string): string {
  return (
    `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${modifiedAt}</dcterms:modified></cp:coreProperties>`
  );
}

export function stylesPart(): string {
  return (
    `${xml}<w:styles ${main}>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="table" w:styleId="a3"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>' +
    ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
      .join('') +
    '</w:tblBorders></w:tblPr></w:style></w:styles>'
  );
}

/** 一、 then （一） then 1. — one definition, and a list of its own for each report that counts. */
export function numberingPart(lists: number): string {
  const levels = [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ].map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
  );
  const nums = Array.from({ length: lists }, (_, index) => {
    const restart = [0, 1, 2]
      .map(
        (level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
      )
      .join('');
    return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="0"/>${restart}</w:num>`;
  });
  return (
    `${xml}<w:numbering ${main}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>` +
    `${levels.join('')}</w:abstractNum>${nums.join('')}</w:numbering>`
  );
}

export function footnotesPart(notes: readonly string[]): string {
  const separators = [
    ['separator', -1],
    ['continuationSeparator', 0],
  ].map(
    ([type, id]) =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  );
  const footnotes = notes.map(
    (text, index) =>
      `<w:footnote w:id="${index + 1}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${escapeXml(text)}</w:t></w:r></w:p></w:footnote>`,
  );
  return `${xml}<w:footnotes ${main}>${separators.join('')}${footnotes.join('')}</w:footnotes>`;
}

export function headerPart(text: string): string {
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `${xml}<w:hdr ${main}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run}</w:p></w:hdr>`;
}

const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A footer with the page number, or an empty one. */
export function footerPart(numbered: boolean): string {
  const text = (value: string) => `<w:r><w:t xml:space="preserve">${value}</w:t></w:r>`;
  const runs = numbered ? `${text('— ')}${field('PAGE')}${text(' —')}` : '';
  return `${xml}<w:ftr ${main}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p></w:ftr>`;
}
