import type { Day, Quarter } from '../../domain/day.ts';
import type { Cents } from '../../domain/money.ts';
import type { PlanTexts } from '../texts.ts';
import { format } from './format.ts';

type Param = string | number | undefined;
const on = (value: Param): string => format.day(String(value) as Day);
const money = (value: Param): string => format.money(Number(value) as Cents);

/** What is given up, when it is a gain. */
const gain = (value: Param): string => (Number(value) > 0 ? ` (hoped-for gain: ${money(value)})` : '');

const MISSING: Readonly<Record<string, string>> = {
  end: 'Its end date is missing.',
  amount: 'Its annual amount excluding VAT is missing.',
};

export const plan: PlanTexts = {
  lever: {
    'natural-end': 'natural end',
    'non-renewal': 'non-renewal',
    extension: 'extension by amendment',
    interim: 'interim contract',
  },
  decision: {
    DENOUNCE: p => `Give notice (ends ${on(p.end)})`,
    DO_NOT_RENEW: p => `Do not renew (ends ${on(p.end)})`,
    RENEW: p => `Renew until ${on(p.end)}`,
    EXTEND: p => `Extend by amendment until ${on(p.end)}`,
    BRIDGE: p => `Award an interim contract from ${on(p.from)} to ${on(p.end)}`,
    STATE_NEEDS: () => 'State the needs',
    SIGN_CONVENTION: () => 'Sign the group’s convention',
    AWARD: () => 'Take part in the award',
    WATCH_TACIT: p => `Give notice, or it renews tacitly (${on(p.end)})`,
    WATCH_EXPRESS: p => `Renew, or it ends on ${on(p.end)}`,
    WATCH_END: p => `Plan what follows (ends ${on(p.end)})`,
  },
  loss: {
    LOSES_TENDER: p =>
      `The contract does not join the tender${gain(p.gainAmount)}` +
      (p.until ? ` and runs on until ${on(p.until)}.` : '.'),
    LEFT_OUT: p => `The member stays out of the tender${gain(p.gainAmount)}.`,
    DELAYS_AWARD: () => 'The award is late for everybody.',
    RUNS_ON: p => `The contract runs on until ${on(p.until)}.`,
    RUNS_ON_WITHOUT_END: () => 'The contract runs on, with no known end.',
    SERVICE_STOPS: p => `The service stops on ${on(p.end)}.`,
  },
  alone: {
    OPT_OUT: {
      label: 'member’s choice',
      sentence: p =>
        p.reason
          ? `The member opted out${p.date ? ` on ${on(p.date)}` : ''}: ${p.reason}`
          : 'The member keeps this category out of joint purchasing.',
    },
    NO_WEIGHT: {
      label: 'category without weight',
      sentence: () => 'The group gives this category a weight of zero: no joint tender is proposed there.',
    },
    DATA_MISSING: {
      label: 'data missing',
      sentence: p => MISSING[String(p.field)] ?? `Missing: ${p.field}.`,
    },
    ENDED: {
      label: 'contract over',
      sentence: p => (p.end ? `The contract ended on ${on(p.end)}.` : 'The contract is over.'),
    },
    ONE_OFF: { label: 'one-off operation', sentence: () => 'A one-off operation, without a recurring need.' },
    NO_CATEGORY: {
      label: 'to be classified',
      sentence: () => 'Purchasing category unknown: classify it in the configuration (coop-plan init).',
    },
    TENDER_CLOSED: {
      label: 'joint tender under way',
      sentence: p =>
        `The joint tender of ${on(p.start)} is under way: who is not named in it waits for the next.`,
    },
    NO_PARTNER: { label: 'no partner', sentence: () => 'No other member buys this in this territory.' },
    ENDS_TOO_SOON: {
      label: 'ends too soon',
      sentence: p =>
        `It ends on ${on(p.end)}, too soon for a joint tender: the first starts on ${on(p.earliestStart)}.`,
    },
    NOTICE_PASSED: {
      label: 'notice passed',
      sentence: p => `Notice has been past since ${on(p.since)} for the end of ${on(p.end)}.`,
    },
    WINDOW_MISMATCH: {
      label: 'no common date',
      sentence: p => {
        if (!p.partner) return 'No common date with another member.';
        return Number(p.months) === 0
          ? `No common date: the end at ${p.partner} is the same, but it can no longer join in time.`
          : `No common date: the nearest end, at ${p.partner}, is ${p.months} months away.`;
      },
    },
    LOCKED_BEYOND_HORIZON: {
      label: 'locked beyond the horizon',
      sentence: p =>
        p.end
          ? `Bound until ${on(p.end)}, beyond the last start considered (${on(p.lastStart)}).`
          : `Bound beyond the last start considered (${on(p.lastStart)}).`,
    },
    OWN_LOSS: {
      label: 'loss for the member',
      sentence: p => `The member would lose ${money(p.missingAmount)}.`,
    },
    GROUP_LOSS: {
      label: 'not enough gain',
      sentence: p =>
        p.missingAmount === undefined
          ? 'Not enough members gain.'
          : `The joint tender would cost ${money(p.missingAmount)} more than it brings (start ${on(p.start)}).`,
    },
    CAPACITY: {
      label: 'quarter full',
      sentence: p =>
        `${format.quarter(p.quarter as Quarter)} has all the launches it can take; one more would be worth ${money(p.priceAmount)}.`,
    },
    LOSS_AT_CHOSEN_START: {
      label: 'loss at the chosen start',
      sentence: p =>
        `The group starts on ${on(p.start)}: on that day the member would lose ${money(p.missingAmount)}.`,
    },
    NOT_REACHABLE_AT_CHOSEN_START: {
      label: 'chosen start out of reach',
      sentence: p =>
        `The group starts on ${on(p.start)}, out of reach: aim at an individual contract that ends on ${on(p.until)}.`,
    },
    MAX_WAVES: {
      label: 'most tenders reached',
      sentence: p => `There are already ${p.tenders} joint tenders of this category, the most allowed.`,
    },
    MAX_MEMBERS: {
      label: 'most members reached',
      sentence: p => `The joint tender of ${on(p.start)} has ${p.members} members already, the most allowed.`,
    },
    EXCLUDED_PAIR: {
      label: 'partner excluded',
      sentence: p => `The joint tender of ${on(p.start)} holds a member that must not be in it together.`,
    },
  },
  gainRule: {
    SAVING: 'saving on prices',
    SAVING_BEYOND: 'saving once the joint contract is renewed',
    AVOIDED_PROCEDURE: 'individual procedures avoided',
    EXIT_COST: 'renewal rights given up',
    EXTENSION_COST: 'extensions by amendment',
    INTERIM_COST: 'interim contracts',
    COORDINATION: 'coordination',
    JOINT_PROCEDURE: 'joint procedure',
  },
  procedure: {
    BELOW_WAIVER: 'no publicity or competition required',
    ADAPTED: 'adapted procedure',
    FORMAL: 'formal procedure',
    SOCIAL_ADAPTED: 'adapted procedure (social and specific services)',
  },
};
