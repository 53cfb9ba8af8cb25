/**
 * One line a purchase project, for a programme that is published: the columns that APProch, PINs and OCDS ask for.
 * Their names are the same in every language: machines read them.
 */
import { categoryLookup } from '../../data/categories.ts';
import type { Category } from '../../domain/category.ts';
import type { Contract } from '../../domain/contract.ts';
import type { Day } from '../../domain/day.ts';
import { type Cents, euros } from '../../domain/money.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { checkText } from '../checkText.ts';
import { type Names, namesOf } from '../names.ts';
import { type Cell, type Section, row } from '../table.ts';
import { membersOf } from './schedule.ts';

/** Values of one cell are separated as APProch does. */
const SEPARATOR = '|';
/** The only band of values that APProch's open data shows: other values are left out rather than invented. */
const BAND = { from: 100_000, below: 500_000, text: '100k - 500k€' };
const DEPARTMENT = /^(\d{2}|2[AB]|97\d)$/;
const CONFIDENCES = ['low', 'medium', 'high'] as const;

type Write = (tender: Tender, context: Context) => Cell;

interface Context {
  readonly outcome: Outcome;
  readonly names: Names;
  readonly texts: Texts;
  readonly category: (tender: Tender) => Category | undefined;
}

const COLUMNS: Readonly<Record<string, Write>> = {
  id: tender => tender.id,
  groupement: (_, { outcome }) => outcome.group ?? null,
  coordonnateur: (tender, { names }) => names.member(tender.coordinator),
  membres: (tender, { names }) => joined(membersOf(tender).map(names.member)),
  categorie: (tender, { names }) => names.category(tender.category),
  cpv: (tender, { category }) => joined(category(tender)?.cpv ?? []),
  objet: (tender, { names }) => names.tender(tender),
  nature: (tender, { texts, category }) => {
    const nature = category(tender)?.nature;
    return nature ? texts.exports.publication.nature[nature] : null;
  },
  lots: tender => ({ number: tender.lots.length }),
  montant_estime_ht: tender => ({ amount: tender.estimatedValue }),
  tranche_approch: tender => bandOf(tender.estimatedValue),
  procedure: (tender, { texts }) => texts.plan.procedure[tender.procedure.code],
  date_recensement: tender => endOf('recensement', tender),
  date_convention: tender => endOf('convention', tender),
  date_publication: tender => ({ day: tender.launchOn }),
  date_remise_offres: tender => endOf('publication', tender),
  date_attribution: tender => endOf('cao', tender),
  date_notification: tender => endOf('signature', tender),
  date_demarrage: tender => ({ day: tender.start }),
  demarrage_differe_par_membre: (tender, context) => deferredOf(tender, context),
  duree_mois: tender => ({ number: tender.duration.months }),
  reconductions: ({ duration }, { texts }) =>
    texts.exports.publication.renewals(duration.renewals, duration.renewalMonths),
  departements: (tender, { outcome }) => departmentsOf(tender, outcome),
  statut: (tender, { texts }) => texts.exports.publication.status[tender.frozen ?? 'PROPOSED'],
  justification: (tender, { texts, names }) =>
    texts.exports.publication.because(
      texts.format.money(tender.gain.expected),
      texts.format.list(membersOf(tender).map(names.member)),
    ),
  alertes: (tender, { names, texts }) =>
    joined(
      tender.checks
        .filter(({ effect }) => effect !== 'informs')
        .map(check => `${checkText(check, names, texts)} (${texts.legal.confirm})`),
    ),
  niveau_confiance: (tender, context) => confidenceOf(tender, context),
};

export function publicationSection(outcome: Outcome, texts: Texts): Section {
  const categoryOf = categoryLookup(outcome.categories);
  const context: Context = {
    outcome,
    texts,
    names: namesOf(outcome, texts.language),
    category: tender => categoryOf(tender.category),
  };
  const numeric = new Set(['lots', 'montant_estime_ht', 'duree_mois']);
  return {
    id: 'publication',
    title: texts.report.sections.publication,
    lead: [texts.report.legal],
    columns: Object.keys(COLUMNS).map(id => ({
      id,
      label: id,
      align: numeric.has(id) ? 'right' : 'left',
      wraps: !id.startsWith('date'),
    })),
    rows: outcome.plan.tenders.map(tender =>
      row(...Object.values(COLUMNS).map(write => write(tender, context))),
    ),
  };
}

const joined = (texts: readonly string[]): Cell => (texts.length > 0 ? texts.join(SEPARATOR) : null);

function bandOf(value: Cents): Cell {
  return euros(value) >= BAND.from && euros(value) < BAND.below ? BAND.text : null;
}

/** The last day of a stage, when the procedure has it. */
function endOf(stage: string, { milestones }: Tender): Cell {
  const day: Day | undefined = milestones.find(({ code }) => code === stage)?.to;
  return day ? { day } : null;
}

function deferredOf({ participations, start }: Tender, { names, texts }: Context): Cell {
  const later = participations.filter(({ joinsOn }) => joinsOn > start);
  const { deferred } = texts.exports.publication;
  return joined([
    ...new Set(later.map(own => deferred(names.member(own.member), texts.format.sheetDay(own.joinsOn)))),
  ]);
}

/** French départements where it is performed: the tender's, else its members', when they are given as codes. */
function departmentsOf(tender: Tender, { members }: Outcome): Cell {
  const buyers = new Set(membersOf(tender));
  const places = tender.territory
    ? [tender.territory]
    : members.filter(({ id }) => buyers.has(id)).flatMap(({ territories }) => territories);
  return joined([...new Set(places.filter(place => DEPARTMENT.test(place)))].sort());
}

/** As sure as the least sure category of its contracts. */
function confidenceOf(tender: Tender, { names, texts }: Context): Cell {
  const read = tender.participations
    .map(({ contract }) => names.contract(contract))
    .filter((contract): contract is Contract => contract !== undefined);
  const least = CONFIDENCES.find(level => read.some(({ category }) => category.confidence === level));
  return least ? texts.report.confidence[least] : null;
}
