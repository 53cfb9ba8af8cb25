/** Whose contract is it: told by a column, the configuration or the file's name, in that order. */
import type { Member, MemberId } from '../domain/contract.ts';
import { matchesGlob } from '../domain/glob.ts';
import type { MemberSettings } from '../domain/settings.ts';
import { compareText, fold, slug } from '../domain/text.ts';
import { readIdentifier, sirenOf } from './cells/identifiers.ts';

/** Words that come and go between two spellings of a landlord's name. */
const SMALL_WORDS = new Set(
  'sa sas sem saem epic oph opac esh scic scp hlm d de du des la le les l et societe anonyme office public'.split(
    ' ',
  ),
);

export interface Landlords {
  /** The landlord that a name, a number or a file name tells; added to the group when nobody is configured so. */
  byName(name: string, id: string): MemberId;
  /** The configured landlord that a name tells, if any. */
  configured(name: string): MemberId | undefined;
  /** The landlord whose `files` globs take a path. */
  byFiles(path: string): MemberId | undefined;
  /** The landlord that a file's name names, configured or not. */
  byFileName(path: string): MemberId;
  name(id: MemberId): string;
  isConfigured(id: MemberId): boolean;
  /** Everyone met, configured or added, by identifier. */
  all(): readonly Member[];
}

/** Landlords under a configuration. Names compare folded, without legal forms; numbers by SIREN. */
export function landlordsOf(configured: readonly MemberSettings[]): Landlords {
  const members = new Map<MemberId, Member>();
  const byKey = new Map<string, MemberId>();
  const bySiren = new Map<string, MemberId>();
  for (const { id, name, aliases, siren, territories } of configured) {
    members.set(id, { id, name, territories, ...(siren && { siren }) });
    for (const text of [name, id, ...aliases]) {
      byKey.set(fold(text), id);
      if (!byKey.has(nameKey(text))) byKey.set(nameKey(text), id);
    }
    if (siren) bySiren.set(siren, id);
  }
  const configuredIds = new Set(members.keys());

  const add = (name: string, siren: string | undefined): MemberId => {
    const id = freeId(slug(name) || siren || 'membre', members);
    members.set(id, { id, name, territories: [], ...(siren && { siren }) });
    byKey.set(fold(name), id);
    if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), id);
    if (siren) bySiren.set(siren, id);
    return id;
  };

  return {
    byName(name, number) {
      const siren = sirenOf(readIdentifier(number || name).id ?? '');
      const found = (siren && bySiren.get(siren)) ?? byKey.get(fold(name)) ?? byKey.get(nameKey(name));
      if (!found) return add(name || siren || number, siren);
      if (siren && !bySiren.has(siren)) bySiren.set(siren, found);
      return found;
    },
    configured(name) {
      const id = byKey.get(fold(name)) ?? byKey.get(nameKey(name));
      return id !== undefined && configuredIds.has(id) ? id : undefined;
    },
    byFiles: path => configured.find(({ files }) => files.some(glob => matchesGlob(glob, path)))?.id,
    byFileName(path) {
      const stem = fileStem(path);
      const words = ` ${fold(stem)} `;
      const named = [...byKey]
        .filter(([key, id]) => key && configuredIds.has(id) && words.includes(` ${key} `))
        .sort((a, b) => b[0].length - a[0].length || compareText(a[0], b[0]))[0];
      return named?.[1] ?? byKey.get(nameKey(ownName(stem))) ?? add(ownName(stem), undefined);
    },
    name: id => members.get(id)!.name,
    isConfigured: id => configuredIds.has(id),
    all: () => [...members.values()].sort((a, b) => compareText(a.id, b.id)),
  };
}

/** A name without its legal forms and small words: « SA Armorique-Habitat » and « Armorique Habitat » agree. */
function nameKey(name: string): string {
  const words = fold(name).split(' ');
  const kept = words.filter(word => !SMALL_WORDS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

function fileStem(path: string): string {
  const base = path.split(/[\\/]/).at(-1)!;
  return path === '-' ? '' : base.replace(/\.[^.]+$/, '');
}

/** Words of a file's name that name the export, not the landlord. */
const EXPORT_WORDS =
  /^(?:\d+|v\d+|export|exports|extraction|extract|liste|list|marches?|contrats?|contracts?|registre|register|suivi|tableau|bord|de|des|du|les|en|cours|final|def|copie|copy|maj|bilan|recensement|donnees|data|decp|fichier|achats?|csv|xlsx|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|t[1-4]|aws|aife)$/;

const SMALL = /^(?:de|des|du|les|en)$/;

/** « Export_Marchés_Habitat-76_2026-11 » → « Habitat-76 »; the whole stem when nothing else is left. */
function ownName(stem: string): string {
  const words = stem.split(/[\s_]+/).flatMap(part => (/^[\d-]+$/.test(part) ? [] : [part]));
  const says = words.map(word => !EXPORT_WORDS.test(fold(word)));
  const [first, last] = [says.indexOf(true), says.lastIndexOf(true)];
  // « Registre des marchés Habitat de l'Orne »: the small words inside a name are its own.
  const kept = words.filter((word, at) => says[at] || (at > first && at < last && SMALL.test(fold(word))));
  const name = (kept.length > 0 ? kept : words)
    .join(' ')
    .replace(/[-\s]+/g, ' ')
    .trim();
  return name || stem || 'stdin';
}

function freeId(base: string, taken: ReadonlyMap<MemberId, unknown>): MemberId {
  let id = base as MemberId;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}` as MemberId;
  return id;
}
