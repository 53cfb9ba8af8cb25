/** What the quarterly meeting needs, as tables. */
import { type Quarter, endOfQuarter, startOfQuarter } from '../../domain/day.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Tender, TenderId } from '../../domain/plan.ts';
import type { Contradiction } from '../../domain/quarterly.ts';
import type { QuarterSectionId } from '../../i18n/quarterTexts.ts';
import type { ColumnId, Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { briefSchedule, actsTable, lossesTable } from '../sections/brief.ts';
import { explain } from '../sections/data.ts';
import { type Section, type TableRow, columns, row } from '../table.ts';
import type { QuarterlyOutcome } from './subject.ts';

/** The parts that need no earlier plan, in the order of a meeting. */
export const MEETING_SECTIONS = {
  contradictions,
  launches,
  pending,
  deadlines,
  missed,
  steps,
  load,
  unplanned,
} satisfies Partial<Record<QuarterSectionId, (outcome: QuarterlyOutcome, texts: Texts) => Section>>;

/** A part's title, and what to say when it is empty. */
function headed(
  id: QuarterSectionId,
  { quarter }: Texts,
  table: Pick<Section, 'columns' | 'rows'>,
  lead: readonly string[] = [],
): Section {
  const empty = quarter.nothingHere[id];
  return {
    id,
    title: quarter.sections[id],
    lead: table.rows.length === 0 && empty ? [empty] : lead,
    ...table,
  };
}

/** First raised: what the group decided and the data contradict. */
function contradictions(outcome: QuarterlyOutcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  return headed('contradictions', texts, {
    columns: columns(texts, 'problem', 'remedy', 'source'),
    rows: outcome.quarterly.contradictions.map(item => contradictionRow(item, outcome, names, texts)),
  });
}

function contradictionRow(
  item: Contradiction,
  { plan, before }: QuarterlyOutcome,
  names: Names,
  texts: Texts,
): TableRow {
  if (item.kind === 'not-followed') {
    const { at, value } = item.diagnostic;
    const { message, hint } = explain(item.diagnostic, texts);
    return {
      emphasis: 'late',
      cells: [
        value === undefined ? message : `« ${value} » : ${message}`,
        hint ?? null,
        texts.report.place(at),
      ],
    };
  }
  if (item.kind === 'not-made') {
    const earlier = before?.plan.tenders.find(({ id }) => id === item.accepted);
    const label = earlier ? `${names.tender(earlier)} (${item.accepted})` : item.accepted;
    return {
      emphasis: 'late',
      cells: [texts.quarter.notMade(label), texts.quarter.notMadeRemedy, null],
    };
  }
  if (item.kind === 'other-need') {
    const tender = plan.tenders.find(({ id }) => id === item.tender)!;
    const params = {
      tender: `${names.tender(tender)} (${item.tender})`,
      contract: names.contractLabel(item.contract),
      category: names.category(item.category),
    };
    const place = names.contract(item.contract)?.source;
    return {
      emphasis: 'late',
      cells: [
        texts.quarter.otherNeed(params),
        texts.quarter.otherNeedRemedy,
        place ? texts.report.place(place) : null,
      ],
    };
  }
  const tender = plan.tenders.find(({ id }) => id === item.now)!;
  const list = (members: typeof item.membersIn): string => members.map(names.member).join(', ');
  return {
    emphasis: 'soon',
    cells: [
      texts.quarter.membersChanged({
        tender: `${names.tender(tender)} (${item.accepted})`,
        came: list(item.membersIn),
        left: list(item.membersOut),
      }),
      `${texts.quarter.membersChangedRemedy} ${item.now}`,
      null,
    ],
  };
}

/** The joint tenders whose preparation begins in the quarter or should have begun, who coordinates, and their state. */
function launches(outcome: QuarterlyOutcome, texts: Texts): Section {
  const table = scheduleRows(
    outcome.quarterly.launches,
    ['launch', 'category', 'members', 'launchOn', 'start', 'annual'],
    outcome,
    texts,
  );
  return headed(
    'launches',
    texts,
    {
      columns: [...table.columns, ...columns(texts, 'status')],
      rows: table.rows.map(({ tender, ...line }) => ({
        ...line,
        cells: [...line.cells, texts.exports.publication.status[stateOf(tender, outcome)]],
      })),
    },
    [texts.report.coordinatorMark],
  );
}

function stateOf(
  { id, frozen }: Tender,
  { quarterly }: QuarterlyOutcome,
): NonNullable<Tender['frozen']> | 'PROPOSED' {
  if (!quarterly.pending.includes(id) && frozen !== 'PUBLISHED') return 'ACCEPTED';
  return frozen ?? 'PROPOSED';
}

/** The proposals on which the group has to decide now, and by when, with the identifiers that its register takes. */
function pending(outcome: QuarterlyOutcome, texts: Texts): Section {
  const others = outcome.quarterly.pending.length - outcome.quarterly.pressing.length;
  const table = scheduleRows(
    outcome.quarterly.pressing,
    ['category', 'members', 'start', 'gain'],
    outcome,
    texts,
  );
  return headed(
    'pending',
    texts,
    {
      columns: [...columns(texts, 'by'), ...table.columns, ...columns(texts, 'tender')],
      rows: table.rows
        .map(({ tender, ...line }) => ({ line, tender, by: decideBy(tender.id, outcome) ?? tender.start }))
        .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
        .map(({ line, tender, by }) => ({ ...line, cells: [{ day: by }, ...line.cells, tender.id] })),
    },
    [texts.quarter.pendingHow, ...(others > 0 ? [texts.quarter.pendingLater(others)] : [])],
  );
}

/** The first act that a tender needs: the group decides before. */
export function decideBy(tender: TenderId, { plan }: QuarterlyOutcome): Tender['start'] | undefined {
  return plan.decisions.find(decision => decision.tender === tender && decision.status !== 'missed')?.by;
}

/** Some tenders of the schedule in some of its columns: a line must hold on a page. */
function scheduleRows(
  ids: readonly TenderId[],
  shown: readonly ColumnId[],
  outcome: QuarterlyOutcome,
  texts: Texts,
): { columns: Section['columns']; rows: readonly (TableRow & { readonly tender: Tender })[] } {
  const wanted = new Set(ids);
  const schedule = briefSchedule(outcome, texts);
  const places = shown.map(id => schedule.columns.findIndex(column => column.id === id));
  return {
    columns: places.map(place => schedule.columns[place]!),
    rows: outcome.plan.tenders.flatMap((tender, i) => {
      const { emphasis, cells } = schedule.rows[i]!;
      return wanted.has(tender.id) ? [{ emphasis, cells: places.map(place => cells[place]!), tender }] : [];
    }),
  };
}

function deadlines(outcome: QuarterlyOutcome, texts: Texts): Section {
  return headed('deadlines', texts, actsTable(outcome.quarterly.decisions, outcome, texts));
}

function missed(outcome: QuarterlyOutcome, texts: Texts): Section {
  return headed('missed', texts, lossesTable(outcome.quarterly.missed, withFormerContracts(outcome), texts));
}

/** A deadline may have been missed on a contract that is in the registers no more: its name is in the earlier run. */
function withFormerContracts(outcome: QuarterlyOutcome): Outcome {
  const known = new Set(outcome.contracts.map(({ id }) => id));
  const former = outcome.before?.contracts.filter(({ id }) => !known.has(id)) ?? [];
  return { ...outcome, contracts: [...outcome.contracts, ...former] };
}

/** The stages of procedures that fall in the quarter, by day. */
function steps(outcome: QuarterlyOutcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const [from, to] = boundsOf(outcome.quarterly.quarter);
  const inside = outcome.plan.tenders.flatMap(tender =>
    tender.milestones
      .filter(milestone => milestone.from <= to && milestone.to >= from)
      .map(milestone => ({ tender, ...milestone })),
  );
  inside.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return headed('steps', texts, {
    columns: columns(texts, 'from', 'to', 'stage', 'category', 'coordinator'),
    rows: inside.map(({ tender, code, from: first, to: last }) =>
      row(
        { day: first },
        { day: last },
        names.stage(code),
        names.tender(tender),
        names.member(tender.coordinator),
      ),
    ),
  });
}

function boundsOf(quarter: Quarter): readonly [Tender['start'], Tender['start']] {
  const last = endOfQuarter(quarter);
  return [startOfQuarter(last), last];
}

/** Preparations and buyer-days of each coordinator, this quarter and the next. */
function load(outcome: QuarterlyOutcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const { quarter, next } = outcome.quarterly;
  const { workload, quarters } = outcome.plan;
  const both = quarters.filter(item => item.quarter === quarter || item.quarter === next);
  const counts = both.map(
    item => `${texts.format.quarter(item.quarter)} ${texts.format.number(item.launches)}`,
  );
  return headed(
    'load',
    texts,
    {
      columns: columns(texts, 'quarter', 'coordinator', 'launches', 'buyerDays'),
      rows: workload
        .filter(item => item.quarter === quarter || item.quarter === next)
        .toSorted((a, b) => (a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : 0))
        .map(item =>
          row(
            texts.format.quarter(item.quarter),
            names.member(item.coordinator),
            { number: item.launches },
            { number: item.buyerDays },
          ),
        ),
    },
    counts.length > 0 ? [texts.report.launches(counts.join(', '), both[0]!.capacity)] : [],
  );
}

/** Contracts that end soon and that nothing follows. */
function unplanned(outcome: QuarterlyOutcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const { quarter, plan } = texts;
  const reasons = new Map(outcome.plan.alone.map(({ contract, reason }) => [contract, reason]));
  return headed(
    'unplanned',
    texts,
    {
      columns: columns(texts, 'currentEnd', 'member', 'contract', 'supplier', 'replaceFrom', 'explanation'),
      rows: outcome.quarterly.unplanned.map(({ contract, member, end, renewable, replaceFrom }) => {
        const late = replaceFrom < outcome.asOf;
        const reason = reasons.get(contract);
        return {
          emphasis: late ? 'late' : 'soon',
          cells: [
            { day: end },
            names.member(member),
            names.contractLabel(contract),
            names.contract(contract)?.supplier ?? null,
            { day: replaceFrom },
            [
              renewable && quarter.renewable,
              late && quarter.replaceNow,
              reason && plan.alone[reason.code].label,
            ]
              .filter(Boolean)
              .join(' ; '),
          ],
        };
      }),
    },
    [quarter.unplannedHow],
  );
}
