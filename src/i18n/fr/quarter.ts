import type { Day, Quarter } from '../../domain/day.ts';
import type { Cents } from '../../domain/money.ts';
import type { QuarterTexts } from '../quarterTexts.ts';
import { format } from './format.ts';

type Param = string | number | undefined;
const on = (value: Param): string => format.day(String(value) as Day);
const money = (value: Param): string => format.money(Number(value) as Cents);
const RENEWALS: Readonly<Record<string, string>> = {
  tacit: 'tacite',
  express: 'expresse',
  none: 'sans reconduction',
  unknown: 'inconnue',
};
/** `3 m`, `90 d`. */
const notice = (value: Param): string =>
  value === undefined ? 'non précisé' : String(value).replace(' m', ' mois').replace(' d', ' jours');
const some = (n: number, one: string, more: string): string => `${format.number(n)} ${n > 1 ? more : one}`;

const delimiter = (value: Param): string =>
  value === '\t' ? 'tabulation' : value ? `« ${value} »` : 'aucun';

const contractChange: QuarterTexts['contractChange'] = {
  RENEWED: p => `reconduit : échéance du ${on(p.before)} au ${on(p.after)}`,
  END_MOVED: p => `échéance changée : ${on(p.before)} → ${on(p.after)}`,
  END_KNOWN: p => `échéance maintenant connue : ${on(p.after)}`,
  END_LOST: p => `échéance qui n’est plus connue (c’était le ${on(p.before)})`,
  START_MOVED: p =>
    `début changé : ${p.before ? on(p.before) : 'inconnu'} → ${p.after ? on(p.after) : 'inconnu'}`,
  LAST_END_MOVED: p =>
    `fin ultime changée : ${p.before ? on(p.before) : 'inconnue'} → ${p.after ? on(p.after) : 'inconnue'}`,
  NOTICE: p => `préavis changé : ${notice(p.before)} → ${notice(p.after)}`,
  RENEWAL_MODE: p => `reconduction changée : ${RENEWALS[String(p.before)]} → ${RENEWALS[String(p.after)]}`,
  AMOUNT: p => `montant HT/an : ${money(p.beforeAmount)} → ${money(p.afterAmount)}`,
  AMOUNT_KNOWN: p => `montant maintenant connu : ${money(p.afterAmount)} HT/an`,
  AMOUNT_LOST: p => `montant qui n’est plus connu (c’était ${money(p.beforeAmount)} HT/an)`,
  CATEGORY: p => `catégorie : ${p.before} → ${p.after}`,
  REFERENCE: p => `numéro changé : ${p.before} → ${p.after} (même contenu)`,
  SUPPLIER: p => `titulaire : ${p.before ?? 'non précisé'} → ${p.after ?? 'non précisé'}`,
  TITLE: p => `objet : « ${p.before} » → « ${p.after} »`,
  TERRITORY: p => `territoire : ${p.before ?? 'non précisé'} → ${p.after ?? 'non précisé'}`,
};

const CONTRACT_REASON: Readonly<Record<string, string>> = {
  appeared: 'est nouveau',
  ended: 'est terminé',
  vanished: 'n’est plus dans les registres',
  RENEWED: 'a été reconduit',
  END_MOVED: 'a changé d’échéance',
  END_KNOWN: 'a maintenant une échéance connue',
  END_LOST: 'n’a plus d’échéance connue',
  START_MOVED: 'a changé de début',
  LAST_END_MOVED: 'a changé de fin ultime',
  NOTICE: 'a changé de préavis',
  RENEWAL_MODE: 'a changé de mode de reconduction',
  AMOUNT: 'a changé de montant',
  AMOUNT_KNOWN: 'a maintenant un montant connu',
  AMOUNT_LOST: 'n’a plus de montant connu',
  CATEGORY: 'a changé de catégorie',
  TERRITORY: 'a changé de territoire',
};

export const quarter: QuarterTexts = {
  title: (group, of) =>
    `Rapport d’achats groupés — ${[group, format.quarter(of)].filter(Boolean).join(', ')}`,
  changesTitle: group => (group ? `Ce qui a changé — ${group}` : 'Ce qui a changé'),
  between: (before, after) => `Du ${format.day(before)} au ${format.day(after)}.`,
  gains: (before, after) => `Gain espéré du calendrier : ${before}, puis ${after} (hypothèse).`,
  sections: {
    contradictions: 'Décisions du groupe à revoir',
    launches: 'À lancer',
    pending: 'Propositions à décider',
    deadlines: 'Échéances du trimestre et du suivant',
    missed: 'Échéances dépassées',
    steps: 'Étapes des procédures dans le trimestre',
    load: 'Charge du trimestre et du suivant',
    unplanned: 'Marchés qui finissent bientôt, sans suite prévue',
    tenderChanges: 'Achats groupés : ce qui a changé',
    contractChanges: 'Marchés : ce qui a changé',
    followUp: 'Suites données aux échéances',
    layoutChanges: 'Exports dont la présentation a changé',
    qualityChanges: 'Fichiers : qualité des données',
  },
  toKnow: counts =>
    [
      counts.contradictions > 0 &&
        `${some(counts.contradictions, 'décision du groupe est contredite', 'décisions du groupe sont contredites')} par les données : à revoir d’abord.`,
      counts.missed > 0 &&
        `${some(counts.missed, 'échéance a été dépassée', 'échéances ont été dépassées')}${counts.ranOn > 0 ? `, dont ${some(counts.ranOn, 'reconduction tacite laissée courir', 'reconductions tacites laissées courir')}` : ''}.`,
      `${some(counts.launches, 'achat groupé', 'achats groupés')} à lancer.`,
      `${some(counts.pending, 'proposition attend', 'propositions attendent')} la décision du groupe.`,
      `${some(counts.decisions, 'acte', 'actes')} à faire d’ici la fin du trimestre suivant.`,
      counts.unplanned > 0 &&
        `${some(counts.unplanned, 'marché finit', 'marchés finissent')} bientôt sans suite prévue.`,
    ].filter(sentence => sentence !== false),
  changed: 'Ce qui a changé',
  nothingHere: {
    launches: 'Rien à lancer ce trimestre.',
    pending: 'Rien à décider avant la réunion suivante.',
    deadlines: 'Aucune échéance d’ici la fin du trimestre suivant.',
    steps: 'Aucune étape dans le trimestre.',
    load: 'Aucune préparation dans le trimestre ni dans le suivant.',
    unplanned: 'Tous les marchés qui finissent bientôt ont une suite.',
    tenderChanges: 'Les achats groupés sont les mêmes.',
    contractChanges: 'Les marchés sont les mêmes.',
    followUp: 'Aucune échéance ne demandait de suite.',
    layoutChanges: 'La présentation des exports est la même.',
  },
  nothingToCompare: 'Premier rapport : sans plan précédent (--previous plan.json), rien à comparer.',
  pendingHow:
    'Elles attendent dans decisions.csv : écrivez-y « accepte » ou « refuse », la date, l’auteur et le motif, puis placez le fichier à côté des registres.',
  pendingLater: n =>
    n === 1
      ? 'Une autre proposition, qui peut attendre, y est aussi.'
      : `${format.number(n)} autres propositions, qui peuvent attendre, y sont aussi.`,
  unplannedHow:
    'Ni achat groupé, ni autre marché à la suite : ils finissent avant la fin du trimestre suivant, ou avant qu’une procédure engagée aujourd’hui n’aboutisse.',
  membersChanged: p =>
    [
      `${p.tender} : les membres ne sont plus ceux que le groupe a acceptés`,
      p.left && `sans ${p.left}`,
      p.came && `avec ${p.came} en plus`,
    ]
      .filter(Boolean)
      .join(', '),
  membersChangedRemedy:
    'Confirmez avec le nouvel identifiant, ou fixez les membres (« exige partenaire », « se retire »).',
  fromTo: (before, after) => `${before} → ${after}`,
  unknown: 'inconnu',
  contract: {
    appeared: 'nouveau',
    ended: 'terminé',
    vanished: 'disparu du registre',
    changed: 'changé',
  },
  contractChange,
  renewals: n =>
    `Dont ${some(n, 'marché reconduit comme prévu', 'marchés reconduits comme prévu')}, à la fin.`,
  followedBy: contract => `remplacé par ${contract}`,
  wasNumbered: id => `suivi sous l’identifiant ${id}`,
  tender: {
    new: 'nouveau',
    moved: 'déplacé',
    grown: 'élargi',
    shrunk: 'réduit',
    dropped: 'abandonné',
    started: 'démarré',
    kept: 'inchangé',
  },
  tenderReason: {
    DECIDED: p => `décision du groupe : ${p.decision} (${p.source})`,
    TOO_LATE: p => `sa préparation devait commencer au ${format.quarter(p.launch as Quarter)}`,
    CONTRACT_CHANGED: p => `${p.contract} ${CONTRACT_REASON[String(p.change)] ?? 'a changé'}`,
    MEMBER_JOINED: p => `${p.member} rejoint`,
    MEMBER_LEFT: p => `${p.member} n’y est plus`,
    BETTER_CALENDAR: () => 'l’ensemble du calendrier vaut plus ainsi',
  },
  because: reasons => `parce que : ${reasons}`,
  ruling: {
    OPT_OUT: 'se retire',
    REQUIRE_PARTNER: 'exige partenaire',
    EXCLUDE_PARTNER: 'exclut partenaire',
    FIX_START: 'fixe la date',
    FORBID_START: 'interdit la date',
    ACCEPT: 'accepte',
    REJECT: 'refuse',
    WEIGHT: 'pondère',
  },
  joins: members => `entrent : ${members}`,
  leaves: members => `sortent : ${members}`,
  otherCoordinator: (before, after) => `coordonnateur : ${before} → ${after}`,
  fate: {
    tender: (contract, tender) => `${contract} passe dans ${tender}`,
    alone: (contract, reason) => `${contract} reste seul (${reason})`,
    gone: contract => `${contract} n’est plus là`,
  },
  outcome: {
    met: 'fait',
    missed: 'dépassé',
    'ran-on': 'laissé courir : reconduction tacite',
    unconfirmed: 'à confirmer',
    pending: 'à venir',
    dropped: 'plus à faire',
  },
  outcomes: counts =>
    `${some(counts.met, 'fait', 'faits')}, ${some(counts.missed, 'dépassé', 'dépassés')}, ${some(counts['ran-on'], 'laissé courir', 'laissés courir')}, ${format.number(counts.unconfirmed)} à confirmer, ${format.number(counts.pending)} à venir, ${format.number(counts.dropped)} sans objet désormais.`,
  outcomesHow:
    'Dépassé : rien dans les registres ne montre que ce soit fait. À confirmer : les registres ne montrent pas ces actes-là, ou pas encore et le calendrier compte dessus.',
  layout: {
    HEADING: p => `« ${p.before} » s’appelle maintenant « ${p.after} » : lu comme ${p.field}`,
    FIELD_LOST: p => `plus de colonne pour ${p.field} (« ${p.heading} ») : cette donnée n’est plus lue`,
    FIELD_GAINED: p => `nouvelle colonne « ${p.heading} », lue comme ${p.field}`,
    COLUMN_MOVED: p => `${p.field} (${p.before} → ${p.after})`,
    COLUMN_LOST: p => `la colonne « ${p.heading} », non utilisée, n’est plus là`,
    COLUMN_GAINED: p => `nouvelle colonne « ${p.heading} », non utilisée`,
    FORMAT: p => `${p.field} : écriture ${p.before || 'non précisée'} → ${p.after || 'non précisée'}`,
    DELIMITER: p => `séparateur ${delimiter(p.before)} → ${delimiter(p.after)}`,
    ENCODING: p => `codage ${p.before} → ${p.after}`,
    HEADER_ROW: p => `ligne d’en-têtes ${p.before} → ${p.after}`,
  },
  moved: columns => `colonnes lues à leur nouvelle place : ${columns}`,
  file: { added: 'nouveau fichier', absent: 'fichier qui n’est plus là' },
  sheet: { added: 'nouvelle feuille', absent: 'feuille qui n’est plus là' },
  renamed: was => `s’appelait ${was}`,
  quality: p =>
    [
      `${format.number(p.usable)} exploitables sur ${format.number(p.contracts)}`,
      p.rejected > 0 && some(p.rejected, 'ligne rejetée', 'lignes rejetées'),
      format.count(p.errors, 'error'),
      format.count(p.warnings, 'warning'),
    ]
      .filter(Boolean)
      .join(', '),
  sameQuality: 'inchangée',
  keptTenders: n => `${some(n, 'achat groupé inchangé', 'achats groupés inchangés')}.`,
  otherNeed: p => `${p.tender} : ${p.contract} est maintenant lu comme ${p.category}`,
  otherNeedRemedy:
    'Confirmez la catégorie du marché dans la configuration (categories.contracts), ou revenez sur la décision.',
  coordinatorOnly: 'autre coordonnateur',
  notMade: tender => `${tender} : accepté par le groupe, n’est plus proposé`,
  notMadeRemedy:
    'Voyez plus bas ce que deviennent ses marchés ; retirez la décision, ou reprenez-la autrement.',
  renewable: 'sauf reconduction expresse',
  replaceNow: 'une procédure au délai usuel aurait dû commencer',
  members: {
    came: members => `Nouveaux membres : ${members}.`,
    gone: members => `Membres qui n’ont plus de registre : ${members}.`,
  },
  alert: ({ condition, count }, first) => {
    const about = first && ` ; la première : ${first}`;
    switch (condition.kind) {
      case 'missed-deadline':
        return `missed-deadline : ${some(count, 'échéance dépassée', 'échéances dépassées')}${about}`;
      case 'deadline-within':
        return `deadline-within=${condition.days}d : ${some(count, 'échéance', 'échéances')} d’ici ${condition.days} jours${about}`;
      case 'data-errors':
        return `data-errors : ${some(count, 'erreur', 'erreurs')} dans les données${about}`;
      case 'unplanned-expiry':
        return `unplanned-expiry : ${some(count, 'marché finit', 'marchés finissent')} bientôt sans suite prévue${about}`;
      case 'plan-changed':
        return `plan-changed : ${some(count, 'achat groupé a changé', 'achats groupés ont changé')}`;
      case 'layout-changed':
        return `layout-changed : la présentation de ${some(count, 'export', 'exports')} a changé${about}`;
    }
  },
  alertWithoutPrevious: condition => `${condition} : sans plan précédent (--previous), rien à comparer.`,
  wouldWrite: path => `Serait écrit : ${path}`,
  proposal: {
    members: 'membres proposés',
    annual: 'montant HT/an',
    gain: 'gain (hypothèse)',
    decideBy: 'à décider avant le',
  },
};
