/** Décisions du groupe (decisions.csv) qui ne peuvent être lues ou suivies. */
import type { DiagnosticTexts } from '../texts.ts';
import { longDay } from './format.ts';

const FIELD = {
  member: 'le membre',
  partner: 'le partenaire',
  category: 'la catégorie',
  tender: 'l’achat groupé',
  start: 'la date de démarrage',
  weight: 'le poids',
} as const;

type RulingCode = Extract<keyof DiagnosticTexts, `RULING${string}`>;

export const rulingDiagnostics: Pick<DiagnosticTexts, RulingCode> = {
  RULING_UNKNOWN: p => ({
    message: 'Décision inconnue : elle n’est pas suivie.',
    expected: p.known,
    hint: 'Corrigez la colonne « décision ».',
  }),
  RULING_INCOMPLETE: p => ({
    message: `Décision incomplète : il manque ${FIELD[p.field]}. Elle n’est pas suivie.`,
    hint: 'Complétez la ligne.',
  }),
  RULING_MEMBER_UNKNOWN: () => ({
    message: 'Membre inconnu : la décision n’est pas suivie.',
    hint: 'Écrivez son nom comme dans la configuration ou les registres.',
  }),
  RULING_CATEGORY_UNKNOWN: () => ({
    message: 'Catégorie inconnue : la décision n’est pas suivie.',
    hint: 'Prenez un identifiant ou un libellé de « coop-plan categories ».',
  }),
  RULING_WEIGHT_INVALID: () => ({
    message: 'Poids illisible : la décision n’est pas suivie.',
    expected: 'un nombre de 0 à 100, 1 étant neutre',
    hint: 'Écrivez par exemple 2 pour donner deux fois plus d’importance.',
  }),
  RULINGS_CONTRADICT: p => ({
    message: `Cette décision contredit celle de la ligne ${p.row} (${p.file}) : c’est l’autre, plus récente, qui est suivie.`,
    hint: 'Gardez une seule des deux.',
  }),
  RULING_TENDER_UNKNOWN: () => ({
    message: 'Aucun achat groupé possible ne porte ce nom : la décision est sans effet.',
    hint: 'Reprenez l’identifiant tel que le plan l’affiche ; pour accepter un achat groupé tel quel, donnez le plan précédent (--previous).',
  }),
  RULING_START_IMPOSSIBLE: p => ({
    message: 'Date de démarrage impossible : la décision n’est pas suivie.',
    expected: `une date du ${longDay(p.earliest)} au ${longDay(p.latest)}`,
    hint: 'Choisissez une date qui laisse le temps de la procédure.',
  }),
  RULING_WITHOUT_TENDER: p => ({
    message: `Aucun achat groupé ne peut démarrer le ${longDay(p.start)} : il manque des membres qui puissent le rejoindre, ou de la place au trimestre de lancement.`,
    hint: 'Choisissez une autre date : le plan en propose.',
  }),
  RULING_PARTNER_ABSENT: p => ({
    message: `Le partenaire demandé (${p.partner}) n’achète cela avec aucun groupement possible : le membre reste seul.`,
    hint: 'Retirez cette condition, ou faites revenir le partenaire.',
  }),
  RULING_PARTNER_SAME: () => ({
    message: 'Le membre et son partenaire sont le même : la décision n’est pas suivie.',
    hint: 'Nommez l’autre membre.',
  }),
  RULING_MEMBER_ABSENT: p => ({
    message: `Le membre (${p.member}) n’a là aucun marché qui puisse être groupé : la condition est sans effet.`,
    hint: 'Vérifiez la catégorie, ou retirez cette condition.',
  }),
};
