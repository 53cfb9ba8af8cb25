/** From a configuration file, and what the command line overrides, to the settings of the run. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { CATEGORIES } from '../data/categories.ts';
import { readHeading } from '../data/headings.ts';
import { FIELDS } from '../domain/field.ts';
import { toSlashes } from '../domain/glob.ts';
import { type ConfigurationProblem, Mistake } from '../domain/mistake.ts';
import { nearestWord } from '../domain/nearest.ts';
import type { Settings } from '../domain/settings.ts';
import { type ConfigurationDocument, readDocument } from './document.ts';
import { withOverrides } from './override.ts';
import { problemsOf } from './problems.ts';
import { type Configuration, configuration } from './schema.ts';
import { settingsFrom } from './settings.ts';

/** Names under which a configuration is looked for, the first one first. */
export const CONFIGURATION_NAMES = ['coop-plan.yaml', 'coop-plan.yml', 'coop-plan.json'] as const;

export interface LoadedSettings {
  readonly settings: Settings;
  /** The file that was read, if any. */
  readonly file?: string;
}

/**
 * Loads the settings: from `file` when it is given, else from the only configuration found in `folders`, else
 * the defaults. `overrides` are `path=value` texts (`savings.expected=0.04`) that win over the file.
 * Throws a {@link Mistake} that lists every problem with its line and column.
 */
export function loadSettings(
  file: string | undefined,
  folders: readonly string[],
  overrides: readonly string[] = [],
): LoadedSettings {
  const path = file ?? findConfiguration(folders);
  if (!path)
    return { settings: settingsFrom(check('--set', withOverrides({ value: {}, locate: start }, overrides))) };
  const document = readDocument(path, readText(path));
  return { settings: settingsFrom(check(path, withOverrides(document, overrides))), file: path };
}

function findConfiguration(folders: readonly string[]): string | undefined {
  const distinct = new Map(folders.map(folder => [resolve(folder), folder]));
  const found = [...distinct.values()].flatMap(folder => {
    const name = CONFIGURATION_NAMES.find(candidate => existsSync(join(folder, candidate)));
    return name ? [toSlashes(join(folder, name))] : [];
  });
  if (found.length > 1) throw new Mistake('CONFIG_SEVERAL', { files: found.join(', ') });
  return found[0];
}

function readText(path: string): string {
  if (!existsSync(path)) throw new Mistake('CONFIG_NOT_FOUND', { path });
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Mistake('PATH_NOT_READABLE', {
      path,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

function check(file: string, document: ConfigurationDocument): Configuration {
  const result = configuration.safeParse(document.value);
  const problems = result.success
    ? problemsOfMeaning(result.data, document)
    : problemsOf(result.error.issues, document, knownKeys);
  if (problems.length > 0) throw new Mistake('CONFIG_INVALID', { file, problems });
  return result.data!;
}

/** What the shape alone does not show: categories and fields that do not exist. */
function problemsOfMeaning(value: Configuration, document: ConfigurationDocument): ConfigurationProblem[] {
  return [...unknownCategories(value, document), ...unknownFields(value, document)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}

function unknownFields({ mappings }: Configuration, document: ConfigurationDocument): ConfigurationProblem[] {
  const known = new Set<string>(FIELDS);
  return mappings.flatMap(({ columns }, m) =>
    Object.keys(columns)
      .filter(field => !known.has(field))
      .map(field => ({
        ...document.locate(['mappings', m, 'columns', field]),
        path: `mappings[${m}].columns.${field}`,
        kind: 'unknown-key' as const,
        expected: fieldMeant(field) ?? nearestWord(field, known) ?? FIELDS.join(', '),
      })),
  );
}

/** The field that a heading would name (« montant »). */
function fieldMeant(word: string): string | undefined {
  const field = readHeading(word)?.known.field;
  return field === 'none' ? undefined : field;
}

function unknownCategories(value: Configuration, document: ConfigurationDocument): ConfigurationProblem[] {
  const { add = [], ...settled } = value.categories;
  const known = new Set<string>([...CATEGORIES, ...add].map(category => category.id));
  const named: [PropertyKey[], string][] = [
    ...value.members.flatMap((member, i) =>
      member.optOut.map((id, j): [PropertyKey[], string] => [['members', i, 'optOut', j], id]),
    ),
    ...Object.entries(settled).flatMap(([list, ids]) =>
      Object.entries(ids ?? {}).map(([key, id]): [PropertyKey[], string] => [['categories', list, key], id]),
    ),
  ];
  return named
    .filter(([, id]) => !known.has(id))
    .map(([path, id]) => ({
      ...document.locate(path),
      path: `${id}`,
      kind: 'unknown-category',
      expected: nearestWord(id, known) ?? '',
    }));
}

/** The keys that the schema knows at a path, for « vouliez-vous dire ». */
function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = configuration;
  for (const key of path) {
    schema = unwrapped(schema);
    schema =
      schema instanceof z.ZodObject
        ? schema.shape[key as string]
        : schema instanceof z.ZodArray
          ? schema.element
          : undefined;
  }
  const object = unwrapped(schema);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodLazy
    ? unwrapped(schema.unwrap())
    : schema;
}

const start = (): { line: number; column: number } => ({ line: 1, column: 1 });
