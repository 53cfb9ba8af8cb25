/** What a workbook's number formats say of a number: that it is a date, or a code with leading zeros. */
import { type Tag, attribute, walkTags } from './xml.ts';

/** How the numbers of a cell style read. */
export type NumberReading =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'code'; readonly digits: number };

const NUMBER: NumberReading = { kind: 'number' };
const DATE: NumberReading = { kind: 'date' };

/** Built-in formats that show a day (ECMA-376, part 1, 18.8.30; 27–36 and 50–58 are dates in East Asian Excels). */
function builtIn(id: number): NumberReading {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    ? DATE
    : NUMBER;
}

/** The reading of each cell style, by its number. A style that is not declared reads as a plain number. */
export function readNumberFormats(stylesXml: string | undefined): readonly NumberReading[] {
  const codes = new Map<number, string>();
  const styles: NumberReading[] = [];
  let inCells = false;
  const visit = (tag: Tag): void => {
    if (tag.name === 'cellXfs') inCells = tag.kind === 'open' && !tag.empty;
    if (tag.kind === 'close') return;
    if (tag.name === 'numFmt')
      codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
    if (tag.name === 'xf' && inCells) {
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      const code = codes.get(id);
      styles.push(code === undefined ? builtIn(id) : readingOf(code));
    }
  };
  if (stylesXml !== undefined) walkTags(stylesXml, visit);
  return styles;
}

/** Reads a format code: `dd/mm/yyyy`, `[$-40C]d mmmm yyyy;@`, `00000`, `000" "000" "000" "00000`, `# ##0,00 €`. */
export function readingOf(code: string): NumberReading {
  // Only the first section is for positive numbers; literals and conditions say nothing.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, ' ')
    .split(';')[0]!
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/[yd]|m{3}/.test(bare.replace(/general|standard/g, ''))) return DATE;
  const zeros = bare.replace(/[\s.-]/g, '');
  return /^0{2,}$/.test(zeros) && !/0\.0/.test(bare) ? { kind: 'code', digits: zeros.length } : NUMBER;
}
