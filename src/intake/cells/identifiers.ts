/** SIRET and SIREN numbers, as spreadsheets leave them: with spaces, without their leading zeros. */
import { isAbsent } from './absent.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';

export interface IdentifierCell {
  /** Digits only: 14 of a SIRET, 9 of a SIREN; as it stands when it is neither. */
  readonly id?: string;
  readonly problems: readonly Problem[];
}

/** La Poste's SIREN: its establishments' numbers sum to a multiple of five instead (INSEE). */
const LA_POSTE = '356000000';

/** True when the check digit of a SIREN or SIRET is right (Luhn's formula). */
function hasValidKey(digits: string): boolean {
  let sum = 0;
  let plain = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
    plain += digit;
  }
  return sum % 10 === 0 || (digits.startsWith(LA_POSTE) && plain % 5 === 0);
}

/** Reads a SIRET or a SIREN. Lost leading zeros are given back when the check digit confirms it, and it is said. */
export function readIdentifier(text: string): IdentifierCell {
  if (isAbsent(text)) return { problems: NO_PROBLEM };
  const digits = text.replace(/[\s.\u00A0\u202F-]/g, '');
  if (/^0*$/.test(digits)) return { problems: NO_PROBLEM };
  if (/^(?:\d{9}|\d{14})$/.test(digits) && hasValidKey(digits)) return { id: digits, problems: NO_PROBLEM };
  const vatNumber = /^FR\w{2}(\d{9})$/i.exec(digits)?.[1];
  if (vatNumber && hasValidKey(vatNumber)) return { id: vatNumber, problems: NO_PROBLEM };
  const padded = /^\d{10,13}$/.test(digits) ? digits.padStart(14, '0') : digits.padStart(9, '0');
  if (/^(?:\d{7,8}|\d{10,13})$/.test(digits) && hasValidKey(padded)) {
    return { id: padded, problems: [problem('SUPPLIER_ID_RESTORED', { id: padded })] };
  }
  const problems = [problem('SUPPLIER_ID_INVALID', {})];
  return /^\d+$/.test(digits) ? { id: digits, problems } : { problems };
}

/** The SIREN (nine digits) of a SIRET or SIREN. */
export function sirenOf(id: string): string | undefined {
  return /^\d{9}(?:\d{5})?$/.test(id) ? id.slice(0, 9) : undefined;
}
