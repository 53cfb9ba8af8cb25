import type { Contract } from '../../domain/contract.ts';
import type { Register } from '../../domain/outcome.ts';
import type { Source } from '../../domain/source.ts';
import type { Texts } from '../../i18n/texts.ts';
import { OTHER } from '../../domain/category.ts';
import { type Section, columns, row } from '../table.ts';

/** The quality of each file at a glance: how many contracts can be planned, and what stops the others. */
export function qualitySection({ sources, contracts }: Register, texts: Texts): Section {
  return {
    id: 'quality',
    title: texts.report.sections.quality,
    lead: [],
    columns: columns(
      texts,
      'file',
      'rows',
      'contracts',
      'usable',
      'over',
      'noEnd',
      'noAmount',
      'toClassify',
      'rejected',
    ),
    rows: sources.map(source => {
      const own = contracts.filter(contract => isFrom(contract, source));
      const live = own.filter(contract => !isOver(contract));
      const count = (test: (contract: Contract) => boolean): { number: number } => ({
        number: live.filter(test).length,
      });
      return row(
        source.sheet ? `${source.file} › ${source.sheet}` : source.file,
        { number: source.rows },
        { number: source.contracts },
        count(contract => !lacksEnd(contract) && !lacksAmount(contract) && !lacksCategory(contract)),
        { number: own.length - live.length },
        count(lacksEnd),
        count(lacksAmount),
        count(lacksCategory),
        { number: source.rejected },
      );
    }),
  };
}

/** What each column of each file was taken for, and what was decided for all of it. */
export function columnsSection({ sources }: Register, texts: Texts): Section {
  return {
    id: 'columns',
    title: texts.report.sections.columns,
    lead: [],
    columns: columns(texts, 'file', 'column', 'heading', 'field', 'basis', 'reading'),
    rows: sources.flatMap(source =>
      source.columns.map(({ column, heading, field, basis, format }) =>
        row(
          source.sheet ? `${source.file} › ${source.sheet}` : source.file,
          column,
          heading,
          field ? texts.fields[field] : texts.report.unused,
          basis ? texts.report.basis[basis] : null,
          format ? texts.report.reading(format) : null,
        ),
      ),
    ),
  };
}

const isFrom = (contract: Contract, source: Source): boolean =>
  contract.source.file === source.file && contract.source.sheet === source.sheet;
const isOver = ({ status }: Contract): boolean => status === 'ended' || status === 'terminated';
const lacksEnd = ({ term }: Contract): boolean => !term.currentEnd && !term.openEnded;
const lacksAmount = ({ amount }: Contract): boolean => amount?.annual === undefined;
const lacksCategory = ({ category }: Contract): boolean =>
  category.id === OTHER || category.confidence === 'low';
