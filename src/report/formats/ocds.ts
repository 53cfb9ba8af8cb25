/**
 * Open Contracting Data Standard 1.1: a package of planning releases, one a joint tender
 * (https://standard.open-contracting.org/1.1/en/schema/reference/).
 */
import { categoryLookup } from '../../data/categories.ts';
import type { Category, Nature } from '../../domain/category.ts';
import type { Member, MemberId } from '../../domain/contract.ts';
import { type Day, daysBetween } from '../../domain/day.ts';
import { type Cents, euros } from '../../domain/money.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Milestone, Tender } from '../../domain/plan.ts';
import { slug } from '../../domain/text.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { membersOf } from '../sections/schedule.ts';
import { type RenderOptions, type Subject, isPlanned } from './format.ts';

/** Stands where the publisher's own prefix, given by the Open Contracting Partnership, must be put before publishing. */
const NO_PREFIX = 'ocds-000000';
const CATEGORY: Readonly<Record<Nature, string>> = { S: 'services', F: 'goods', T: 'works' };

/** The package; a group without a joint tender has no release, and OCDS wants one at least. */
export function ocds(subject: Subject, { texts, ocidPrefix = NO_PREFIX }: RenderOptions): string {
  if (!isPlanned(subject)) throw new TypeError('releases show a schedule');
  const publisher = subject.group ?? 'coop-plan';
  const value = {
    uri: `urn:coop-plan:${slug(publisher)}:${subject.asOf}`,
    version: '1.1',
    publishedDate: instant(subject.asOf),
    publisher: { name: publisher },
    releases: subject.plan.tenders.map(tender => release(tender, subject, ocidPrefix, texts)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function release(tender: Tender, outcome: Outcome, prefix: string, texts: Texts): object {
  const names = namesOf(outcome, texts.language);
  const members = membersOf(tender);
  return {
    ocid: `${prefix}-${slug(tender.id)}`,
    id: `${slug(tender.id)}-${outcome.asOf}`,
    date: instant(outcome.asOf),
    tag: ['planning'],
    initiationType: 'tender',
    language: texts.language,
    parties: members.map(member => party(member, tender, outcome.members, names)),
    buyer: reference(tender.coordinator, names),
    planning: {
      rationale: texts.exports.publication.because(
        texts.format.money(tender.gain.expected),
        texts.format.list(members.map(names.member)),
      ),
      budget: { amount: value(tender.annualAmount), description: texts.report.columns.annual },
      milestones: milestones(
        tender.milestones.filter(({ from }) => from < tender.launchOn),
        names,
        texts,
      ),
    },
    tender: tenderJson(tender, categoryLookup(outcome.categories)(tender.category), names, texts),
  };
}

function tenderJson(tender: Tender, category: Category | undefined, names: Names, texts: Texts): object {
  const stage = (id: string): Milestone | undefined => tender.milestones.find(({ code }) => code === id);
  const call = stage('publication');
  const committee = stage('cao');
  return {
    id: slug(tender.id),
    title: names.tender(tender),
    status: 'planned',
    procuringEntity: reference(tender.coordinator, names),
    items: category
      ? [
          {
            id: '1',
            description: category.label[texts.language],
            ...(category.cpv[0] && { classification: cpv(category.cpv[0]) }),
            ...(category.cpv.length > 1 && { additionalClassifications: category.cpv.slice(1).map(cpv) }),
          },
        ]
      : [],
    value: value(tender.estimatedValue),
    procurementMethodDetails: texts.plan.procedure[tender.procedure.code],
    ...(category && { mainProcurementCategory: CATEGORY[category.nature] }),
    ...(call && { tenderPeriod: { startDate: instant(tender.launchOn), endDate: lastInstant(call.to) } }),
    ...(committee && {
      awardPeriod: { startDate: instant(committee.from), endDate: lastInstant(committee.to) },
    }),
    contractPeriod: {
      startDate: instant(tender.start),
      endDate: lastInstant(tender.duration.endsOn),
      durationInDays: daysBetween(tender.start, tender.duration.endsOn),
    },
    milestones: milestones(
      tender.milestones.filter(({ from }) => from >= tender.launchOn),
      names,
      texts,
    ),
  };
}

function party(id: MemberId, tender: Tender, members: readonly Member[], names: Names): object {
  const siren = members.find(member => member.id === id)?.siren;
  return {
    id,
    name: names.member(id),
    ...(siren && { identifier: { scheme: 'FR-RCS', id: siren, legalName: names.member(id) } }),
    roles: id === tender.coordinator ? ['buyer', 'procuringEntity'] : ['buyer'],
  };
}

function milestones(stages: readonly Milestone[], names: Names, texts: Texts): object[] {
  return stages.map(({ code, from, to }) => ({
    id: code,
    title: names.stage(code),
    type: 'preProcurement',
    code,
    description: `${texts.format.day(from)} – ${texts.format.day(to)}`,
    dueDate: lastInstant(to),
    status: 'scheduled',
  }));
}

const reference = (id: MemberId, names: Names): object => ({ id, name: names.member(id) });
const value = (amount: Cents): object => ({ amount: euros(amount), currency: 'EUR' });
const cpv = (id: string): object => ({ scheme: 'CPV', id });
/** The standard wants instants: a day begins and ends in universal time, since no time of day is known. */
const instant = (day: Day): string => `${day}T00:00:00Z`;
const lastInstant = (day: Day): string => `${day}T23:59:59Z`;
