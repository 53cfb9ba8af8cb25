import type { ProposalTexts } from '../texts.ts';

export const proposal: ProposalTexts = {
  heading:
    'Configuration de coop-plan, proposée par « coop-plan init » d’après les registres lus.\nTout est facultatif : gardez ce qui est juste, corrigez le reste, supprimez ce qui est inutile.',
  group: 'Nom du groupe',
  asOf: 'Jour de la situation ; sans lui, c’est aujourd’hui. L’option --as-of l’emporte.',
  members:
    'Les membres. territories : les territoires où chacun gère des logements (les besoins locaux ne sont groupés\nqu’entre membres d’un même territoire). optOut : les catégories qu’il garde hors des achats groupés\n(liste : coop-plan categories).',
  mappings:
    'Une présentation de registre par bloc : ce que chaque colonne contient. Si un export change au trimestre\nsuivant, l’outil le dira.',
  unused: 'non utilisée',
  vatRate: 'Taux qui convertit les montants TTC ; sans lui, ils sont gardés tels quels et signalés.',
  categories:
    'Catégories d’achat que vous tranchez : par famille de l’organisme, par mot du titre, ou marché par marché.\nLes marchés ci-dessous sont incertains : ôtez le # devant ceux que vous confirmez ou corrigez.',
};
