import type { Day } from '../../domain/day.ts';
import type { PageTexts } from '../texts.ts';
import { longDay } from './format.ts';

type Value = string | number | undefined;

const on = (value: Value): string => longDay(String(value) as Day);

export const page: PageTexts = {
  skip: 'Aller au contenu',
  contents: 'Sommaire',
  labelled: (label, value) => `${label} : ${value}`,
  headings: {
    figures: 'Chiffres clés',
    next: 'À lancer et à décider maintenant',
    timeline: 'Calendrier',
    tenders: 'Achats groupés',
    map: 'Qui achète quoi',
    decisions: 'Décisions',
    members: 'Par membre',
    alone: 'Marchés laissés seuls',
    data: 'Qualité des données',
    assumptions: 'Hypothèses',
  },
  figures: {
    tenders: 'achats groupés proposés',
    firstLaunch: quarter => `premier lancement : ${quarter}`,
    contracts: 'marchés réunis',
    outOf: contracts => `sur ${contracts} lus`,
    annual: 'achetés en commun',
    annualNote: 'HT par an',
    gain: 'de gain espéré (hypothèse)',
    gainBetween: (low, high) => `entre ${low} et ${high}`,
    urgent: 'décisions sous 30 jours',
    missed: count =>
      count === 0
        ? 'aucune échéance dépassée'
        : count === 1
          ? '1 échéance dépassée'
          : `${count} échéances dépassées`,
  },
  filters: {
    legend: 'Ce que la page montre',
    member: 'Membre',
    category: 'Catégorie',
    everyMember: 'Tous les membres',
    everyCategory: 'Toutes les catégories',
    clear: 'Tout afficher',
    shown: 'Affichés :',
    tenders: 'achats groupés',
    decisions: 'décisions',
    alone: 'marchés seuls',
    none: 'Rien pour ce membre et cette catégorie.',
  },
  timeline: {
    lead: 'Une ligne par achat groupé, par date de lancement. Choisir une ligne ouvre sa fiche.',
    zoom: 'Échelle',
    year: 'Années',
    quarter: 'Trimestres',
    preparation: 'préparation',
    procedure: 'procédure, de la publication au démarrage',
    contract: 'marché groupé',
    published: 'publication',
    ends: 'fin d’un marché actuel',
    decision: 'décision à prendre',
    urgentDecision: 'décision dépassée ou sous 30 jours',
    region: 'Calendrier des achats groupés, à faire défiler',
    load: 'Lancements',
  },
  next: {
    launches: 'Prochains lancements',
    decisions: 'Prochaines décisions',
    allTenders: 'Tous les achats groupés',
    allDecisions: 'Toutes les décisions',
    noLaunch: 'Aucun lancement à venir.',
  },
  tender: {
    openAll: 'Ouvrir toutes les fiches',
    closeAll: 'Fermer toutes les fiches',
    withScript:
      'Les étapes, l’origine du gain, les autres dates et les points juridiques de chaque fiche demandent JavaScript.',
    close: 'Fermer la fiche',
    before: 'Fiche précédente',
    after: 'Fiche suivante',
    publication: 'Publication',
    duration: 'Durée',
    months: p =>
      p.renewals === 0
        ? `${p.months} mois fermes`
        : `${p.months} mois : ${p.firm} fermes, puis ${p.renewals} × ${p.renewal}`,
    endsOn: 'Fin, reconductions comprises',
    threshold: 'Seuil de procédure formalisée',
    againstThreshold: (threshold, margin, above) =>
      `${threshold} (${above ? 'dépassé de' : 'marge de'} ${margin})`,
    lots: 'Lots',
    wholeLot: 'lot unique',
    frozen: {
      PUBLISHED: 'Déjà publié : repris sans changement.',
      UNDER_WAY: 'Préparation engagée : repris sans changement.',
      LAUNCHING_SOON: 'Lancement tout proche : repris sans changement.',
      ACCEPTED: 'Décidé par le groupe : repris sans changement.',
    },
    headings: {
      gain: 'D’où vient le gain',
      participants: 'Marchés réunis',
      milestones: 'Étapes',
      shares: 'Part de chaque membre',
      alternatives: 'Autres dates possibles',
      checks: 'Points juridiques',
    },
    total: 'Gain espéré',
    lowHigh: (low, high) => `Hypothèse basse ${low}, haute ${high}.`,
    otherLevers: levers => `Autres moyens : ${levers}.`,
    lever: (lever, joinsOn, gain) => `${lever} (entrée le ${joinsOn}, ${gain})`,
    slotFree: 'trimestre libre',
    slotTaken: 'trimestre complet',
    displaces: tender => `à la place de : ${tender}`,
    fragile: (contract, loss) =>
      `Date à vérifier : si la fin de ${contract} est fausse, ${loss} de gain sont perdus.`,
    noAlternative: 'Aucune autre date ne convient.',
  },
  map: {
    lead: 'Une case par membre et par catégorie : le lancement de l’achat groupé, ou le nombre de marchés laissés seuls.',
    alone: 'seul',
    region: 'Membres et catégories, à faire défiler',
  },
  decisions: {
    withScript: 'Les décisions à plus de six mois demandent JavaScript.',
    missed: 'Échéances dépassées',
    otherwise: 'Sinon :',
    noTender: 'hors achat groupé',
  },
  alone: { lead: 'Chaque marché lu est dans un achat groupé ou ici, avec sa raison.' },
  data: {
    toVerify: 'Dates à vérifier en premier',
    toVerifyLead: months =>
      `Si l’une de ces fins est fausse de ${months} mois, voici ce que le calendrier perd.`,
    exposure: 'Gain en jeu',
    end: 'Fin lue',
  },
  columns: {
    stage: 'Étape',
    from: 'Du',
    to: 'Au',
    rule: 'Règle',
    amount: 'Montant',
    volume: 'Volume',
    reference: 'Part de référence',
    slot: 'Place',
    delta: 'Écart',
    by: 'Décider avant le',
  },
  flag: {
    DOMINANT_VOLUME: p => `plus du tiers du volume (${p.percent} %)`,
    FAR_FROM_REFERENCE: () => 'gain éloigné de la part de référence',
    NOTICE_BEFORE_AWARD: p => `Le préavis se donne avant l’attribution, prévue le ${on(p.award)}.`,
    NOTICE_ASSUMED: () => 'Préavis absent du registre : supposé.',
    FRAMEWORK_CAP_TO_CHECK: () => 'Durée totale du marché actuel à vérifier.',
    RENEWAL_LAPSED: p => `La reconduction expresse devait être prise avant le ${on(p.since)} : à vérifier.`,
    CATEGORY_TO_CONFIRM: () => 'Catégorie déduite de peu : à confirmer.',
  },
  footer:
    'Les gains sont des hypothèses, pas des promesses. Dates et procédures à confirmer par le service juridique.',
};
