import type { Day, Quarter } from '../../domain/day.ts';
import type { Cents } from '../../domain/money.ts';
import type { QuarterTexts } from '../quarterTexts.ts';
import { format } from './format.ts';

type Param = string | number | undefined;
const on = (value: Param): string => format.day(String(value) as Day);
const money = (value: Param): string => format.money(Number(value) as Cents);
/** `3 m`, `90 d`. */
const notice = (value: Param): string =>
  value === undefined ? 'not stated' : String(value).replace(' m', ' months').replace(' d', ' days');
const some = (n: number, one: string, more: string): string => `${format.number(n)} ${n === 1 ? one : more}`;

const delimiter = (value: Param): string => (value === '\t' ? 'tab' : value ? `“${value}”` : 'none');

const contractChange: QuarterTexts['contractChange'] = {
  RENEWED: p => `renewed: end from ${on(p.before)} to ${on(p.after)}`,
  END_MOVED: p => `end changed: ${on(p.before)} → ${on(p.after)}`,
  END_KNOWN: p => `end now known: ${on(p.after)}`,
  END_LOST: p => `end no longer known (it was ${on(p.before)})`,
  START_MOVED: p =>
    `start changed: ${p.before ? on(p.before) : 'unknown'} → ${p.after ? on(p.after) : 'unknown'}`,
  LAST_END_MOVED: p =>
    `last end changed: ${p.before ? on(p.before) : 'unknown'} → ${p.after ? on(p.after) : 'unknown'}`,
  NOTICE: p => `notice changed: ${notice(p.before)} → ${notice(p.after)}`,
  RENEWAL_MODE: p => `renewal changed: ${p.before} → ${p.after}`,
  AMOUNT: p => `amount a year, excluding VAT: ${money(p.beforeAmount)} → ${money(p.afterAmount)}`,
  AMOUNT_KNOWN: p => `amount now known: ${money(p.afterAmount)} a year`,
  AMOUNT_LOST: p => `amount no longer known (it was ${money(p.beforeAmount)} a year)`,
  CATEGORY: p => `category: ${p.before} → ${p.after}`,
  REFERENCE: p => `number changed: ${p.before} → ${p.after} (same content)`,
  SUPPLIER: p => `holder: ${p.before ?? 'not stated'} → ${p.after ?? 'not stated'}`,
  TITLE: p => `subject: “${p.before}” → “${p.after}”`,
  TERRITORY: p => `territory: ${p.before ?? 'not stated'} → ${p.after ?? 'not stated'}`,
};

const CONTRACT_REASON: Readonly<Record<string, string>> = {
  appeared: 'is new',
  ended: 'is over',
  vanished: 'is no longer in the registers',
  RENEWED: 'was renewed',
  END_MOVED: 'has another end',
  END_KNOWN: 'now has a known end',
  END_LOST: 'no longer has a known end',
  START_MOVED: 'has another start',
  LAST_END_MOVED: 'has another last end',
  NOTICE: 'has another notice period',
  RENEWAL_MODE: 'renews otherwise',
  AMOUNT: 'has another amount',
  AMOUNT_KNOWN: 'now has a known amount',
  AMOUNT_LOST: 'no longer has a known amount',
  CATEGORY: 'is in another category',
  TERRITORY: 'is in another territory',
};

export const quarter: QuarterTexts = {
  title: (group, of) => `Joint purchasing report — ${[group, format.quarter(of)].filter(Boolean).join(', ')}`,
  changesTitle: group => (group ? `What changed — ${group}` : 'What changed'),
  between: (before, after) => `From ${format.day(before)} to ${format.day(after)}.`,
  gains: (before, after) => `Expected gain of the schedule: ${before}, then ${after} (hypothesis).`,
  sections: {
    contradictions: 'Group decisions to review',
    launches: 'To launch',
    pending: 'Proposals awaiting a decision',
    deadlines: 'Deadlines of this quarter and the next',
    missed: 'Missed deadlines',
    steps: 'Procedure stages in the quarter',
    load: 'Load of this quarter and the next',
    unplanned: 'Contracts ending soon with nothing planned',
    tenderChanges: 'Joint tenders: what changed',
    contractChanges: 'Contracts: what changed',
    followUp: 'What became of the deadlines',
    layoutChanges: 'Exports whose layout changed',
    qualityChanges: 'Files: data quality',
  },
  toKnow: counts =>
    [
      counts.contradictions > 0 &&
        `${some(counts.contradictions, 'decision of the group is contradicted', 'decisions of the group are contradicted')} by the data: review first.`,
      counts.missed > 0 &&
        `${some(counts.missed, 'deadline was missed', 'deadlines were missed')}${counts.ranOn > 0 ? `, of which ${some(counts.ranOn, 'tacit renewal left to run', 'tacit renewals left to run')}` : ''}.`,
      `${some(counts.launches, 'joint tender', 'joint tenders')} to launch.`,
      `${some(counts.pending, 'proposal awaits', 'proposals await')} the group’s decision.`,
      `${some(counts.decisions, 'act', 'acts')} to do by the end of the next quarter.`,
      counts.unplanned > 0 &&
        `${some(counts.unplanned, 'contract ends', 'contracts end')} soon with nothing planned.`,
    ].filter(sentence => sentence !== false),
  changed: 'What changed',
  nothingHere: {
    launches: 'Nothing to launch this quarter.',
    pending: 'Nothing to decide before the next meeting.',
    deadlines: 'No deadline by the end of the next quarter.',
    steps: 'No stage in the quarter.',
    load: 'No preparation in this quarter or the next.',
    unplanned: 'Every contract that ends soon has a follow-up.',
    tenderChanges: 'The joint tenders are the same.',
    contractChanges: 'The contracts are the same.',
    followUp: 'No deadline called for a follow-up.',
    layoutChanges: 'The exports are laid out the same.',
  },
  nothingToCompare: 'First report: without an earlier plan (--previous plan.json), nothing to compare.',
  pendingHow:
    'They wait in decisions.csv: write “accepts” or “rejects”, the date, the author and the reason there, then put the file beside the registers.',
  pendingLater: n =>
    n === 1
      ? 'Another proposal, which can wait, is there too.'
      : `${format.number(n)} more proposals, which can wait, are there too.`,
  unplannedHow:
    'In no joint tender and followed by no other contract: they end before the end of the next quarter, or before a procedure begun today could conclude.',
  membersChanged: p =>
    [
      `${p.tender}: its members are no longer those that the group accepted`,
      p.left && `without ${p.left}`,
      p.came && `with ${p.came} as well`,
    ]
      .filter(Boolean)
      .join(', '),
  membersChangedRemedy: 'Confirm with the new identifier, or settle the members (“requires”, “opts out”).',
  fromTo: (before, after) => `${before} → ${after}`,
  unknown: 'unknown',
  contract: { appeared: 'new', ended: 'over', vanished: 'gone from the register', changed: 'changed' },
  contractChange,
  renewals: n =>
    `Of which ${some(n, 'contract renewed as foreseen', 'contracts renewed as foreseen')}, last.`,
  followedBy: contract => `replaced by ${contract}`,
  wasNumbered: id => `followed under the identifier ${id}`,
  tender: {
    new: 'new',
    moved: 'moved',
    grown: 'grown',
    shrunk: 'shrunk',
    dropped: 'dropped',
    started: 'started',
    kept: 'unchanged',
  },
  tenderReason: {
    DECIDED: p => `decision of the group: ${p.decision} (${p.source})`,
    TOO_LATE: p => `its preparation should have begun in ${format.quarter(p.launch as Quarter)}`,
    CONTRACT_CHANGED: p => `${p.contract} ${CONTRACT_REASON[String(p.change)] ?? 'changed'}`,
    MEMBER_JOINED: p => `${p.member} joins`,
    MEMBER_LEFT: p => `${p.member} is no longer in it`,
    BETTER_CALENDAR: () => 'the whole schedule is worth more so',
  },
  because: reasons => `because: ${reasons}`,
  ruling: {
    OPT_OUT: 'opts out',
    REQUIRE_PARTNER: 'requires partner',
    EXCLUDE_PARTNER: 'excludes partner',
    FIX_START: 'fixes start',
    FORBID_START: 'forbids start',
    ACCEPT: 'accepts',
    REJECT: 'rejects',
    WEIGHT: 'weights',
  },
  joins: members => `in: ${members}`,
  leaves: members => `out: ${members}`,
  otherCoordinator: (before, after) => `coordinator: ${before} → ${after}`,
  fate: {
    tender: (contract, tender) => `${contract} goes to ${tender}`,
    alone: (contract, reason) => `${contract} stays alone (${reason})`,
    gone: contract => `${contract} is gone`,
  },
  outcome: {
    met: 'done',
    missed: 'missed',
    'ran-on': 'left to run: tacit renewal',
    unconfirmed: 'to confirm',
    pending: 'to come',
    dropped: 'no longer needed',
  },
  outcomes: counts =>
    `${format.number(counts.met)} done, ${format.number(counts.missed)} missed, ${format.number(counts['ran-on'])} left to run, ${format.number(counts.unconfirmed)} to confirm, ${format.number(counts.pending)} to come, ${format.number(counts.dropped)} no longer needed.`,
  outcomesHow:
    'Missed: nothing in the registers shows that it was done. To confirm: registers do not show such acts, or not yet and the schedule counts on them.',
  layout: {
    HEADING: p => `“${p.before}” is now called “${p.after}”: read as ${p.field}`,
    FIELD_LOST: p => `no column any more for ${p.field} (“${p.heading}”): it is not read`,
    FIELD_GAINED: p => `new column “${p.heading}”, read as ${p.field}`,
    COLUMN_MOVED: p => `${p.field} (${p.before} → ${p.after})`,
    COLUMN_LOST: p => `the column “${p.heading}”, not used, is gone`,
    COLUMN_GAINED: p => `new column “${p.heading}”, not used`,
    FORMAT: p => `${p.field}: written ${p.before || 'unstated'} → ${p.after || 'unstated'}`,
    DELIMITER: p => `delimiter ${delimiter(p.before)} → ${delimiter(p.after)}`,
    ENCODING: p => `encoding ${p.before} → ${p.after}`,
    HEADER_ROW: p => `header row ${p.before} → ${p.after}`,
  },
  moved: columns => `columns read at their new place: ${columns}`,
  file: { added: 'new file', absent: 'file no longer there' },
  sheet: { added: 'new sheet', absent: 'sheet no longer there' },
  renamed: was => `was called ${was}`,
  quality: p =>
    [
      `${format.number(p.usable)} usable of ${format.number(p.contracts)}`,
      p.rejected > 0 && some(p.rejected, 'rejected row', 'rejected rows'),
      format.count(p.errors, 'error'),
      format.count(p.warnings, 'warning'),
    ]
      .filter(Boolean)
      .join(', '),
  sameQuality: 'the same',
  keptTenders: n => `${some(n, 'joint tender unchanged', 'joint tenders unchanged')}.`,
  otherNeed: p => `${p.tender}: ${p.contract} is now read as ${p.category}`,
  otherNeedRemedy:
    'Confirm the contract’s category in the configuration (categories.contracts), or reconsider the decision.',
  coordinatorOnly: 'other coordinator',
  notMade: tender => `${tender}: accepted by the group, no longer proposed`,
  notMadeRemedy: 'See below where its contracts go; withdraw the decision, or take it up otherwise.',
  renewable: 'unless renewed expressly',
  replaceNow: 'a procedure at the usual pace should have begun',
  members: {
    came: members => `New members: ${members}.`,
    gone: members => `Members without a register any more: ${members}.`,
  },
  alert: ({ condition, count }, first) => {
    const about = first && `; the first: ${first}`;
    switch (condition.kind) {
      case 'missed-deadline':
        return `missed-deadline: ${some(count, 'missed deadline', 'missed deadlines')}${about}`;
      case 'deadline-within':
        return `deadline-within=${condition.days}d: ${some(count, 'deadline', 'deadlines')} within ${condition.days} days${about}`;
      case 'data-errors':
        return `data-errors: ${some(count, 'error', 'errors')} in the data${about}`;
      case 'unplanned-expiry':
        return `unplanned-expiry: ${some(count, 'contract ends', 'contracts end')} soon with nothing planned${about}`;
      case 'plan-changed':
        return `plan-changed: ${some(count, 'joint tender', 'joint tenders')} changed`;
      case 'layout-changed':
        return `layout-changed: the layout of ${some(count, 'export', 'exports')} changed${about}`;
    }
  },
  alertWithoutPrevious: condition =>
    `${condition}: without an earlier plan (--previous), nothing to compare.`,
  wouldWrite: path => `Would be written: ${path}`,
  proposal: {
    members: 'proposed members',
    annual: 'amount a year excl. VAT',
    gain: 'gain (hypothesis)',
    decideBy: 'to decide before',
  },
};
