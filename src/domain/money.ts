/** Amounts are whole cents of euro, excluding VAT unless a name says otherwise. */
export type Cents = number & { readonly __brand: 'Cents' };

export const ZERO = 0 as Cents;

/** Nearest whole cent, halves away from zero, so that a rounded amount and its opposite cancel out. */
export function roundCents(amount: number): Cents {
  return (Math.sign(amount) * Math.round(Math.abs(amount))) as Cents;
}

/** Euros to cents, rounded to the nearest cent. */
export function cents(euros: number): Cents {
  // 1.005 * 100 is 100.49999…: correct the representation error before rounding.
  return roundCents(Number((euros * 100).toPrecision(15)));
}

/** Cents to euros, for JSON and spreadsheets. */
export function euros(amount: Cents): number {
  return amount / 100;
}

/** Exact sum of amounts. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total as Cents;
}
