/** The version of package.json, set at build time. */
declare const COOP_PLAN_VERSION: string;

/** A reference table: rows keyed by heading (see scripts/tables.mjs). */
declare module '*.csv' {
  const rows: readonly Readonly<Record<string, string>>[];
  export default rows;
}

/** A file of the page, as text (see scripts/texts.mjs). */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.client.js' {
  const text: string;
  export default text;
}
