import type { Register } from '../../domain/outcome.ts';
import { contractsToSettle, likelyCategories } from '../../domain/settling.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { type Section, columns, row } from '../table.ts';

/** The contracts whose category is not sure, the least sure and most expensive first. */
export function settleSection(register: Register, texts: Texts): Section {
  const names = namesOf(register, texts.language);
  const unsure = contractsToSettle(register.contracts);
  return {
    id: 'settle',
    title: texts.report.sections.settle,
    lead: [unsure.length === 0 ? texts.report.nothingToSettle : texts.report.howToSettle],
    columns: columns(texts, 'confidence', 'contract', 'category', 'otherCategories', 'annual', 'identifier'),
    rows: unsure.map(contract => {
      const [, ...others] = likelyCategories(contract);
      const annual = contract.amount?.annual;
      return row(
        texts.report.confidence[contract.category.confidence],
        names.contractLabel(contract.id),
        `${names.category(contract.category.id)} (${contract.category.id})`,
        others.join(', ') || null,
        annual === undefined ? null : { amount: annual },
        contract.id,
      );
    }),
  };
}
