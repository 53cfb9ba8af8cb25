/** One line of the table of decisions. */
import type { DecisionField } from '../data/decisionHeadings.ts';
import type { Category } from '../domain/category.ts';
import type { Member, MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { DiagnosticCode, RulingField } from '../domain/diagnostic.ts';
import type { Ruling, RulingKind, RulingSubject } from '../domain/ruling.ts';
import { fold } from '../domain/text.ts';
import { dateColumn, surveyOf } from './cells/dateColumn.ts';
import { decideOrder } from './cells/dateOrder.ts';

/** Who and what decisions may name. */
export interface DecisionNames {
  readonly members: readonly Pick<Member, 'id' | 'name'>[];
  /** Other spellings of members' names, folded. */
  readonly aliases: ReadonlyMap<string, MemberId>;
  readonly categories: readonly Pick<Category, 'id' | 'label'>[];
}

/** How each decision is written. */
const KINDS: Readonly<Record<RulingKind, readonly string[]>> = {
  OPT_OUT: ['se retire', 'retrait', 'hors groupement', 'opt out', 'opts out'],
  REQUIRE_PARTNER: [
    'exige',
    'exige partenaire',
    'seulement avec',
    'requires',
    'require partner',
    'only with',
  ],
  EXCLUDE_PARTNER: [
    'exclut',
    'exclut partenaire',
    'jamais avec',
    'excludes',
    'exclude partner',
    'never with',
  ],
  FIX_START: ['fixe la date', 'date fixée', 'démarrage imposé', 'fixes start', 'fix start'],
  FORBID_START: ['interdit la date', 'date interdite', 'démarrage interdit', 'forbids start', 'forbid start'],
  ACCEPT: ['accepte', 'accepté', 'accord', 'accepts', 'accept'],
  REJECT: ['refuse', 'refusé', 'rejette', 'rejects', 'reject'],
  WEIGHT: ['pondère', 'poids', 'priorité', 'weights', 'weight'],
};
const KNOWN = Object.values(KINDS)
  .map(([first]) => first)
  .join(', ');

/** What each decision must name, and what else it may. */
const FIELDS: Readonly<
  Record<RulingKind, { readonly needs: readonly RulingField[]; readonly may: readonly DecisionField[] }>
> = {
  OPT_OUT: { needs: ['member'], may: ['category', 'tender'] },
  REQUIRE_PARTNER: { needs: ['member', 'partner'], may: ['category'] },
  EXCLUDE_PARTNER: { needs: ['member', 'partner'], may: ['category'] },
  FIX_START: { needs: ['category', 'start'], may: ['territory'] },
  FORBID_START: { needs: ['category', 'start'], may: ['territory'] },
  ACCEPT: { needs: ['tender'], may: [] },
  REJECT: { needs: ['tender'], may: [] },
  WEIGHT: { needs: ['category', 'weight'], may: [] },
};

/** What is wrong with a line, and in which column. */
interface LineProblem {
  readonly code: DiagnosticCode;
  readonly params: object;
  readonly field: DecisionField;
  readonly value: string;
}

export type DecisionLine =
  | { readonly ruling: RulingSubject & Pick<Ruling, 'date' | 'author' | 'reason'> }
  | { readonly problem: LineProblem };

/** The greatest weight that means anything. */
const HEAVIEST = 100;

/** Reads a line, `cell` giving the text of each of its columns; the first thing wrong with it otherwise. */
export function readDecision(cell: (field: DecisionField) => string, names: DecisionNames): DecisionLine {
  const kind = kindOf(cell('decision'));
  if (!kind) return { problem: problemAt('RULING_UNKNOWN', { known: KNOWN }, 'decision', cell('decision')) };
  const { needs, may } = FIELDS[kind];
  const subject: Record<string, unknown> = { kind };
  for (const field of [...needs, ...may, 'date', 'author', 'reason'] as const) {
    const text = cell(field);
    const needed = (needs as readonly string[]).includes(field);
    if (text === '' && needed) return { problem: problemAt('RULING_INCOMPLETE', { field }, field, text) };
    if (text === '') continue;
    const value = READERS[field as Exclude<DecisionField, 'decision'>](text, names);
    if (typeof value === 'object') return { problem: problemAt(value.code, value.params, field, text) };
    if (field === 'partner' && value === subject.member)
      return { problem: problemAt('RULING_PARTNER_SAME', {}, field, text) };
    subject[field] = value;
  }
  return { ruling: subject as unknown as Extract<DecisionLine, { ruling: unknown }>['ruling'] };
}

function problemAt(code: DiagnosticCode, params: object, field: DecisionField, value: string): LineProblem {
  return { code, params, field, value };
}

function kindOf(text: string): RulingKind | undefined {
  const folded = fold(text);
  const kinds = Object.entries(KINDS) as [RulingKind, readonly string[]][];
  return kinds.find(([, words]) => words.some(word => fold(word) === folded))?.[0];
}

type Refusal = Pick<LineProblem, 'code' | 'params'>;
type Reader = (text: string, names: DecisionNames) => string | number | Refusal;

const READERS: Readonly<Record<Exclude<DecisionField, 'decision'>, Reader>> = {
  member: memberNamed,
  partner: memberNamed,
  category: (text, { categories }) => {
    const folded = fold(text);
    const found = categories.find(({ id, label }) =>
      [id, label.fr, label.en].some(name => fold(name) === folded),
    );
    return found?.id ?? { code: 'RULING_CATEGORY_UNKNOWN', params: {} };
  },
  territory: text => text,
  tender: text => text,
  start: dayNamed,
  weight: text => {
    const weight = Number(text.replace(',', '.'));
    return weight >= 0 && weight <= HEAVIEST ? weight : { code: 'RULING_WEIGHT_INVALID', params: {} };
  },
  date: dayNamed,
  author: text => text,
  reason: text => text,
};

function memberNamed(text: string, { members, aliases }: DecisionNames): MemberId | Refusal {
  const folded = fold(text);
  const found = members.find(({ id, name }) => fold(id) === folded || fold(name) === folded);
  return found?.id ?? aliases.get(folded) ?? { code: 'RULING_MEMBER_UNKNOWN', params: {} };
}

/** Decisions are written by the group itself, in French order when the order is in doubt. */
function dayNamed(text: string): Day | Refusal {
  const survey = surveyOf([text]);
  const { first, precision } = dateColumn(survey, decideOrder(survey)).read(text);
  return first && precision === 'day'
    ? first
    : { code: 'DATE_UNREADABLE', params: { expected: 'dd/MM/yyyy' } };
}
