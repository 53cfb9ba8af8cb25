/** Decisions of the group (decisions.csv) that cannot be read or followed. */
import type { DiagnosticTexts } from '../texts.ts';
import { longDay } from './format.ts';

const FIELD = {
  member: 'the member',
  partner: 'the partner',
  category: 'the category',
  tender: 'the joint tender',
  start: 'the start date',
  weight: 'the weight',
} as const;

type RulingCode = Extract<keyof DiagnosticTexts, `RULING${string}`>;

export const rulingDiagnostics: Pick<DiagnosticTexts, RulingCode> = {
  RULING_UNKNOWN: p => ({
    message: 'Unknown decision: it is not followed.',
    expected: p.known,
    hint: 'Correct the column "decision".',
  }),
  RULING_INCOMPLETE: p => ({
    message: `Incomplete decision: ${FIELD[p.field]} is missing. It is not followed.`,
    hint: 'Complete the row.',
  }),
  RULING_MEMBER_UNKNOWN: () => ({
    message: 'Unknown member: the decision is not followed.',
    hint: 'Write its name as in the configuration or the registers.',
  }),
  RULING_CATEGORY_UNKNOWN: () => ({
    message: 'Unknown category: the decision is not followed.',
    hint: 'Take an id or a label of "coop-plan categories".',
  }),
  RULING_WEIGHT_INVALID: () => ({
    message: 'Unreadable weight: the decision is not followed.',
    expected: 'a number from 0 to 100, 1 being neutral',
    hint: 'Write for instance 2 to give twice as much importance.',
  }),
  RULINGS_CONTRADICT: p => ({
    message: `This decision contradicts that of row ${p.row} (${p.file}): the other, more recent, is followed.`,
    hint: 'Keep only one of them.',
  }),
  RULING_TENDER_UNKNOWN: () => ({
    message: 'No possible joint tender has this name: the decision has no effect.',
    hint: 'Take the identifier as the plan shows it; to accept a tender as it is, give the previous plan (--previous).',
  }),
  RULING_START_IMPOSSIBLE: p => ({
    message: 'Impossible start: the decision is not followed.',
    expected: `a day from ${longDay(p.earliest)} to ${longDay(p.latest)}`,
    hint: 'Choose a day that leaves time for the procedure.',
  }),
  RULING_WITHOUT_TENDER: p => ({
    message: `No joint tender can start on ${longDay(p.start)}: too few members can join it, or its quarter of launch is full.`,
    hint: 'Choose another day: the plan proposes some.',
  }),
  RULING_PARTNER_ABSENT: p => ({
    message: `The partner asked for (${p.partner}) buys this in no possible group: the member stays alone.`,
    hint: 'Drop this condition, or bring the partner back.',
  }),
  RULING_PARTNER_SAME: () => ({
    message: 'The member and its partner are the same: the decision is not followed.',
    hint: 'Name the other member.',
  }),
  RULING_MEMBER_ABSENT: p => ({
    message: `The member (${p.member}) has no contract there that could be pooled: the condition has no effect.`,
    hint: 'Check the category, or drop this condition.',
  }),
};
