/** Just enough XML for the parts of a workbook: a flat walk over tags, whatever their namespace prefix. */

/** A tag, and the text that follows it up to the next one. */
export interface Tag {
  /** Local name, without prefix. */
  readonly name: string;
  /** `open` also for `<a/>`, which has `empty`. */
  readonly kind: 'open' | 'close';
  readonly empty: boolean;
  /** Raw attributes: see {@link attribute}. */
  readonly attributes: string;
  /** Raw text: see {@link textOf}. */
  readonly text: string;
}

/** Calls `visit` with every tag of the document, in order. Comments, declarations and instructions are passed over. */
export function walkTags(xml: string, visit: (tag: Tag) => void): void {
  const plain = xml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
  const tags = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>([^<]*)/g;
  for (let match = tags.exec(plain); match; match = tags.exec(plain)) {
    visit({
      kind: match[1] ? 'close' : 'open',
      name: match[2]!,
      attributes: match[3]!,
      empty: match[4] === '/',
      text: match[5]!,
    });
  }
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix (`id` finds `r:id`); `undefined` when absent. */
export function attribute(tag: Tag, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag.attributes);
  return match ? textOf(match[1] ?? match[2]!) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  __proto__: null!,
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Text with its entities read; an unknown one is left as it is. */
export function textOf(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? entity;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}
