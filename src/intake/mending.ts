/** Mends what earlier conversions did to a text, and counts it so that it can be said. */
import type { Encoding } from './decode.ts';
import { c1AsCp1252, twiceEncodedMended } from './encodings.ts';

export interface Mended {
  readonly text: string;
  /** Characters that had been encoded twice. */
  readonly twice: number;
  /** Control characters removed, or read as the characters that they were. */
  readonly controls: number;
}

/**
 * Text encoded twice is read once; NULs are removed (one before a quote stands for the quote that should have doubled
 * it); C1 controls, which a wrong conversion to Unicode leaves, are read as the Windows-1252 characters that they were.
 */
export function mended(text: string, encoding: Encoding): Mended {
  if (encoding === 'windows-1252') return { twice: 0, ...withoutNuls(text) };
  const { text: once, count: twice } = twiceEncodedMended(text);
  const readable = c1AsCp1252(once);
  const { text: clean, controls } = withoutNuls(readable);
  const read = readable === once ? 0 : once.match(/[\u0080-\u009F]/g)!.length;
  return { text: clean, twice, controls: controls + read };
}

function withoutNuls(text: string): { text: string; controls: number } {
  if (!text.includes('\0')) return { text, controls: 0 };
  return {
    text: text.replaceAll('\0"', '""').replaceAll('\0', ''),
    controls: text.split('\0').length - 1,
  };
}
