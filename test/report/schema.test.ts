/** The published JSON Schemas, by an independent validator, and the way back from JSON to reports. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configuration } from '../../src/config/schema.ts';
import type { Contract } from '../../src/domain/contract.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { Mistake } from '../../src/domain/mistake.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Alone, Participation, Plan, Tender } from '../../src/domain/plan.ts';
import { FORMAT_IDS } from '../../src/report/formats/registry.ts';
import { savedPlan } from '../../src/report/saved.ts';
import { orderOf } from '../../src/report/schema/order.ts';
import { outcomeOf, planDocument } from '../../src/report/schema/plan.ts';
import { contractsDocument } from '../../src/report/schema/register.ts';
import { FIXTURES, planOf, rendered, renderedText } from './fixture.ts';

type Json = Record<string, unknown>;

function validatorOf(schema: z.ZodType) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
  addFormats.default(ajv);
  return ajv.compile(z.toJSONSchema(schema, { io: 'input' }));
}

const isPlan = validatorOf(planDocument);
const isContracts = validatorOf(contractsDocument);
const isConfiguration = validatorOf(configuration);

/** Every object of a JSON value, with the way to it. */
function objectsIn(value: unknown, path = '$'): [string, Json][] {
  if (Array.isArray(value)) return value.flatMap((item, i) => objectsIn(item, `${path}[${i}]`));
  if (value === null || typeof value !== 'object') return [];
  return [
    [path, value as Json],
    ...Object.entries(value).flatMap(([name, inner]) => objectsIn(inner, `${path}.${name}`)),
  ];
}

describe.each(FIXTURES)('the JSON of %s', name => {
  let outcome: Outcome;
  beforeAll(async () => (outcome = await planOf(name)));

  it('is what its schema says, in both languages', async () => {
    for (const lang of ['fr', 'en'] as const) {
      isPlan(JSON.parse(await renderedText(outcome, 'json', { lang })));
      expect(isPlan.errors).toBeNull();
      isContracts(JSON.parse((await rendered({ kind: 'register', ...outcome }, 'json', { lang })) as string));
      expect(isContracts.errors).toBeNull();
    }
  });

  it.skipIf(name === 'l4h')('is refused with one more member anywhere but among parameters', async () => {
    const document = JSON.parse(await renderedText(outcome, 'json')) as Json;
    const kinds = new Map<string, Json>();
    for (const [path, object] of objectsIn(document)) {
      if (!path.endsWith('.params')) kinds.set(path.replace(/\[\d+\]/g, '[]'), object);
    }
    expect(kinds.size).toBeGreaterThan(25);
    for (const [path, object] of kinds) {
      object['surplus'] = 1;
      expect(isPlan(document), path).toBe(false);
      expect(planDocument.safeParse(document).success, path).toBe(false);
      delete object['surplus'];
    }
    expect(isPlan(document)).toBe(true);
  });

  it('gives every report back, byte for byte, in either language', async () => {
    // The largest group once, to spare time: the language of the saved file is only in sentences.
    for (const saved of name === 'l4h' ? (['en'] as const) : (['fr', 'en'] as const)) {
      const back = savedPlan('plan.json', await renderedText(outcome, 'json', { lang: saved }));
      for (const format of FORMAT_IDS) {
        for (const lang of ['fr', 'en'] as const) {
          const [direct, again] = await Promise.all(
            [outcome, back].map(subject => rendered({ kind: 'schedule', ...subject }, format, { lang })),
          );
          expect(again, `${format} ${lang}`).toEqual(direct);
        }
      }
    }
  });
});

describe('the schema', () => {
  it('names every member that the tool knows', () => {
    type Document = z.output<typeof planDocument>;
    type Read = ReturnType<typeof outcomeOf>;
    expectTypeOf<Read>().toEqualTypeOf<Outcome>();
    expectTypeOf<keyof Document['tenders'][number]>().toEqualTypeOf<keyof Tender>();
    expectTypeOf<keyof Document['tenders'][number]['participations'][number]>().toEqualTypeOf<
      keyof Participation
    >();
    expectTypeOf<keyof Document['alone'][number]>().toEqualTypeOf<keyof Alone>();
    expectTypeOf<keyof Document['decisions'][number]>().toEqualTypeOf<keyof Decision>();
    expectTypeOf<keyof Document['contracts'][number]>().toEqualTypeOf<keyof Contract>();
    expectTypeOf<keyof Document>().toEqualTypeOf<
      Exclude<keyof Plan | keyof Outcome, 'plan'> | 'schemaVersion' | 'planDiagnostics'
    >();
  });

  it('accepts the configurations of the demonstration, and refuses an unknown key', () => {
    for (const name of FIXTURES) {
      const document = parse(readFileSync(`fixtures/${name}/coop-plan.yaml`, 'utf8')) as Json;
      isConfiguration(document);
      expect(isConfiguration.errors, name).toBeNull();
      expect(isConfiguration({ ...document, grup: 'x' })).toBe(false);
    }
  });

  it('orders members however the value was built', () => {
    const shape = z.strictObject({
      a: z.number(),
      b: z.array(z.strictObject({ c: z.number(), d: z.number() })),
    });
    const value = { b: [{ d: 1, c: 2 }], a: 3, other: 4 };
    expect(JSON.stringify(orderOf(shape)(value))).toBe('{"a":3,"b":[{"c":2,"d":1}],"other":4}');
  });
});

describe('a saved plan', () => {
  const refusal = (text: string): unknown => {
    try {
      return savedPlan('plan.json', text);
    } catch (error) {
      return error instanceof Mistake ? error.code : error;
    }
  };

  it('is refused when another version wrote it, when it is something else, when it was damaged', async () => {
    const document = JSON.parse(await renderedText(await planOf('tri-oph'), 'json')) as Json;
    const edited = (change: Json): string => JSON.stringify({ ...document, ...change });
    expect(refusal(edited({ schemaVersion: 0 }))).toBe('PLAN_TOO_OLD');
    expect(refusal(edited({ schemaVersion: 2 }))).toBe('PLAN_TOO_NEW');
    expect(refusal(edited({ asOf: 'hier' }))).toBe('PLAN_DAMAGED');
    expect(refusal(edited({ tenders: [{}] }))).toBe('PLAN_DAMAGED');
    expect(refusal('Organisme;Objet\nA;B\n')).toBe('PLAN_NOT_ONE');
    expect(refusal('null')).toBe('PLAN_NOT_ONE');
    expect(refusal('{"schemaVersion":1}')).toBe('PLAN_NOT_ONE');
    expect(refusal(`\uFEFF${JSON.stringify(document)}`)).toHaveProperty('plan');
  });
});
