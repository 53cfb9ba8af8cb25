/** How far a long reading has got, for who waits for it. */

/** What is being done, and how much of it is done. */
export type ReadingStep =
  /** A file is opened and looked through, then its lines are read. */
  | { readonly stage: 'opening' | 'reading'; readonly file: string; readonly rows: number }
  /** Lines become contracts. */
  | { readonly stage: 'contracts'; readonly contracts: number };

/** Told of every step; it is called often, and must cost little. */
export type Watch = (step: ReadingStep) => void;

/** Rows or contracts between two steps. */
export const STEP = 1024;
