import type { Day } from '../../domain/day.ts';
import type { PlanTexts } from '../texts.ts';
import { longDay } from './format.ts';

const on = (value: string | number | undefined): string => longDay(String(value) as Day);

export const plan: PlanTexts = {
  lever: {
    'natural-end': 'fin naturelle',
    'non-renewal': 'non-reconduction',
    extension: 'prolongation par avenant',
    interim: 'marché de transition',
  },
  decision: {
    DENOUNCE: p => `Dénoncer le marché : il prend fin le ${on(p.end)}`,
    DO_NOT_RENEW: p => `Ne pas reconduire le marché : il prend fin le ${on(p.end)}`,
    RENEW: p => `Reconduire expressément le marché jusqu’au ${on(p.end)}`,
    EXTEND: p => `Prolonger par avenant jusqu’au ${on(p.end)}`,
    BRIDGE: p => `Passer un marché de transition du ${on(p.from)} au ${on(p.end)}`,
    STATE_NEEDS: () => 'Recenser ses besoins',
    SIGN_CONVENTION: () => 'Signer la convention de groupement',
    AWARD: () => 'Participer à l’attribution',
    WATCH_TACIT: p => `Laisser reconduire tacitement, ou dénoncer : échéance le ${on(p.end)}`,
    WATCH_EXPRESS: p => `Reconduire expressément, ou laisser finir : échéance le ${on(p.end)}`,
    WATCH_END: p => `Prévoir la suite du marché : il prend fin le ${on(p.end)}`,
  },
  loss: {
    LOSES_TENDER: () => 'Le marché ne rejoint pas l’achat groupé.',
    LEFT_OUT: () => 'Le membre reste hors de l’achat groupé.',
    DELAYS_AWARD: () => 'L’attribution prend du retard pour tous.',
    RUNS_ON: p => `Le marché court jusqu’au ${on(p.until)}.`,
    RUNS_ON_WITHOUT_END: () => 'Le marché court, sans fin connue.',
    SERVICE_STOPS: p => `La prestation s’arrête le ${on(p.end)}.`,
  },
  alone: {
    OPT_OUT: {
      label: 'choix du membre',
      sentence: () => 'Le membre garde cette catégorie hors des achats groupés.',
    },
    DATA_MISSING: { label: 'donnée manquante', sentence: p => `Il manque : ${p.field}.` },
    ENDED: { label: 'marché terminé', sentence: () => 'Le marché est terminé.' },
    ONE_OFF: {
      label: 'opération ponctuelle',
      sentence: () => 'Opération ponctuelle : pas de besoin récurrent.',
    },
    NO_CATEGORY: {
      label: 'à qualifier',
      sentence: () => 'La catégorie d’achat n’est pas connue : à qualifier.',
    },
    NO_PARTNER: {
      label: 'sans partenaire',
      sentence: () => 'Aucun autre membre n’achète cela sur ce territoire.',
    },
    ENDS_TOO_SOON: {
      label: 'échéance trop proche',
      sentence: () => 'Il se termine avant qu’un achat groupé puisse démarrer.',
    },
    NOTICE_PASSED: { label: 'préavis dépassé', sentence: () => 'Le préavis est dépassé.' },
    WINDOW_MISMATCH: {
      label: 'échéances éloignées',
      sentence: () => 'Aucune échéance commune avec un autre membre.',
    },
    LOCKED_BEYOND_HORIZON: {
      label: 'engagé au-delà de l’horizon',
      sentence: () => 'Il ne peut pas s’arrêter dans l’horizon étudié.',
    },
    OWN_LOSS: { label: 'perte pour le membre', sentence: () => 'Le membre y perdrait.' },
    GROUP_LOSS: {
      label: 'gain insuffisant',
      sentence: () => 'L’achat groupé coûterait plus qu’il ne rapporte.',
    },
    CAPACITY: { label: 'trimestre complet', sentence: () => 'Le trimestre de lancement est complet.' },
    LOSS_AT_CHOSEN_START: {
      label: 'perte à la date retenue',
      sentence: () => 'Perte à la date retenue pour le groupe.',
    },
    NOT_REACHABLE_AT_CHOSEN_START: {
      label: 'date retenue hors d’atteinte',
      sentence: () => 'Le marché ne peut pas rejoindre la date retenue.',
    },
    MAX_WAVES: {
      label: 'nombre de vagues atteint',
      sentence: () => 'Le nombre d’achats groupés de cette catégorie est atteint.',
    },
    MAX_MEMBERS: {
      label: 'nombre de membres atteint',
      sentence: () => 'Le nombre de membres par achat est atteint.',
    },
    EXCLUDED_PAIR: { label: 'partenaire exclu', sentence: () => 'Le seul partenaire possible est exclu.' },
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
