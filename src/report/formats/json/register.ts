/** What was read, as JSON: dates `YYYY-MM-DD`, amounts in euros, sentences beside their codes. */
import type { Contract } from '../../../domain/contract.ts';
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import { euros } from '../../../domain/money.ts';
import type { Register } from '../../../domain/outcome.ts';
import type { Notice } from '../../../domain/term.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { ContractsDocument } from '../../schema/register.ts';
import { explain } from '../../sections/data.ts';

type ContractJson = ContractsDocument['contracts'][number];
export type DiagnosticJson = ContractsDocument['diagnostics'][number];

/** The part that contracts and plan have in common: see `coop-plan schema contracts`. */
export function headJson({
  asOf,
  group,
  categories,
  sources,
}: Register): Omit<ContractsDocument, 'members' | 'contracts' | 'diagnostics'> {
  return {
    schemaVersion: 1,
    asOf,
    ...(group !== undefined && { group }),
    ...(categories && { categories }),
    sources,
  };
}

/** What was read, one item after the other: there may be a million of them. */
export function listsJson(
  { contracts, diagnostics }: Register,
  texts: Texts,
): { contracts: Iterable<ContractJson>; diagnostics: Iterable<DiagnosticJson> } {
  return {
    contracts: each(contracts, contractJson),
    diagnostics: each(diagnostics, diagnostic => diagnosticJson(diagnostic, texts)),
  };
}

function* each<From, To>(items: readonly From[], change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item);
}

function contractJson({ amount, term, ...contract }: Contract): ContractJson {
  const { notice, ...dates } = term;
  return {
    ...contract,
    term: { ...dates, ...noticeJson(notice) },
    ...(amount && {
      ...(amount.annual !== undefined && { annualAmount: euros(amount.annual) }),
      amountBasis: amount.period,
      amount: {
        ...amount,
        stated: euros(amount.stated),
        ...(amount.annual !== undefined && { annual: euros(amount.annual) }),
      },
    }),
  };
}

function noticeJson(notice: Notice | undefined): Pick<ContractJson['term'], 'noticeMonths' | 'noticeDays'> {
  if (!notice) return {};
  return 'months' in notice ? { noticeMonths: notice.months } : { noticeDays: notice.days };
}

export function diagnosticJson(diagnostic: Diagnostic, texts: Texts): DiagnosticJson {
  const { code, severity, at, value, params } = diagnostic;
  return {
    code,
    severity,
    ...at,
    ...(value !== undefined && { value }),
    params: params as DiagnosticJson['params'],
    ...explain(diagnostic, texts),
  };
}
