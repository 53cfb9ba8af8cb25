import type { ProposalTexts } from '../texts.ts';

export const proposal: ProposalTexts = {
  heading:
    'Configuration of coop-plan, proposed by “coop-plan init” from the registers read.\nEverything is optional: keep what is right, correct the rest, delete what is of no use.',
  group: 'Name of the group',
  asOf: 'Day on which things are looked at; without it, today. The option --as-of overrides it.',
  members:
    'The members. territories: where each manages dwellings (local needs are pooled only between members of one\nterritory). optOut: the categories that it keeps out of joint purchasing (list: coop-plan categories).',
  mappings:
    'One block a layout of register: what each column holds. If an export changes next quarter, the tool will say so.',
  unused: 'not used',
  vatRate: 'Rate that converts VAT-inclusive amounts; without it they are kept as they are, and said.',
  categories:
    'Purchasing categories that you settle: by the landlord’s own family, by a word of the title, or contract by\ncontract. Those below are uncertain: take the # away from the ones that you confirm or correct.',
};
