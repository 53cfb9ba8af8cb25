/** Gives every line its landlord: by a column, the configuration, or the file's name, in that order. */
import type { Member, MemberId } from '../domain/contract.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { MemberSettings } from '../domain/settings.ts';
import type { Source } from '../domain/source.ts';
import { compareText } from '../domain/text.ts';
import type { OwnedLine } from './identity.ts';
import type { Line } from './lines/line.ts';
import { type Landlords, landlordsOf } from './members.ts';
import type { TableReading } from './tables.ts';

export interface Owned {
  readonly lines: OwnedLine[];
  readonly members: readonly Member[];
  /** How the landlord of each table was told, table by table. */
  readonly memberFrom: readonly Source['memberFrom'][];
  readonly diagnostics: readonly Diagnostic[];
}

/** Names are met in alphabetical order, so that those added do not depend on the order of files and rows. */
export function owned(tables: readonly TableReading[], configured: readonly MemberSettings[]): Owned {
  const landlords = landlordsOf(configured);
  const byName = new Map<string, MemberId>();
  for (const [key, { member, memberId }] of namesIn(tables))
    byName.set(key, landlords.byName(member, memberId));
  const lines: OwnedLine[] = [];
  const diagnostics: Diagnostic[] = [];
  const memberFrom: Source['memberFrom'][] = [];
  for (const [table, reading] of tables.entries()) {
    const named = reading.lines.some(isNamed);
    const fallback = named && reading.lines.every(isNamed) ? undefined : fallbackFor(reading, landlords);
    memberFrom.push(named ? 'column' : fallback!.from);
    if (fallback?.from === 'file-name' && !landlords.isConfigured(fallback.id)) {
      const at = { file: reading.source.file };
      diagnostics.push(diagnostic('MEMBER_FROM_FILE', at, { member: landlords.name(fallback.id) }));
    }
    for (const line of reading.lines) {
      const owner = isNamed(line) ? byName.get(nameKey(line))! : fallback!.id;
      line.owner = owner;
      line.table = table;
      lines.push(line as OwnedLine);
    }
  }
  const used = new Set(lines.map(({ owner }) => owner));
  const members = landlords.all().filter(({ id }) => landlords.isConfigured(id) || used.has(id));
  if (configured.length > 0) diagnostics.push(...additions(lines, landlords));
  return { lines, members, memberFrom, diagnostics };
}

const isNamed = ({ member, memberId }: Line): boolean => member !== '' || memberId !== '';
const nameKey = ({ member, memberId }: Line): string => `${member}\u001F${memberId}`;

function namesIn(tables: readonly TableReading[]): [string, Line][] {
  const names = new Map<string, Line>();
  for (const { lines } of tables) {
    for (const line of lines) {
      if (!isNamed(line)) continue;
      const key = nameKey(line);
      if (!names.has(key)) names.set(key, line);
    }
  }
  return [...names].sort(([a], [b]) => compareText(a, b));
}

function fallbackFor(
  { source: { file } }: TableReading,
  landlords: Landlords,
): { id: MemberId; from: 'config' | 'file-name' } {
  const configured = landlords.byFiles(file);
  return configured
    ? { id: configured, from: 'config' }
    : { id: landlords.byFileName(file), from: 'file-name' };
}

/** Landlords that a configuration exists without: said once each, where they are first met. */
function additions(lines: readonly OwnedLine[], landlords: Landlords): Diagnostic[] {
  const met = new Map<MemberId, OwnedLine>();
  for (const line of lines) if (!met.has(line.owner)) met.set(line.owner, line);
  return [...met]
    .filter(([id]) => !landlords.isConfigured(id))
    .map(([id, { at }]) => diagnostic('MEMBER_ADDED', at, { member: landlords.name(id) }));
}
