/** How well each file was read: how many contracts can be planned, and what stops the others. */
import { OTHER } from './category.ts';
import type { Contract } from './contract.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Source } from './source.ts';

export interface FileQuality {
  readonly rows: number;
  readonly contracts: number;
  /** Contracts in force or to come whose end, annual amount and category are known. */
  readonly usable: number;
  readonly over: number;
  readonly noEnd: number;
  readonly noAmount: number;
  readonly toClassify: number;
  readonly rejected: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The quality of one table of a file; `contracts` and `diagnostics` are those of the whole run. */
export function qualityOf(
  source: Source,
  contracts: readonly Contract[],
  diagnostics: readonly Diagnostic[],
): FileQuality {
  const isHere = (at: { readonly file: string; readonly sheet?: string }): boolean =>
    at.file === source.file && at.sheet === source.sheet;
  const own = contracts.filter(contract => isHere(contract.source));
  const live = own.filter(contract => !isOver(contract));
  const count = (test: (contract: Contract) => boolean): number => live.filter(test).length;
  const said = (severity: Severity): number =>
    diagnostics.filter(({ at, severity: is }) => is === severity && isHere(at)).length;
  return {
    rows: source.rows,
    contracts: source.contracts,
    usable: count(contract => !lacksEnd(contract) && !lacksAmount(contract) && !lacksCategory(contract)),
    over: own.length - live.length,
    noEnd: count(lacksEnd),
    noAmount: count(lacksAmount),
    toClassify: count(lacksCategory),
    rejected: source.rejected,
    errors: said('error'),
    warnings: said('warning'),
  };
}

/** True for a contract that is over: past its last end, or ended early. */
export function isOver({ status }: Contract): boolean {
  return status === 'ended' || status === 'terminated';
}

const lacksEnd = ({ term }: Contract): boolean => !term.currentEnd && !term.openEnded;
const lacksAmount = ({ amount }: Contract): boolean => amount?.annual === undefined;
const lacksCategory = ({ category }: Contract): boolean =>
  category.id === OTHER || category.confidence === 'low';
