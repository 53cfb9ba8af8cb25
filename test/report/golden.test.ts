/**
 * What every format writes for the demonstration groups, kept: a change of a report is seen and agreed on.
 * `npx vitest run test/report/golden.test.ts -u` writes it again. Long files are kept as fingerprints.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SectionId } from '../../src/i18n/texts.ts';
import { FORMATS, FORMAT_IDS, type FormatId } from '../../src/report/formats/registry.ts';
import { FIXTURES, planOf, rendered, renderedText } from './fixture.ts';

const LANGUAGES = ['fr', 'en'] as const;
/** What is read in full when it changes: the terminal, its timeline, the tables of the CSV. */
const IN_FULL: readonly { readonly format: FormatId; readonly section?: SectionId; readonly file: string }[] =
  [
    { format: 'table', file: 'plan.txt' },
    { format: 'table', section: 'timeline', file: 'timeline.txt' },
    ...(['schedule', 'participations', 'decisions', 'alone', 'publication'] as const).map(section => ({
      format: 'csv' as const,
      section,
      file: `${section}.csv`,
    })),
  ];

describe.each(FIXTURES)('the reports of %s', name => {
  const kept = (file: string): string => `../golden/${name}/${file}`;

  it.each(IN_FULL.flatMap(shown => LANGUAGES.map(lang => ({ ...shown, lang }))))(
    '$file in $lang',
    async ({ format, section, file, lang }) => {
      const text = await renderedText(await planOf(name), format, { lang, ...(section && { section }) });
      await expect(text).toMatchFileSnapshot(kept(`${lang}/${file}`));
    },
  );

  it('in every format, by their fingerprints', async () => {
    const outcome = await planOf(name);
    const lines: string[] = [];
    for (const format of FORMAT_IDS) {
      for (const lang of LANGUAGES) {
        const content = await rendered({ kind: 'schedule', ...outcome }, format, { lang, alarms: [30] });
        const bytes = Buffer.from(content);
        const sha = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
        lines.push(`${FORMATS[format].endings[0]} ${lang} ${bytes.length} ${sha}`);
      }
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(kept('fingerprints.txt'));
  });
});
