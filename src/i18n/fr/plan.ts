import type { Day, Quarter } from '../../domain/day.ts';
import type { Cents } from '../../domain/money.ts';
import type { PlanTexts } from '../texts.ts';
import { format } from './format.ts';

type Param = string | number | undefined;
const on = (value: Param): string => format.day(String(value) as Day);
const money = (value: Param): string => format.money(Number(value) as Cents);

/** What is given up, when it is a gain. */
const gain = (value: Param): string => (Number(value) > 0 ? ` (gain espéré : ${money(value)})` : '');

const MISSING: Readonly<Record<string, string>> = {
  end: 'Il manque sa date de fin.',
  amount: 'Il manque son montant annuel HT.',
};

export const plan: PlanTexts = {
  lever: {
    'natural-end': 'fin naturelle',
    'non-renewal': 'non-reconduction',
    extension: 'prolongation par avenant',
    interim: 'marché de transition',
  },
  decision: {
    DENOUNCE: p => `Dénoncer (fin le ${on(p.end)})`,
    DO_NOT_RENEW: p => `Ne pas reconduire (fin le ${on(p.end)})`,
    RENEW: p => `Reconduire jusqu’au ${on(p.end)}`,
    EXTEND: p => `Prolonger par avenant jusqu’au ${on(p.end)}`,
    BRIDGE: p => `Passer un marché de transition du ${on(p.from)} au ${on(p.end)}`,
    STATE_NEEDS: () => 'Recenser les besoins',
    SIGN_CONVENTION: () => 'Signer la convention de groupement',
    AWARD: () => 'Participer à l’attribution',
    WATCH_TACIT: p => `Dénoncer, sinon reconduction tacite (échéance ${on(p.end)})`,
    WATCH_EXPRESS: p => `Reconduire, sinon fin le ${on(p.end)}`,
    WATCH_END: p => `Prévoir la suite (fin le ${on(p.end)})`,
  },
  loss: {
    LOSES_TENDER: p =>
      `Le marché ne rejoint pas l’achat groupé${gain(p.gainAmount)}` +
      (p.until ? ` et court jusqu’au ${on(p.until)}.` : '.'),
    LEFT_OUT: p => `Le membre reste hors de l’achat groupé${gain(p.gainAmount)}.`,
    DELAYS_AWARD: () => 'L’attribution prend du retard pour tous.',
    RUNS_ON: p => `Le marché court jusqu’au ${on(p.until)}.`,
    RUNS_ON_WITHOUT_END: () => 'Le marché court, sans fin connue.',
    SERVICE_STOPS: p => `La prestation s’arrête le ${on(p.end)}.`,
  },
  alone: {
    OPT_OUT: {
      label: 'choix du membre',
      sentence: p =>
        p.reason
          ? `Le membre s’en est retiré${p.date ? ` le ${on(p.date)}` : ''} : ${p.reason}`
          : 'Le membre garde cette catégorie hors des achats groupés.',
    },
    NO_WEIGHT: {
      label: 'catégorie de poids nul',
      sentence: () => 'Le groupe donne un poids nul à cette catégorie : aucun achat groupé n’y est proposé.',
    },
    DATA_MISSING: {
      label: 'donnée manquante',
      sentence: p => MISSING[String(p.field)] ?? `Il manque : ${p.field}.`,
    },
    ENDED: {
      label: 'marché terminé',
      sentence: p => (p.end ? `Le marché a pris fin le ${on(p.end)}.` : 'Le marché est terminé.'),
    },
    ONE_OFF: {
      label: 'opération ponctuelle',
      sentence: () => 'Opération ponctuelle, sans besoin récurrent.',
    },
    NO_CATEGORY: {
      label: 'à qualifier',
      sentence: () => 'Catégorie d’achat inconnue : qualifiez-le dans la configuration (coop-plan init).',
    },
    TENDER_CLOSED: {
      label: 'achat groupé déjà engagé',
      sentence: p => `L’achat groupé du ${on(p.start)} est engagé : qui n’y est pas nommé attend le suivant.`,
    },
    NO_PARTNER: {
      label: 'sans partenaire',
      sentence: () => 'Aucun autre membre n’achète cela sur ce territoire.',
    },
    ENDS_TOO_SOON: {
      label: 'échéance trop proche',
      sentence: p =>
        `Il finit le ${on(p.end)}, trop tôt pour un achat groupé : le premier démarre le ${on(p.earliestStart)}.`,
    },
    NOTICE_PASSED: {
      label: 'préavis dépassé',
      sentence: p => `Préavis dépassé depuis le ${on(p.since)} pour l’échéance du ${on(p.end)}.`,
    },
    WINDOW_MISMATCH: {
      label: 'sans date commune',
      sentence: p => {
        if (!p.partner) return 'Aucune date commune avec un autre membre.';
        return Number(p.months) === 0
          ? `Aucune date commune : l’échéance de ${p.partner} est la même, mais il ne peut plus la joindre à temps.`
          : `Aucune date commune : l’échéance la plus proche, chez ${p.partner}, est à ${p.months} mois.`;
      },
    },
    LOCKED_BEYOND_HORIZON: {
      label: 'engagé au-delà de l’horizon',
      sentence: p =>
        p.end
          ? `Engagé jusqu’au ${on(p.end)}, au-delà du dernier démarrage étudié (${on(p.lastStart)}).`
          : `Engagé au-delà du dernier démarrage étudié (${on(p.lastStart)}).`,
    },
    OWN_LOSS: {
      label: 'perte pour le membre',
      sentence: p => `Le membre y perdrait ${money(p.missingAmount)}.`,
    },
    GROUP_LOSS: {
      label: 'gain insuffisant',
      sentence: p =>
        p.missingAmount === undefined
          ? 'Pas assez de membres y gagnent.'
          : `L’achat groupé coûterait ${money(p.missingAmount)} de plus qu’il ne rapporte (démarrage ${on(p.start)}).`,
    },
    CAPACITY: {
      label: 'trimestre complet',
      sentence: p =>
        `Le ${format.quarter(p.quarter as Quarter)} a son plein de lancements ; un de plus y vaudrait ${money(p.priceAmount)}.`,
    },
    LOSS_AT_CHOSEN_START: {
      label: 'perte à la date retenue',
      sentence: p =>
        `Le groupe démarre le ${on(p.start)} : à cette date, le membre y perdrait ${money(p.missingAmount)}.`,
    },
    NOT_REACHABLE_AT_CHOSEN_START: {
      label: 'date retenue hors d’atteinte',
      sentence: p =>
        `Le groupe démarre le ${on(p.start)}, hors d’atteinte : visez un marché individuel finissant le ${on(p.until)}.`,
    },
    MAX_WAVES: {
      label: 'nombre de vagues atteint',
      sentence: p => `Déjà ${p.tenders} achats groupés de cette catégorie, le plus permis.`,
    },
    MAX_MEMBERS: {
      label: 'nombre de membres atteint',
      sentence: p => `L’achat groupé du ${on(p.start)} a déjà ${p.members} membres, le plus permis.`,
    },
    EXCLUDED_PAIR: {
      label: 'partenaire exclu',
      sentence: p => `L’achat groupé du ${on(p.start)} réunit un membre avec qui l’association est exclue.`,
    },
  },
  gainRule: {
    SAVING: 'économie sur les prix',
    SAVING_BEYOND: 'économie après le renouvellement de l’achat groupé',
    AVOIDED_PROCEDURE: 'procédures individuelles évitées',
    EXIT_COST: 'reconductions abandonnées',
    EXTENSION_COST: 'prolongations par avenant',
    INTERIM_COST: 'marchés de transition',
    COORDINATION: 'coordination',
    JOINT_PROCEDURE: 'procédure groupée',
  },
  procedure: {
    BELOW_WAIVER: 'sans publicité ni mise en concurrence',
    ADAPTED: 'procédure adaptée',
    FORMAL: 'procédure formalisée',
    SOCIAL_ADAPTED: 'procédure adaptée (services sociaux et spécifiques)',
  },
};
