/** Gives every line its landlord: by a column, the configuration, a section or sheet, or the file's name, in that order. */
import type { Member, MemberId } from '../domain/contract.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { MemberSettings } from '../domain/settings.ts';
import type { Source } from '../domain/source.ts';
import { compareText, fold } from '../domain/text.ts';
import type { Line } from './lines/line.ts';
import { type Landlords, landlordsOf } from './members.ts';
import type { OwnedLine } from './owned-line.ts';
import type { TableReading } from './tables.ts';

export interface Owned {
  readonly lines: OwnedLine[];
  readonly members: readonly Member[];
  /** How the landlord of each table was told, table by table. */
  readonly memberFrom: readonly Source['memberFrom'][];
  readonly diagnostics: readonly Diagnostic[];
}

/** What tells the landlord of a table's lines that name none. */
interface Fallback {
  readonly from: Exclude<Source['memberFrom'], 'column'>;
  readonly of: (line: Line) => MemberId;
}

/** Names are met in alphabetical order, so that those added do not depend on the order of files and rows. */
export function owned(tables: readonly TableReading[], configured: readonly MemberSettings[]): Owned {
  const landlords = landlordsOf(configured);
  const sheets = sheetsOf(tables);
  const titles = tables.map(table => {
    // A register that the configuration gives to a landlord has no other.
    const { file } = table.source;
    return landlords.byFiles(file) ? undefined : titlesOver(table, sheets.get(file) ?? [], landlords);
  });
  const byName = new Map<string, MemberId>();
  for (const [key, { member, memberId }] of namesIn(tables, titles))
    byName.set(key, landlords.byName(member, memberId));
  const lines: OwnedLine[] = [];
  const diagnostics: Diagnostic[] = [];
  const memberFrom: Source['memberFrom'][] = [];
  for (const [table, reading] of tables.entries()) {
    const named = reading.lines.some(isNamed);
    const fallback =
      named && reading.lines.every(isNamed)
        ? undefined
        : fallbackFor(reading, titles[table], byName, landlords);
    memberFrom.push(named ? 'column' : fallback!.from);
    const told = new Set<MemberId>();
    for (const line of reading.lines) {
      const owner = isNamed(line) ? byName.get(nameKey(line))! : fallback!.of(line);
      if (!isNamed(line)) told.add(owner);
      line.owner = owner;
      line.table = table;
      lines.push(line as OwnedLine);
    }
    if (fallback) diagnostics.push(...guesses(reading, told, fallback.from, landlords));
  }
  const used = new Set(lines.map(({ owner }) => owner));
  const members = landlords.all().filter(({ id }) => landlords.isConfigured(id) || used.has(id));
  if (configured.length > 0) diagnostics.push(...additions(lines, landlords));
  return { lines, members, memberFrom, diagnostics };
}

type Named = Pick<Line, 'member' | 'memberId'>;
const isNamed = ({ member, memberId }: Named): boolean => member !== '' || memberId !== '';
const nameKey = ({ member, memberId }: Named): string => `${member}\u001F${memberId}`;
const underTitle = (title: string): Named => ({ member: title, memberId: '' });

/** The titles that name landlords over the lines of a table. */
interface Titles {
  readonly from: 'section' | 'sheet-name';
  readonly of: (line: Line) => string;
}

/** Words of landlords' names, which families of purchases and places do not have. */
const LANDLORD = /\b(?:habitat|logis|logement|hlm|oph|opac|esh|immobiliere|fonciere|office public)\b/;
/** Parts of a landlord, and what is bought, that have such a word too. */
const DEPARTMENT =
  /^(?:gestion|promotion|direction|pole|service|agence|amelioration|entretien|assurance|maintenance|travaux|secteur|lot|famille)/;
const MOST_WORDS = 6;

/** The sheets that hold the tables of each file. */
function sheetsOf(tables: readonly TableReading[]): ReadonlyMap<string, readonly string[]> {
  const sheets = new Map<string, string[]>();
  for (const { source } of tables) {
    const known = sheets.get(source.file) ?? [];
    if (source.sheet !== undefined) known.push(source.sheet);
    sheets.set(source.file, known);
  }
  return sheets;
}

/** Section titles, else sheets' names, when each of them names a landlord; `undefined` otherwise. */
function titlesOver(
  { source: { sheet }, lines }: TableReading,
  sheets: readonly string[],
  landlords: Landlords,
): Titles | undefined {
  const nameLandlords = (titles: readonly string[]): boolean => {
    const different = new Set(titles);
    const known = [...different].filter(title => landlords.configured(title) !== undefined);
    if (known.length > 0 && known.length === different.size) return true;
    return different.size > 1 && [...different].every(title => known.includes(title) || isLandlord(title));
  };
  if (nameLandlords(lines.map(({ section }) => section)))
    return { from: 'section', of: line => line.section };
  return sheet !== undefined && nameLandlords(sheets) ? { from: 'sheet-name', of: () => sheet } : undefined;
}

function isLandlord(title: string): boolean {
  const folded = fold(title);
  return LANDLORD.test(folded) && !DEPARTMENT.test(folded) && folded.split(' ').length <= MOST_WORDS;
}

function namesIn(
  tables: readonly TableReading[],
  titles: readonly (Titles | undefined)[],
): [string, Named][] {
  const names = new Map<string, Named>();
  for (const [table, { lines }] of tables.entries()) {
    for (const line of lines) {
      const title = titles[table];
      const named = isNamed(line) ? line : title && underTitle(title.of(line));
      if (!named) continue;
      const key = nameKey(named);
      if (!names.has(key)) names.set(key, named);
    }
  }
  return [...names].sort(([a], [b]) => compareText(a, b));
}

function fallbackFor(
  { source: { file } }: TableReading,
  titles: Titles | undefined,
  byName: ReadonlyMap<string, MemberId>,
  landlords: Landlords,
): Fallback {
  const configured = landlords.byFiles(file);
  if (configured) return { from: 'config', of: () => configured };
  if (titles) return { from: titles.from, of: line => byName.get(nameKey(underTitle(titles.of(line))))! };
  const id = landlords.byFileName(file);
  return { from: 'file-name', of: () => id };
}

/** Landlords that nothing but a name over the lines tells: said, each once a table. */
function guesses(
  { source: { file, sheet } }: TableReading,
  told: ReadonlySet<MemberId>,
  from: Fallback['from'],
  landlords: Landlords,
): Diagnostic[] {
  if (from === 'config') return [];
  const at = { file, ...(sheet !== undefined && from !== 'file-name' && { sheet }) };
  return [...told]
    .filter(id => !landlords.isConfigured(id))
    .map(id => diagnostic('MEMBER_FROM_FILE', at, { member: landlords.name(id), from }));
}

/** Landlords that a configuration exists without: said once each, where they are first met. */
function additions(lines: readonly OwnedLine[], landlords: Landlords): Diagnostic[] {
  const met = new Map<MemberId, OwnedLine>();
  for (const line of lines) if (!met.has(line.owner)) met.set(line.owner, line);
  return [...met]
    .filter(([id]) => !landlords.isConfigured(id))
    .map(([id, { at }]) => diagnostic('MEMBER_ADDED', at, { member: landlords.name(id) }));
}
