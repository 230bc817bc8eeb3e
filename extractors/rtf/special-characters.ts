/** Control words and symbols that are a character (RTF 1.9.1, "Special Characters"). */
const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    line: '\n',
    lbr: '\n',
    emdash: '—',
    endash: '–',
    emspace: '\u2003',
    enspace: '\u2002',
    qmspace: '\u2005',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    zwj: '\u200d',
    zwnj: '\u200c',
    '~': '\u00a0',
    _: '-',
    '\\': '\\',
    '{': '{',
    '}': '}',
  }),
);

/** The character a control word or symbol stands for; undefined where it stands for none. */
export function specialCharacter(control: string): string | undefined {
  return characters.get(control);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Text without control characters, which show nothing. */
export function printable(text: string): string {
  return text.replace(controls, '');
}
