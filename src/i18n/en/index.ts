import type { Texts } from '../texts.ts';
import { categories } from './categories.ts';
import { command } from './command.ts';
import { diagnostics } from './diagnostics.ts';
import { explain } from './explain.ts';
import { exports } from './exports.ts';
import { fields } from './fields.ts';
import { format } from './format.ts';
import { legal } from './legal.ts';
import { configuration, mistakes } from './mistakes.ts';
import { page } from './page.ts';
import { plan } from './plan.ts';
import { proposal } from './proposal.ts';
import { quarter } from './quarter.ts';
import { report } from './report.ts';

export const en: Texts = {
  language: 'en',
  diagnostics,
  mistakes,
  configuration,
  plan,
  legal,
  format,
  report,
  quarter,
  page,
  exports,
  explain,
  fields,
  proposal,
  categories,
  command,
};
