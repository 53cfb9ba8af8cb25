import type { Day } from '../../domain/day.ts';
import type { PlanTexts } from '../texts.ts';
import { longDay } from './format.ts';

const on = (value: string | number | undefined): string => longDay(String(value) as Day);

export const plan: PlanTexts = {
  lever: {
    'natural-end': 'natural end',
    'non-renewal': 'non-renewal',
    extension: 'extension by amendment',
    interim: 'interim contract',
  },
  decision: {
    DENOUNCE: p => `Give notice: the contract ends on ${on(p.end)}`,
    DO_NOT_RENEW: p => `Do not renew: the contract ends on ${on(p.end)}`,
    RENEW: p => `Renew the contract expressly until ${on(p.end)}`,
    EXTEND: p => `Extend by amendment until ${on(p.end)}`,
    BRIDGE: p => `Award an interim contract from ${on(p.from)} to ${on(p.end)}`,
    STATE_NEEDS: () => 'State its needs',
    SIGN_CONVENTION: () => 'Sign the group’s convention',
    AWARD: () => 'Take part in the award',
    WATCH_TACIT: p => `Let it renew, or give notice: it ends on ${on(p.end)}`,
    WATCH_EXPRESS: p => `Renew expressly, or let it end: it ends on ${on(p.end)}`,
    WATCH_END: p => `Plan what follows: the contract ends on ${on(p.end)}`,
  },
  loss: {
    LOSES_TENDER: () => 'The contract does not join the tender.',
    LEFT_OUT: () => 'The member stays out of the tender.',
    DELAYS_AWARD: () => 'The award is late for everybody.',
    RUNS_ON: p => `The contract runs on until ${on(p.until)}.`,
    RUNS_ON_WITHOUT_END: () => 'The contract runs on, with no known end.',
    SERVICE_STOPS: p => `The service stops on ${on(p.end)}.`,
  },
  alone: {
    OPT_OUT: {
      label: 'member’s choice',
      sentence: () => 'The member keeps this category out of joint purchasing.',
    },
    DATA_MISSING: { label: 'data missing', sentence: p => `Missing: ${p.field}.` },
    ENDED: { label: 'contract over', sentence: () => 'The contract is over.' },
    ONE_OFF: { label: 'one-off operation', sentence: () => 'A one-off operation: no recurring need.' },
    NO_CATEGORY: {
      label: 'to be classified',
      sentence: () => 'The purchasing category is not known: to be classified.',
    },
    NO_PARTNER: { label: 'no partner', sentence: () => 'No other member buys this in this territory.' },
    ENDS_TOO_SOON: { label: 'ends too soon', sentence: () => 'It ends before a joint tender can start.' },
    NOTICE_PASSED: { label: 'notice passed', sentence: () => 'The notice deadline has passed.' },
    WINDOW_MISMATCH: { label: 'ends far apart', sentence: () => 'No end in common with another member.' },
    LOCKED_BEYOND_HORIZON: {
      label: 'locked beyond the horizon',
      sentence: () => 'It cannot stop within the horizon.',
    },
    OWN_LOSS: { label: 'loss for the member', sentence: () => 'The member would lose by it.' },
    GROUP_LOSS: {
      label: 'not enough gain',
      sentence: () => 'The joint tender would cost more than it brings.',
    },
    CAPACITY: { label: 'quarter full', sentence: () => 'The launch quarter is full.' },
    LOSS_AT_CHOSEN_START: {
      label: 'loss at the chosen start',
      sentence: () => 'A loss at the start chosen for the group.',
    },
    NOT_REACHABLE_AT_CHOSEN_START: {
      label: 'chosen start out of reach',
      sentence: () => 'The contract cannot get to the chosen start.',
    },
    MAX_WAVES: {
      label: 'most tenders reached',
      sentence: () => 'The most tenders of this category are reached.',
    },
    MAX_MEMBERS: {
      label: 'most members reached',
      sentence: () => 'The most members in a tender are reached.',
    },
    EXCLUDED_PAIR: { label: 'partner excluded', sentence: () => 'The only possible partner is excluded.' },
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
