/** A legal check as a sentence, with names instead of identifiers. */
import type { CodeParams } from '../domain/code.ts';
import type { MemberId } from '../domain/contract.ts';
import type { LegalCheck } from '../domain/legal.ts';
import type { Texts } from '../i18n/texts.ts';
import type { Names } from './names.ts';

/** Parameters that may hold a member's identifier. */
const MEMBERS = ['member', 'lot'] as const;

export function checkText({ code, params }: LegalCheck, names: Names, texts: Texts): string {
  const named = Object.fromEntries(
    MEMBERS.flatMap(name =>
      typeof params[name] === 'string' ? [[name, names.member(params[name] as MemberId)]] : [],
    ),
  );
  const stages =
    params.stages === undefined ? {} : { stages: shortened(String(params.stages), names, texts) };
  return texts.legal.check[code]({ ...params, ...named, ...stages });
}

/** Why a start is impossible (`START_IMPOSSIBLE`), as a sentence. */
export function impossibleText(params: CodeParams, names: Names, { legal }: Texts): string {
  return legal.startImpossible({ ...params, stage: names.stage(String(params.stage)) });
}

/** `dce 45/60 ; analyse 30/45` in words. */
function shortened(stages: string, names: Names, { legal }: Texts): string {
  const sentences = [...stages.matchAll(/(\w+) (\d+)\/(\d+)/g)].map(([, id, days, usual]) =>
    legal.shortened({ stage: names.stage(id!), days: Number(days), usual: Number(usual) }),
  );
  return sentences.join(', ');
}
