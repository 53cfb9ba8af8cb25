/** The version of package.json, set at build time. */
declare const COOP_PLAN_VERSION: string;

/** A reference table: rows keyed by heading (see scripts/tables.mjs). */
declare module '*.csv' {
  const rows: readonly Readonly<Record<string, string>>[];
  export default rows;
}
