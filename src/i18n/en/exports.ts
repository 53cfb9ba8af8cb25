import type { ExportTexts } from '../exportTexts.ts';

export const exports: ExportTexts = {
  bar: {
    contract: 'present contract',
    notice: 'notice or decision, no later than',
    preparation: 'preparation',
    procedure: 'call and award',
    joint: 'joint contract',
  },
  end: 'end',
  scale: months => `one sign = ${months === 1 ? 'one month' : `${months} months`}`,
  legend: items => items.join('; '),
  matrix:
    'Quarter in which the joint contract that the member takes part in starts; "2 alone": contracts left alone.',
  alone: n => `${n} alone`,
  workbook: {
    summary: 'Summary',
    gantt: 'Timeline',
    day: 'yyyy-mm-dd',
    money: '[$€-809]#,##0',
    page: 'page &P of &N',
  },
  calendar: {
    name: (group, member) => ['Joint purchasing', group, member].filter(Boolean).join(' — '),
    decision: (step, what, missed) => `${missed ? '[missed] ' : ''}${step} — ${what}`,
    milestone: (stage, what) => `${stage} — ${what}`,
    alarm: (days, summary) => `In ${days} ${days === 1 ? 'day' : 'days'}: ${summary}`,
    coordinator: member => `Coordinator: ${member}`,
  },
  publication: {
    nature: { S: 'Services', F: 'Supplies', T: 'Works' },
    status: {
      PROPOSED: 'proposed',
      ACCEPTED: 'accepted',
      LAUNCHING_SOON: 'launching soon',
      UNDER_WAY: 'under way',
      PUBLISHED: 'published',
    },
    renewals: (count, months) => (count === 0 ? 'none' : `${count} x ${months} months`),
    deferred: (member, day) => `${member}: ${day}`,
    because: (gain, members) => `A need common to ${members}; hoped gain ${gain} (hypothesis).`,
  },
};
