import type { DiagnosticTexts } from '../texts.ts';

/** Ce qui ne va pas, ce qui était attendu, quoi faire : l'emplacement est écrit par l'appelant. */
export const diagnostics: DiagnosticTexts = {
  FILE_UNREADABLE: p => ({
    message: `Fichier illisible : ${p.reason}.`,
    hint: 'Vérifiez le chemin et les droits, puis relancez.',
  }),
  FILE_EMPTY: () => ({ message: 'Fichier vide.', hint: 'Exportez de nouveau le registre des marchés.' }),
  FILE_BINARY: () => ({
    message: 'Ce fichier n’est pas un tableau lisible.',
    hint: 'Enregistrez le registre en .xlsx ou en CSV.',
  }),
  HEADER_NOT_FOUND: p => ({
    message: 'Aucune ligne d’en-têtes reconnue.',
    expected: `des en-têtes comme ${p.known}`,
    hint: 'Ajoutez une ligne d’en-têtes, ou décrivez les colonnes dans la configuration (« coop-plan init »).',
  }),
  DATE_UNREADABLE: p => ({
    message: 'Date illisible, laissée vide.',
    expected: p.expected,
    hint: 'Corrigez la date dans le registre.',
  }),
};
