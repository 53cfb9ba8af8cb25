import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Section, columns, row } from '../table.ts';

/** What each member brings and gains. */
export function membersSection({ plan }: Outcome, texts: Texts): Section {
  return {
    id: 'members',
    title: texts.report.sections.members,
    lead: [],
    columns: columns(texts, 'member', 'contracts', 'annual', 'tenders', 'jointAnnual', 'gain', 'coordinates'),
    rows: plan.members.map(member =>
      row(
        member.name,
        { number: member.contracts },
        { amount: member.annualAmount },
        { number: member.joint.tenders },
        { amount: member.joint.annualAmount },
        { amount: member.joint.gain },
        { number: member.coordinates },
      ),
    ),
  };
}
