/** The longer tables of evidence, taken apart when the tool is built (scripts/built.mjs). */
import type { CategoryId } from '../domain/category.ts';
import { fold } from '../domain/text.ts';
import type { CpvStrength, OperationSign, SignKind } from './evidence.ts';
import { itemsOf } from './items.ts';
import cpv from './tables/cpv.csv';
import operations from './tables/operations.csv';
import shortForms from './tables/shortened.csv';

export const OPERATION_SIGNS: readonly OperationSign[] = operations.map(line => ({
  words: line['words']!,
  kinds: itemsOf(line['kind'], ' ') as SignKind[],
  weight: Number(line['weight']),
}));

export const shortened: readonly (readonly [string, string])[] = shortForms.map(line => [
  line['short']!,
  fold(line['words']!),
]);

export const cpvMeanings: readonly (readonly [string, readonly (readonly [CategoryId, CpvStrength])[]])[] =
  cpv.map(line => [
    line['code']!.replace(/x+$/, ''),
    (['strong', 'medium', 'weak'] as const).flatMap(strength =>
      (itemsOf(line[strength], ' ') as CategoryId[]).map(id => [id, strength] as const),
    ),
  ]);
