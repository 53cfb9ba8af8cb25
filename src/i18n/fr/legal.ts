import type { Day } from '../../domain/day.ts';
import type { Cents } from '../../domain/money.ts';
import type { ProcedureCode } from '../../domain/plan.ts';
import type { LegalTexts } from '../texts.ts';
import { format, longDay } from './format.ts';
import { plan } from './plan.ts';

type Value = string | number | undefined;

const on = (value: Value): string => longDay(String(value) as Day);
const money = (value: Value): string => format.money(Number(value) as Cents);
const procedure = (value: Value): string => plan.procedure[value as ProcedureCode];
/** `01-01` → `01/01` */
const monthDay = (value: Value): string => String(value).split('-').toReversed().join('/');
/** Months that the register shows to be added by earlier amendments; it may not show them all. */
const earlier = (months: Value): string =>
  Number(months) > 0 ? `${months} mois d’avenants antérieurs déduits` : 'avenants antérieurs à déduire';
const decimal = (value: Value): string => format.number(Math.abs(Number(value)));

export const legal: LegalTexts = {
  confirm: 'à confirmer par le service juridique',
  effect: { blocks: 'bloquant', warns: 'à surveiller', informs: 'pour information' },
  mark: { verified: 'vérifié', derived: 'déduit', unverified: 'non vérifié' },
  publication: {
    none: 'aucune publicité obligatoire (trois devis conseillés)',
    free: 'publicité librement choisie',
    national: 'avis au BOAMP ou dans un journal d’annonces légales',
    european: 'avis au BOAMP et au JOUE',
  },
  startImpossible: p =>
    `Départ impossible : même dans les délais les plus courts, l’étape « ${p.stage} » aurait dû commencer avant aujourd’hui` +
    (p.earliestStart ? ` ; premier départ possible le ${on(p.earliestStart)}.` : '.'),
  shortened: p => `${p.stage} ${p.days} j au lieu de ${p.usual}`,
  check: {
    GROUP_VALUE: p =>
      `Valeur estimée du groupement : ${money(p.valueAmount)} HT, ${p.members} membres, toute la durée, reconductions comprises.`,
    THRESHOLD_PROVISIONAL: p =>
      `Seuils du ${on(p.launchOn)} non publiés : dernier seuil connu, ${money(p.thresholdAmount)}, à vérifier avant le lancement.`,
    NEAR_THRESHOLD: p =>
      `Valeur à ${decimal(p.percent)} % ${Number(p.percent) < 0 ? 'sous le' : 'au-dessus du'} seuil de procédure formalisée (${money(p.thresholdAmount)}) : vérifier l’estimation.`,
    WITHOUT_MEMBER: p =>
      `Sans ${p.member} : ${money(p.valueAmount)}, ${procedure(p.procedure)}. Un besoin ne se fractionne pas pour passer sous un seuil (R2121-4).`,
    WITH_ONE_MORE: p =>
      `Avec un membre de plus, de taille moyenne : ${money(p.valueAmount)}, ${procedure(p.procedure)}.`,
    SOCIAL_REGIME: p =>
      'Service social ou spécifique : procédure adaptée quelle que soit la valeur' +
      (p.european ? ', avis européen au-delà de 750 000 €.' : '.'),
    SOCIAL_REGIME_TO_CONFIRM: () =>
      'Peut relever, en tout ou partie, des services sociaux et spécifiques (procédure adaptée) : à vérifier ; le régime commun est appliqué.',
    SMALL_LOTS: p =>
      `Petits lots : ${p.lots} lot(s), ${money(p.valueAmount)} en tout, peuvent relever d’une procédure adaptée.`,
    ENVIRONMENT_CRITERION: () =>
      'Prévoir au moins un critère d’attribution et des conditions d’exécution environnementaux.',
    WORKS_OUTSIDE_POLICY: () =>
      'Travaux : hors de la politique d’achat obligatoire d’une société de coordination ; achat groupé facultatif.',
    FRAMEWORK_CAP: p => `Durée de ${p.months} mois : dans les ${p.cap} mois d’un accord-cadre.`,
    FRAMEWORK_JUSTIFIED: p =>
      `Durée de ${p.months} mois, au-delà des ${p.cap} mois d’un accord-cadre : marché ordinaire, ou justification à écrire.`,
    CATEGORY_CAP: p =>
      `Exploitation de chauffage : ${p.cap} mois au plus, ${p.flatRate} au forfait indépendant du climat, ${p.guarantee} avec garantie totale (P3) ; durée proposée ${p.months} mois.`,
    CATEGORY_MINIMUM: p => `Durée de ${p.months} mois ; ${p.minimum} mois au moins dans cette catégorie.`,
    LONGER_POSSIBLE: p =>
      `La durée usuelle de cette catégorie est de ${p.usual} mois ; ${p.months} mois sont proposés, sauf justification.`,
    START_DAY: p =>
      `Début le ${on(p.start)} ; l’usage de cette catégorie est un début le ${monthDay(p.startsOn)}.`,
    NEW_CONTRACT_NOTICE: p => `Prévoir au contrat une résiliation annuelle avec ${p.months} mois de préavis.`,
    ONE_LOT_TO_JUSTIFY: p => `Un seul lot (${money(p.valueAmount)}) : le motiver ou allotir.`,
    LARGEST_LOT: p =>
      `${p.lots} lots ; le plus important (${p.lot}) vaut ${money(p.valueAmount)} : accès des petites entreprises.`,
    EXTENSION_LIMIT: p =>
      `Prolongation de ${p.months} mois : moins de ${p.percent} % de ${p.initialMonths} mois (${p.longest} mois au plus, ${earlier(p.earlier)}).`,
    EXTENSION_OVER_LIMIT: p =>
      `Prolongation de ${p.months} mois : plus que les ${p.longest} mois permis (moins de ${p.percent} % de ${p.initialMonths} mois, ${earlier(p.earlier)}).`,
    EXTENSION_OVER_THRESHOLD: p =>
      `Avenant de ${money(p.valueAmount)} : il atteint le seuil européen (${money(p.thresholdAmount)}).`,
    INTERIM_LIMIT: p =>
      `Marché de transition de ${money(p.valueAmount)} : sous la dispense (${money(p.waiverAmount)}), sans fractionner le besoin.`,
    INTERIM_OVER_WAIVER: p =>
      `Marché de transition de ${money(p.valueAmount)} : il atteint la dispense (${money(p.waiverAmount)}).`,
    NAMED_FROM_OUTSET: p =>
      `Entrée différée de ${p.member} le ${on(p.joinsOn)} : membre désigné dès le lancement, besoins compris dans la valeur.`,
    ENTERS_TOO_LATE: p =>
      `Entrée le ${on(p.joinsOn)}, après le ${on(p.latest)} : il resterait moins de ${p.months} mois.`,
    CONVENTION_BEFORE_LAUNCH: p =>
      `Convention signée par tous le ${on(p.signedOn)}, avant la publication du ${on(p.launchOn)}.`,
    PUBLICATION_WINDOW: p =>
      `Publication le ${on(p.launchOn)}, hors de la période conseillée (du ${monthDay(p.from)} au ${monthDay(p.to)}).`,
    CALENDAR_TIGHT: p =>
      `Calendrier serré : ${p.stages}.` +
      (p.usualBegin ? ` Au rythme usuel, il aurait fallu commencer le ${on(p.usualBegin)}.` : ''),
  },
};
