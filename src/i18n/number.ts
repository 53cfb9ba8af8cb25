/** Numbers in words of figures, without `Intl`: its spaces and months change with the version of Node. */

/** A whole number with a separator every three digits. */
export function grouped(value: number, separator: string): string {
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, separator);
  return value < 0 && Math.round(value) !== 0 ? `-${digits}` : digits;
}

/** At most `decimals` decimals, without trailing zeros, with the language's decimal sign. */
export function decimalText(value: number, decimals: number, sign: string): string {
  return String(Number(value.toFixed(decimals))).replace('.', sign);
}
