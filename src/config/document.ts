/** Reads a configuration text (YAML, which JSON is part of) and knows where each of its values stands. */
import { LineCounter, isNode, parseDocument } from 'yaml';
import { Mistake } from '../domain/mistake.ts';

export interface ConfigurationDocument {
  readonly value: unknown;
  /** Line and column, from 1, of the value at a path; of its nearest parent when it is absent. */
  readonly locate: (path: readonly PropertyKey[]) => { line: number; column: number };
}

/** Parses the text. Throws a located {@link Mistake} on the first syntax error. */
export function readDocument(file: string, text: string): ConfigurationDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new Mistake('CONFIG_SYNTAX', { file, line, column: col, reason: error.code });
  }
  return {
    value: document.toJS() ?? {},
    locate(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) {
          const { line, col } = lines.linePos(node.range[0]);
          return { line, column: col };
        }
      }
      return { line: 1, column: 1 };
    },
  };
}
