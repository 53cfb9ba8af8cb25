/** What a register says of a contract's state. */
import { fold } from '../../domain/text.ts';
import { isAbsent } from './absent.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';

export interface StatusCell {
  /**
   * `terminated`: ended early (résilié), or never begun (infructueux). `not-renewed`: it stopped at its end.
   * `last-period`: it will stop at the end in force. `denounced`: notice was given, it stops at the end then in force.
   */
  readonly status?:
    'running' | 'ended' | 'terminated' | 'upcoming' | 'not-renewed' | 'last-period' | 'denounced';
  readonly problems: readonly Problem[];
}

/** Thought of, not done: it says neither that the contract goes on nor that it stops. */
const UNSETTLED =
  /\b(?:resiliation|denonciation)s? (?:possible|envisage|prevue?|proposee?|souhaite|demande|en cours|en projet|a (?:faire|envoyer|prevoir|venir|etudier))|\ben cours de (?:resiliation|denonciation)\b/;

/** The first that matches: what is denied (« non résilié ») before what is said. */
const WORDS: readonly (readonly [RegExp, NonNullable<StatusCell['status']>])[] = [
  [/\ben cours\b.*\bnon (?:recondui|reconduct|renouvel)\w*/, 'last-period'],
  [/\b(?:sera|seront|serait|ne|will|to) (?:pas|not)(?: (?:etre|be))? (?:reconduct\w+|recondui\w+|renouvel\w+|prolong\w+|renew\w*|extend\w*)/, 'last-period'],
  [/\b(?:non|pas|not|sans)(?: tacitement)? (?:reconduct\w+|recondui\w+|renouvel\w+|prolong\w+|renew\w*|extend\w*)/, 'not-renewed'],
  [/\b(?:non|pas|not) (?:resilie|denonce|termine|clos|cloture|solde|echu|expire|annule|terminated|ended|expired)\w*/, 'running'],
  [/^(?:(?:consultation|attribution|passation|publication|redaction|analyse)s? en cours|en (?:cours d[e ]? ?)?(?:consultation|attribution|passation|publication|redaction|analyse)|non (?:encore )?(?:attribue|notifie|signe)\w*)\b/, 'upcoming'],
  [/^(?:en cours )?a (?:denoncer|resilier|renegocier|relancer|reconduire|renouveler|prolonger|cloturer|solder|archiver)\b|\b(?:resiliable|denoncable|denonciable)s?\b/, 'running'],
  [/\bdenonce(?:e|s|es)?\b|\b(?:denonciation|preavis)s? (?:de (?:resiliation|denonciation|non reconduction) )?(?:a ete |est )?(?:envoye|recu|fait|effectue|notifie|adresse|transmis|pose|donne|parti)\w*|\bnotice (?:was |has been )?(?:given|served|sent)\b/, 'denounced'],
  [/\b(infructueu\w+|resilie\w*|resiliation|abandonne\w*|annule\w*|sans suite|terminated|cancelled|canceled|rompu)\b/, 'terminated'],
  [/^(?:non|no|n|faux|false|0|inacti\w+|inactive)$|\b(non actif|inactif|inactive|plus actif|plus en cours|not active|termine(?!r)\w*|clos|close|closed|cloture(?!r)\w*|solde(?!r)\w*|echu\w*|expire(?!r)\w*|fini\w*|acheve(?!r)\w*|archive(?!r)\w*|ended|finished|completed|perime\w*|caduc\w*)\b/, 'ended'],
  [/\b(a venir|futur\w*|a demarrer|non demarre\w*|en attente|prevu\w*|planifie\w*|attribue\w*|en preparation|future|upcoming|planned|awarded|signature|not started)\b/, 'upcoming'],
  [/^(?:oui|yes|o|y|vrai|true|1|x)$|\b(en cours|acti\w+|active|courant|en vigueur|en execution|execute\w*|notifie\w*|reconduit\w*|renouvele\w*|prolonge\w*|valide|valid|running|live|current|ouvert|open|in force|ongoing|signe\w*)\b/, 'running'],
]; // prettier-ignore

/** « En cours (lot 2 résilié) » is running; what stands in brackets alone is no aside. */
function withoutAsides(text: string): string {
  const rest = text.replace(/\([^)]*\)/g, ' ');
  return /\p{L}/u.test(rest) ? rest : text;
}

/** Reads one cell; unknown words are said. */
export function readStatus(text: string): StatusCell {
  if (isAbsent(text)) return { problems: NO_PROBLEM };
  // Written by `normalize`: what the dates of that day said, not what the register says.
  if (fold(text).endsWith('selon les dates')) return { problems: NO_PROBLEM };
  const folded = fold(withoutAsides(text));
  const status = UNSETTLED.test(folded) ? undefined : WORDS.find(([pattern]) => pattern.test(folded))?.[1];
  return status ? { status, problems: NO_PROBLEM } : { problems: [problem('STATUS_UNKNOWN', {})] };
}
