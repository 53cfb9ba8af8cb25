/** Members of JSON objects in the order of their schema: the same bytes however a value was built. */
import type * as z from 'zod';

type Ordered = (value: unknown) => unknown;

/** The parts of a schema's definition that lead to the schemas inside it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** A function that puts a JSON value of that schema in order. Records and unknown members keep their own. */
export function orderOf(schema: z.ZodType): Ordered {
  const { type, shape, element, innerType, in: input } = schema.def as unknown as Definition;
  if (type === 'object') return objectOrder(shape!);
  if (type === 'array') return listOrder(orderOf(element!));
  const inner = innerType ?? input;
  return inner ? orderOf(inner) : value => value;
}

function listOrder(item: Ordered): Ordered {
  return value => (value as readonly unknown[]).map(item);
}

function objectOrder(shape: Readonly<Record<string, z.ZodType>>): Ordered {
  const members = Object.entries(shape).map(([name, schema]) => [name, orderOf(schema)] as const);
  return value => {
    const object = value as Readonly<Record<string, unknown>>;
    const ordered: Record<string, unknown> = {};
    for (const [name, order] of members) {
      if (object[name] !== undefined) ordered[name] = order(object[name]);
    }
    const others = Object.entries(object).filter(([name]) => !(name in shape));
    return others.length > 0 ? Object.fromEntries([...Object.entries(ordered), ...others]) : ordered;
  };
}
