/** A legal check as a sentence, with names instead of identifiers. */
import type { MemberId } from '../domain/contract.ts';
import type { LegalCheck } from '../domain/legal.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Names } from './names.ts';

/** Parameters that may hold a member's identifier. */
const MEMBERS = ['member', 'lot'] as const;

export function checkText({ code, params }: LegalCheck, names: Names, { legal }: Texts): string {
  const named = Object.fromEntries(
    MEMBERS.flatMap(name =>
      typeof params[name] === 'string' ? [[name, names.member(params[name] as MemberId)]] : [],
    ),
  );
  return legal.check[code]({ ...params, ...named });
}
