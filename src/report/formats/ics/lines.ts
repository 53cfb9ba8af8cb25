/** Content lines of iCalendar (RFC 5545, 3.1): escaped, folded at 75 octets, ended by CRLF. */
import type { Day } from '../../../domain/day.ts';

/** A property's name (with its parameters) and its value as it stands on the line. */
export type Line = readonly [name: string, value: string];

const LONGEST = 75;

/** The lines as they stand in the file. */
export function contentLines(lines: readonly Line[]): string {
  return lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');
}

/** A text as a value: `\`, `;` and `,` escaped, line ends as `\n`, control characters left out. */
export function textValue(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u001F\u007F]/g, '');
}

/** A day as a value. */
export function dateValue(day: Day): string {
  return day.replaceAll('-', '');
}

/** Cut into lines of 75 octets at most, each but the first begun by a space, and no character cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
