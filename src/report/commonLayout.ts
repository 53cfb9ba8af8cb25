/**
 * The one layout in which contracts are written to a spreadsheet, and from which they are read back the same:
 * a register in the headings that intake knows best (`data/tables/headings.csv`). Dates are `YYYY-MM-DD`.
 */
import type { Amount, Contract, Member } from '../domain/contract.ts';
import { euros } from '../domain/money.ts';
import type { Notice, Renewal, TermReading } from '../domain/term.ts';

/** A cell: text, or a number that the writer puts in the decimals of its language. */
export type CommonCell = string | number;

interface CommonColumn {
  readonly heading: string;
  readonly cell: (contract: Contract, memberName: string) => CommonCell | undefined;
}

/** The columns, in order. The last is for the reader's eyes: intake works it out again from the others. */
const COLUMNS: readonly CommonColumn[] = [
  { heading: 'Organisme', cell: (_, memberName) => memberName },
  { heading: 'N° marché', cell: contract => contract.reference },
  { heading: 'Lot', cell: contract => contract.lot },
  { heading: 'Objet', cell: contract => contract.title },
  { heading: 'Titulaire', cell: contract => contract.supplier },
  { heading: 'SIRET titulaire', cell: contract => contract.supplierId },
  { heading: 'Code CPV', cell: contract => contract.cpv },
  { heading: 'Catégorie', cell: contract => contract.category.id },
  { heading: 'Territoire', cell: contract => contract.territory },
  { heading: 'Statut', cell: statusText },
  { heading: 'Date de début', cell: ({ term }) => term.start },
  { heading: 'Durée ferme (mois)', cell: ({ term }) => (term.openEnded ? 'indéterminée' : term.firmMonths) },
  { heading: 'Fin de la période ferme', cell: ({ term }) => term.firmEnd ?? (lacksItsEnd(term) ? 'illisible' : undefined) },
  { heading: 'Reconduction', cell: ({ term }) => RENEWAL_TEXT[term.renewal] },
  { heading: 'Nombre de reconductions', cell: ({ term }) => renewalsText(term) },
  { heading: 'Durée de reconduction (mois)', cell: ({ term }) => term.renewalMonths },
  { heading: 'Préavis', cell: ({ term }) => term.notice && noticeText(term.notice) },
  { heading: 'Prochaine échéance', cell: ({ term }) => term.statedCurrentEnd },
  { heading: 'Reconductions restantes', cell: ({ term }) => term.renewalsLeft },
  { heading: 'Date de fin max', cell: ({ term }) => term.statedLatestEnd },
  { heading: 'Montant', cell: ({ amount }) => amount && euros(amount.stated) },
  { heading: 'Base du montant', cell: ({ amount }) => amount && basisText(amount) },
  { heading: 'Taux de TVA', cell: ({ amount }) => amount?.vatRate },
  { heading: 'Montant annuel HT calculé', cell: ({ amount }) => amount?.annual !== undefined ? euros(amount.annual) : undefined },
]; // prettier-ignore

/** The heading line, then one line a contract, in their order. `members` gives the landlords' names. */
export function* commonTable(
  contracts: Iterable<Contract>,
  members: readonly Member[] = [],
): Generator<readonly CommonCell[]> {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  yield COLUMNS.map(({ heading }) => heading);
  for (const contract of contracts) {
    const memberName = names.get(contract.member) ?? contract.member;
    yield COLUMNS.map(({ cell }) => cell(contract, memberName) ?? '');
  }
}

const RENEWAL_TEXT: Readonly<Record<Renewal, string>> = {
  tacit: 'Tacite',
  express: 'Expresse',
  none: 'Sans reconduction',
  unknown: '',
};

/** What the register says; what only the dates of the day say is marked, so that it is not read as said. */
function statusText({ status, term }: Contract): string {
  if (status === 'terminated') return 'Résilié';
  if (term.statedRunning) return 'En cours';
  if (status === 'ended') return 'Terminé';
  if (status === 'upcoming') return 'À venir (selon les dates)';
  return status === 'running' ? 'En cours (selon les dates)' : '';
}

/** An end was written that could not be read: without it, the first renewal would be taken for the firm period. */
function lacksItsEnd({ start, renewal, renewalMonths, ...term }: TermReading): boolean {
  const hasEnd = term.firmMonths ?? term.statedCurrentEnd ?? term.statedLatestEnd ?? term.openEnded;
  return Boolean(start) && renewal === 'tacit' && renewalMonths !== undefined && hasEnd === undefined;
}

function renewalsText({ renewals }: TermReading): CommonCell | undefined {
  return renewals === 'unlimited' ? 'illimité' : renewals;
}

function noticeText(notice: Notice): string {
  return 'months' in notice ? `${notice.months} mois` : `${notice.days} jours`;
}

const PERIOD_TEXT: Readonly<Record<Amount['period'], string>> = {
  annual: 'annuel',
  'half-yearly': 'semestriel',
  quarterly: 'trimestriel',
  monthly: 'mensuel',
  'whole-term': 'durée totale',
  unknown: '',
};
const VAT_TEXT: Readonly<Record<Amount['vat'], string>> = { ht: 'HT', ttc: 'TTC', unknown: '' };

/** A whole-term amount says the months that it covers: an amendment may have changed the term since. */
function basisText({ period, vat, months }: Amount): string {
  const covers = months === undefined ? PERIOD_TEXT[period] : `sur ${months} mois`;
  return `${covers} ${VAT_TEXT[vat]}`.trim();
}
