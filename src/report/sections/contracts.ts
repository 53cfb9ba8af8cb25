import type { Contract } from '../../domain/contract.ts';
import type { Register } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { type Cell, type Section, type TableRow, columns, row } from '../table.ts';

/** Every contract, as understood. */
export function contractsSection(register: Register, texts: Texts): Section {
  const names = namesOf(register, texts.language);
  return {
    id: 'contracts',
    title: texts.report.sections.contracts,
    lead: [],
    columns: columns(
      texts,
      ...(['member', 'contract', 'title', 'supplier', 'category', 'confidence', 'status', 'start'] as const),
      ...(['currentEnd', 'latestEnd', 'noticeDeadline', 'annual', 'file', 'row'] as const),
    ),
    rows: register.contracts.map(contract => contractRow(contract, names, texts)),
  };
}

function contractRow(contract: Contract, names: Names, { report }: Texts): TableRow {
  const { term, category } = contract;
  const day = (value: typeof term.start): Cell => (value ? { day: value } : null);
  const annual = contract.amount?.annual;
  return row(
    names.member(contract.member),
    contract.reference ?? contract.id,
    contract.title,
    contract.supplier ?? null,
    names.category(category.id),
    report.confidence[category.confidence],
    report.status[contract.status],
    day(term.start),
    day(term.currentEnd),
    day(term.latestEnd),
    day(term.noticeDeadline),
    annual === undefined ? null : { amount: annual },
    contract.source.file,
    { number: contract.source.row },
  );
}
