/** The demonstration groups, planned as `coop-plan align fixtures/…` plans them. */
import { planTenders } from '../../src/align/align.ts';
import { loadSettings } from '../../src/config/load.ts';
import { type Day, day } from '../../src/domain/day.ts';
import type { Contract } from '../../src/domain/contract.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { textsFor } from '../../src/i18n/index.ts';
import { readContracts } from '../../src/intake/intake.ts';
import { readSources } from '../../src/io.ts';
import type { RenderOptions, Subject } from '../../src/report/formats/format.ts';
import { FORMATS, type FormatId } from '../../src/report/formats/registry.ts';

export const FIXTURES = ['l4h', 'tri-oph', 'coo-efficience'] as const;
export type FixtureName = (typeof FIXTURES)[number];

const FALLBACK_DAY = day('2026-11-23');
const known = new Map<FixtureName, Promise<Outcome>>();

/** The plan of a demonstration group; computed once a test file. */
export function planOf(name: FixtureName): Promise<Outcome> {
  const outcome = known.get(name) ?? compute(name);
  known.set(name, outcome);
  return outcome;
}

async function compute(name: FixtureName): Promise<Outcome> {
  const folder = `fixtures/${name}`;
  const { settings } = loadSettings(undefined, [folder]);
  const asOf: Day = settings.asOf ?? FALLBACK_DAY;
  const { leftOut: _, ...found } = await readContracts(readSources([folder]), settings.intake, asOf);
  const register = { asOf, ...(settings.group && { group: settings.group }), ...found };
  return { ...register, plan: planTenders(register, settings) };
}

type Choices = Partial<Omit<RenderOptions, 'texts'>> & { readonly lang?: 'fr' | 'en' };

/** A subject in a format, as the command would write it to a file. */
export async function rendered(
  subject: Subject,
  format: FormatId,
  { lang = 'fr', ...choices }: Choices = {},
): Promise<string | Uint8Array> {
  const render = await FORMATS[format].load();
  const content = await render(subject, { texts: textsFor(lang), width: 100, colour: false, ...choices });
  return typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
}

export async function renderedText(outcome: Outcome, format: FormatId, choices?: Choices): Promise<string> {
  const content = await rendered({ kind: 'schedule', ...outcome }, format, choices);
  if (typeof content !== 'string') throw new TypeError(`${format} is not text`);
  return content;
}

/** The outcome with other words in its contracts. */
export function withContracts(outcome: Outcome, change: (contract: Contract) => Contract): Outcome {
  return { ...outcome, contracts: outcome.contracts.map(change) };
}
