/** Open Contracting releases, against the rules of the standard. */
import draft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { FIXTURES, planOf, renderedText } from '../fixture.ts';
import { releasePackage } from '../../schemas/ocds-1.1.ts';

const ajv = new draft4.default({ allErrors: true, strict: false });
addFormats.default(ajv as never);
const isPackage = ajv.compile(releasePackage);

interface Period {
  startDate: string;
  endDate: string;
  durationInDays?: number;
}
interface Release {
  ocid: string;
  id: string;
  parties: { id: string; roles: string[] }[];
  buyer: { id: string };
  tender: {
    id: string;
    status: string;
    value: { amount: number };
    contractPeriod: Period;
    tenderPeriod: Period;
    procuringEntity: { id: string };
    milestones: { id: string; dueDate: string }[];
  };
  planning: { milestones: { id: string; dueDate: string }[] };
}
interface Package {
  releases: Release[];
  [member: string]: unknown;
}

describe.each(FIXTURES)('the releases of %s', name => {
  it('are valid, one a tender, with its buyers, its contract and its milestones', async () => {
    const { plan } = await planOf(name);
    for (const lang of ['fr', 'en'] as const) {
      const written = JSON.parse(await renderedText(await planOf(name), 'ocds', { lang })) as Package;
      isPackage(written);
      expect(isPackage.errors).toBeNull();
      expect(written.releases).toHaveLength(plan.tenders.length);
      expect(new Set(written.releases.map(({ ocid }) => ocid)).size).toBe(plan.tenders.length);
      for (const [i, tender] of plan.tenders.entries()) {
        const { parties, tender: own, planning } = written.releases[i]!;
        expect(new Set(parties.map(({ id }) => id))).toEqual(
          new Set(tender.participations.map(({ member }) => member)),
        );
        expect(parties.every(({ roles }) => roles.includes('buyer'))).toBe(true);
        expect(parties.filter(({ roles }) => roles.includes('procuringEntity')).map(({ id }) => id)).toEqual([
          tender.coordinator,
        ]);
        expect(own.status).toBe('planned');
        expect(own.value.amount * 100).toBeCloseTo(tender.estimatedValue, 3);
        expect(own.contractPeriod.startDate.slice(0, 10)).toBe(tender.start);
        expect(own.contractPeriod.endDate.slice(0, 10)).toBe(tender.duration.endsOn);
        const stages = [...planning.milestones, ...own.milestones];
        expect(stages.map(({ id, dueDate }) => [id, dueDate.slice(0, 10)]).sort()).toEqual(
          tender.milestones.map(({ code, to }) => [code, to]).sort(),
        );
      }
    }
  });
});

describe('the rules', () => {
  it.each<[string, (written: Package) => void]>([
    ['no version', written => delete written['version']],
    ['no release', written => (written.releases = [])],
    ['a release twice', written => (written.releases[1] = written.releases[0]!)],
    ['no ocid', written => delete (written.releases[0] as Partial<Release>).ocid],
    [
      'a date without a time',
      written => (written.releases[0]!.tender.contractPeriod.startDate = '2027-01-01'),
    ],
    ['an unknown status', written => (written.releases[0]!.tender.status = 'soon')],
    [
      'an amount in words',
      written => ((written.releases[0]!.tender.value as { amount: unknown }).amount = '1 €'),
    ],
    ['a member misspelt', written => ((written.releases[0]!.tender as unknown as Package)['titel'] = 'x')],
  ])('refuse a package with %s', async (_, spoil) => {
    const written = JSON.parse(await renderedText(await planOf('tri-oph'), 'ocds')) as Package;
    expect(isPackage(written)).toBe(true);
    spoil(written);
    expect(isPackage(written)).toBe(false);
  });

  it('take the prefix of the publisher', async () => {
    const outcome = await planOf('tri-oph');
    const text = await renderedText(outcome, 'ocds', { ocidPrefix: 'ocds-a1b2c3' });
    for (const { ocid } of (JSON.parse(text) as Package).releases) expect(ocid).toMatch(/^ocds-a1b2c3-/);
  });
});
