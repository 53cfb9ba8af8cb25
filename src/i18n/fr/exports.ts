import type { ExportTexts } from '../exportTexts.ts';

export const exports: ExportTexts = {
  bar: {
    contract: 'marché actuel',
    notice: 'préavis ou décision, au plus tard',
    preparation: 'préparation',
    procedure: 'consultation et attribution',
    joint: 'marché groupé',
  },
  end: 'fin',
  scale: months => `un signe = ${months === 1 ? 'un mois' : `${months} mois`}`,
  legend: items => items.join('\u00A0; '),
  matrix:
    'Trimestre de démarrage du marché groupé auquel le membre participe ; « 2 seuls » : marchés laissés seuls.',
  alone: n => (n === 1 ? '1 seul' : `${n} seuls`),
  workbook: {
    summary: 'Résumé',
    gantt: 'Frise',
    day: 'dd/mm/yyyy',
    money: '#,##0 [$€-40C]',
    page: 'page &P sur &N',
  },
  calendar: {
    name: (group, member) => ['Achats groupés', group, member].filter(Boolean).join(' — '),
    decision: (step, what, missed) => `${missed ? '[dépassé] ' : ''}${step} — ${what}`,
    milestone: (stage, what) => `${stage} — ${what}`,
    alarm: (days, summary) => `Dans ${days} ${days < 2 ? 'jour' : 'jours'} : ${summary}`,
    coordinator: member => `Coordonnateur : ${member}`,
  },
  publication: {
    nature: { S: 'Services', F: 'Fournitures', T: 'Travaux' },
    status: {
      PROPOSED: 'proposé',
      ACCEPTED: 'accepté',
      LAUNCHING_SOON: 'lancement proche',
      UNDER_WAY: 'en préparation',
      PUBLISHED: 'publié',
    },
    renewals: (count, months) => (count === 0 ? 'aucune' : `${count} x ${months} mois`),
    deferred: (member, day) => `${member} : ${day}`,
    because: (gain, members) => `Besoin commun à ${members} ; gain espéré ${gain} (hypothèse).`,
  },
};
