/** The page's markup. Whatever a template receives is escaped, unless it is markup already. */

/** Markup that may be written as it is: only {@link markup} and {@link trusted} make it. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes. Nothing is written for `null`, `undefined` and `false`; a list is written item by item. */
export type Fragment = Markup | string | number | null | undefined | false | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stays text, between tags as well as in a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]!);
}

/** The literal parts of each template, without the line breaks and indentation that are there for its readers. */
const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template of markup: values are escaped; a line break and the indentation around it are not part of the page. */
export function markup(literals: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
  const parts = compacted.get(literals) ?? literals.map(part => part.replace(/\s*\n\s*/g, ''));
  compacted.set(literals, parts);
  let text = parts[0]!;
  values.forEach((value, i) => {
    text += written(value) + parts[i + 1]!;
  });
  return { markup: text };
}

/** The page's own style and script, which are files of this repository and never a user's text. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function written(value: Fragment): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(written).join('');
}
