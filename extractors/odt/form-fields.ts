import type { Attributes } from '../xml/xml-stream.ts';
import type { Closer, Opener } from './elements.ts';
import type { FormField } from './open-form-field.ts';
import { appendGenerated, type Story } from './story.ts';

/**
 * Fields of forms that office programs keep beside the standard's own: a tick box or the entry chosen
 * of a list is in their parameters and nowhere as text. A text field's value is text.
 */
export const formOpeners: Readonly<Record<string, Opener>> = {
  'field:fieldmark': (story, attributes) => openField(story, attributes),
  'field:fieldmark-start': (story, attributes) => openField(story, attributes),
  'field:param': (story, attributes) => {
    const field = story.formFields.at(-1);
    if (field) readParameter(field, attributes);
    return null;
  },
};

function openField(story: Story, attributes: Attributes): Closer {
  const kind = /FORM(?:CHECKBOX|DROPDOWN)$/.exec(attributes.get('field:type') ?? '')?.[0] ?? '';
  const field: FormField = { kind, checked: false, selected: 0, entries: [] };
  story.formFields.push(field);
  return () => {
    story.formFields.pop();
    appendGenerated(story, shown(field));
  };
}

function readParameter(field: FormField, attributes: Attributes): void {
  const value = attributes.get('field:value') ?? '';
  switch (attributes.get('field:name')) {
    case 'Checkbox_Checked':
      field.checked = value === 'true';
      break;
    case 'Dropdown_Selected':
      field.selected = Number(value);
      break;
    case 'Dropdown_ListEntry':
      field.entries.push(value);
      break;
  }
}

function shown({ kind, checked, selected, entries }: FormField): string {
  if (kind === 'FORMCHECKBOX') return checked ? '☑' : '□';
  return kind === 'FORMDROPDOWN' ? (entries[selected] ?? '') : '';
}
