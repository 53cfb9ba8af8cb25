/** Tells what a contract buys, from what its line says. */
import { CATEGORY_ENTRIES } from '../../data/categories.ts';
import { type Classification, OTHER } from '../../domain/category.ts';
import type { ClassificationSettings } from '../../domain/settings.ts';
import { fold } from '../../domain/text.ts';

/** What a line says of its need; every part but the title may be missing, and any text is accepted. */
export interface Reading {
  readonly title: string;
  /** As written: with or without check digit, leading zero lost or not. */
  readonly cpv?: string;
  /** The landlord's own family of purchases. */
  readonly family?: string;
  /** The heading of the section that the line stands under. */
  readonly section?: string;
  /** Works, supplies, services, as written. */
  readonly nature?: string;
  readonly reference?: string;
  readonly contractId?: string;
  /** Whole duration in months. */
  readonly months?: number;
}

/** A classifier under given settings; it never throws, whatever the texts. */
export function classifier(settings: ClassificationSettings): (reading: Reading) => Classification {
  const { contracts, families } = settings;
  return reading => {
    const fixed = contracts[reading.contractId ?? ''] ?? contracts[reading.reference ?? ''];
    if (fixed) return { id: fixed, confidence: 'high', basis: 'config' };
    const family = families[fold(reading.family ?? '')];
    if (family) return { id: family, confidence: 'high', basis: 'config' };
    const title = ` ${fold(reading.title)} `;
    for (const { category, words } of CATEGORY_ENTRIES) {
      if (words.names.some(name => title.includes(` ${fold(name)} `))) {
        return { id: category.id, confidence: 'medium', basis: 'title' };
      }
    }
    return { id: OTHER, confidence: 'low', basis: 'none' };
  };
}
