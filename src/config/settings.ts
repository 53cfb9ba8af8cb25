/** A checked configuration, completed by the defaults. */
import { DEFAULT_CALENDAR } from '../data/calendar-defaults.ts';
import { addedCategory } from '../data/categories.ts';
import { DEFAULT_PLAN } from '../data/defaults.ts';
import type { CalendarSettings, Meetings } from '../domain/calendar.ts';
import type { AddedCategory, CategoryId } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import type { MemberSettings, PlanSettings, Settings } from '../domain/settings.ts';
import { compareText, fold, slug } from '../domain/text.ts';
import type { Configuration } from './schema.ts';

/** The settings of a run. */
export function settingsFrom(value: Configuration): Settings {
  const { members, mappings, categories, vatRate } = value;
  return {
    ...defined({ group: value.group, asOf: value.asOf, language: value.language }),
    intake: {
      members: members.map(memberFrom),
      mappings: mappings.map(defined),
      ...defined({ vatRate }),
      classification: {
        families: folded(categories.families),
        synonyms: folded(categories.synonyms),
        contracts: categories.contracts ?? {},
        categories: (categories.add ?? []).map(addedFrom),
      },
    },
    plan: planFrom(value),
    calendar: calendarFrom(value),
  };
}

function addedFrom({
  id,
  label,
  words,
  cpv = [],
  ...rest
}: NonNullable<Configuration['categories']['add']>[number]): AddedCategory {
  const names = { fr: label, en: label };
  const codes = cpv.map(code => code.slice(0, 8));
  return addedCategory({ id: id as CategoryId, label: names, cpv: codes, ...defined(rest) }, words);
}

function memberFrom(member: Configuration['members'][number]): MemberSettings {
  const { name, siren, aliases, files, territories } = member;
  return { ...defined({ siren }), id: idOf(member), name, aliases, files, territories };
}

function idOf(member: { readonly id?: MemberId | undefined; readonly name: string }): MemberId {
  return member.id ?? (slug(member.name) as MemberId);
}

function calendarFrom({ calendar, members }: Configuration): CalendarSettings {
  const meetings = members.flatMap(member =>
    member.meetings ? [[idOf(member), inOrder(member.meetings)] as const] : [],
  );
  return { ...DEFAULT_CALENDAR, ...defined(calendar), meetings: Object.fromEntries(meetings) };
}

function inOrder({ board, committee }: Meetings): Meetings {
  return { board: board.toSorted(compareText), committee: committee.toSorted(compareText) };
}

function planFrom({ plan, members }: Configuration): PlanSettings {
  const { extension, interim, individualProcedure, savings, stability, ...rest } = defined(plan);
  return {
    ...DEFAULT_PLAN,
    ...rest,
    extension: { ...DEFAULT_PLAN.extension, ...defined(extension ?? {}) },
    interim: { ...DEFAULT_PLAN.interim, ...defined(interim ?? {}) },
    individualProcedure: { ...DEFAULT_PLAN.individualProcedure, ...defined(individualProcedure ?? {}) },
    savings: { ...DEFAULT_PLAN.savings, ...defined(savings ?? {}) },
    stability: { ...DEFAULT_PLAN.stability, ...defined(stability ?? {}) },
    optOut: byMember(members, ({ optOut }) => optOut),
    coordinates: byMember(members, ({ coordinates }) => coordinates),
    coordinatesAtMost: byMember(members, ({ coordinatesAtMost }) => coordinatesAtMost),
  };
}

/** What is said of each member, under its id; members of whom nothing is said are left out. */
function byMember<T>(
  members: Configuration['members'],
  said: (member: Configuration['members'][number]) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    members.flatMap(member => {
      const value = said(member);
      return value === undefined ? [] : [[idOf(member), value]];
    }),
  );
}

function folded(table: Readonly<Record<string, CategoryId>> | null | undefined): Record<string, CategoryId> {
  return Object.fromEntries(Object.entries(table ?? {}).map(([key, id]) => [fold(key), id]));
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without its absent values. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Defined<T>;
}
