/** The values that the published JSON is made of, and how each is read back. */
import * as z from 'zod';
import type { CodeParams } from '../../domain/code.ts';
import type { Day, Quarter } from '../../domain/day.ts';
import { cents } from '../../domain/money.ts';

/** A civil day, `YYYY-MM-DD`. */
export const day = z.iso.date().transform(text => text as Day);

export const quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .transform(text => text as Quarter);

/** Euros in JSON, cents in the tool. */
export const euros = z.number().transform(cents);

/** 0–1. */
export const share = z.number();

/** A number of things. */
export const count = z.int().min(0);

export const list = <T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> => z.array(item).readonly();

/** An identifier of some kind of thing. */
export function id<Id extends string>(): z.ZodType<Id, Id> {
  return z.string().min(1) as unknown as z.ZodType<Id, Id>;
}

/** What a sentence needs beside its code; amounts, under names that end in `Amount`, are euros. */
export const params = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .transform((values): CodeParams =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        name.endsWith('Amount') && typeof value === 'number' ? cents(value) : value,
      ]),
    ),
  );

/** A code, with its sentence in the language of the report when it has one. */
export const coded = z.strictObject({ code: z.string(), params });

/** A sentence in the language of the report: for readers; codes and parameters say the same. */
export const sentence = z.string();
