/** JSON in pieces: a document with a million contracts is longer than the longest text that an engine holds. */
import type * as z from 'zod';
import { orderOf } from '../../schema/order.ts';

/** Characters of a piece, about. */
const PIECE = 1 << 16;

/**
 * The text of a document, its members in the order of its schema. `lists` are members that are too long to be held at
 * once: their items come one by one.
 */
export function* jsonPieces(
  document: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, Iterable<unknown>>>,
  schema: z.ZodObject,
): Generator<string> {
  let before = '{\n  ';
  for (const [name, member] of Object.entries(schema.shape)) {
    const list = lists[name];
    if (!list && document[name] === undefined) continue;
    yield `${before}"${name}": `;
    if (list) yield* listPieces(list, orderOf(member as z.ZodType));
    else yield indented(orderOf(member as z.ZodType)(document[name]), '  ');
    before = ',\n  ';
  }
  yield '\n}\n';
}

function* listPieces(items: Iterable<unknown>, inOrder: (list: unknown) => unknown): Generator<string> {
  let piece = '[';
  let before = '\n    ';
  for (const item of items) {
    piece += before + indented((inOrder([item]) as readonly unknown[])[0], '    ');
    before = ',\n    ';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${before.startsWith(',') ? '\n  ' : ''}]`;
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
