/** `--set savings.expected=0.04`: one planner parameter, for a what-if, on top of the configuration. */
import { Mistake } from '../domain/mistake.ts';
import type { ConfigurationDocument } from './document.ts';

/** The same document with each `path=value` put under `plan`. Throws a {@link Mistake} for a text of another form. */
export function withOverrides(
  document: ConfigurationDocument,
  overrides: readonly string[],
): ConfigurationDocument {
  if (overrides.length === 0) return document;
  const value = structuredClone(document.value) as Record<string, unknown>;
  for (const text of overrides) {
    const match = /^\s*([\w.]+)\s*=\s*(\S.*?)\s*$/.exec(text);
    if (!match) throw new Mistake('BAD_SETTING', { text });
    put(value, ['plan', ...match[1]!.split('.')], scalar(match[2]!));
  }
  return { ...document, value };
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const next = target[key];
  const inner = typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : {};
  target[key] = inner;
  put(inner, rest, value);
}

/** A number (decimal comma allowed), a boolean, `null` or `none`, else the text itself. */
function scalar(text: string): unknown {
  if (text === 'null' || text === 'none') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text.replace(',', '.'));
  return Number.isNaN(number) ? text : number;
}
