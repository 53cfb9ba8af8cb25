/** What is to be minded of a tender, a contract or a member, as a sentence. */
import { STAGES } from '../data/stages.ts';
import type { Coded } from '../domain/plan.ts';
import type { Texts } from '../i18n/texts.ts';

/** A flag in words; one that has none stands for itself. */
export function flagText({ code, params }: Coded, texts: Texts): string {
  if (code === 'START_IMPOSSIBLE') {
    return texts.legal.startImpossible({ ...params, stage: stageName(String(params.stage), texts) });
  }
  return texts.page.flag[code]?.(params) ?? code;
}

/** A stage as the table of stages names it. */
export function stageName(id: string, { language }: Texts): string {
  return STAGES.find(stage => stage.id === id)?.label[language] ?? id;
}
