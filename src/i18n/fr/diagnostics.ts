import type { Found } from '../../domain/field.ts';
import type { DiagnosticTexts } from '../texts.ts';
import { fields } from './fields.ts';
import { contractDiagnostics } from './contractDiagnostics.ts';
import { rulingDiagnostics } from './rulingDiagnostics.ts';

/** Pourquoi un format est refusé, et quoi faire. */
const REFUSED = {
  xls: {
    message: 'Ancien format Excel (.xls), ou classeur protégé par un mot de passe : il ne peut pas être lu.',
    hint: 'Dans Excel : « Fichier > Enregistrer sous », type « Classeur Excel (.xlsx) » ou « CSV UTF-8 », sans mot de passe.',
  },
  ods: {
    message: 'Format OpenDocument (.ods) : il ne peut pas être lu.',
    hint: 'Dans LibreOffice : « Fichier > Enregistrer sous », type « Excel 2007-365 (.xlsx) » ou « CSV ».',
  },
  html: {
    message: 'Page web ou XML enregistrée sous un nom de tableur : elle ne peut pas être lue.',
    hint: 'Ouvrez-la dans Excel puis « Enregistrer sous », type « Classeur Excel (.xlsx) » ou « CSV UTF-8 ».',
  },
  pdf: { message: 'Document PDF.', hint: 'Demandez l’export du tableau en .xlsx ou en CSV.' },
  zip: {
    message: 'Archive ZIP qui n’est pas un classeur .xlsx.',
    hint: 'Décompressez-la, puis donnez les fichiers qu’elle contient.',
  },
};

/** Ce que contient une colonne dont les cellules démentent l’en-tête. */
const FOUND: Readonly<Record<Found, string>> = {
  dates: 'des dates',
  'date-ranges': 'des périodes',
  terms: 'des durées avec leurs reconductions',
  durations: 'des durées',
  numbers: 'des nombres',
  words: 'du texte',
  procedures: 'des procédures',
  natures: 'des natures de marché',
};

/** Ce qui ne va pas, ce qui était attendu, quoi faire : l'emplacement est écrit par l'appelant. */
export const diagnostics: DiagnosticTexts = {
  FILE_EMPTY: () => ({ message: 'Fichier vide.', hint: 'Exportez de nouveau le registre des marchés.' }),
  FILE_BINARY: () => ({
    message: 'Ce fichier n’est pas un tableau lisible.',
    hint: 'Enregistrez le registre en .xlsx ou en CSV.',
  }),
  FILE_FORMAT_REFUSED: p => REFUSED[p.format],
  ENCODING_UNKNOWN: p => ({
    message: 'Encodage inconnu.',
    expected: p.known,
    hint: 'Corrigez « --encoding » ou la configuration.',
  }),
  ENCODING_ASSUMED: p => ({
    message: `Le fichier n’est pas en UTF-8 : lu en ${p.encoding}.`,
    hint: 'Si des accents sont faux, indiquez l’encodage avec « --encoding ».',
  }),
  TEXT_DAMAGED: p => ({
    message:
      p.cause === 'bytes'
        ? `Octets illisibles dans ${p.cells} cellule(s) de cette colonne, remplacés par « \uFFFD ».`
        : `Caractères perdus par un export précédent dans ${p.cells} cellule(s) de cette colonne.`,
    hint: 'Exportez de nouveau le registre en UTF-8.',
  }),
  TEXT_TWICE_ENCODED: p => ({
    message: `Accents encodés deux fois (« MarchÃ© ») : ${p.count} caractère(s) rétabli(s).`,
    hint: 'Exportez de nouveau le registre en UTF-8.',
  }),
  CONTROL_CHARACTERS: p => ({ message: `${p.count} caractère(s) de contrôle ôtés ou réparés.` }),
  QUOTE_UNBALANCED: () => ({
    message: 'Guillemet ouvert et jamais refermé : lu comme un simple caractère, la ligne s’arrête à sa fin.',
    hint: 'Fermez ou doublez le guillemet dans le registre.',
  }),
  ROWS_HIDDEN: p => ({
    message: `${p.rows} ligne(s) masquée(s) lue(s) comme les autres, la première en ligne ${p.first}.`,
    hint: 'Supprimez-les de l’export si elles ne doivent pas compter.',
  }),
  OWN_OUTPUT: () => ({
    message: 'Classeur écrit par coop-plan : ce n’est pas un registre, il n’est pas lu.',
    hint: 'Rangez les plans dans un autre dossier que les registres.',
  }),
  SHEET_HIDDEN: () => ({
    message: 'Feuille masquée, lue comme les autres.',
    hint: 'Supprimez-la de l’export si elle ne doit pas compter.',
  }),
  SHEET_WITHOUT_TABLE: () => ({ message: 'Feuille sans en-têtes de marchés reconnus, laissée de côté.' }),
  WORKBOOK_DAMAGED: () => ({
    message: 'Classeur .xlsx endommagé : aucune feuille ne peut être lue.',
    hint: 'Ouvrez-le dans Excel (qui le réparera), puis « Enregistrer sous » au format « Classeur Excel (.xlsx) ».',
  }),
  CELLS_MERGED: p => ({
    message: `${p.groups} groupe(s) de cellules fusionnées (d’abord ${p.range}) : la valeur vaut pour chacune de leurs lignes.`,
  }),
  AMOUNT_MERGED: p => ({
    message: `Montant fusionné sur plusieurs lignes (${p.range}) : compté une fois, sur la première.`,
    hint: 'Répartissez-le entre les lignes si chacune est un marché.',
  }),
  CELL_ERROR: p => ({
    message: `Erreur de formule, lue comme vide (cellules de cette colonne : ${p.cells}).`,
    hint: 'Corrigez la formule dans le registre.',
  }),
  HEADER_NOT_FOUND: p => ({
    message: 'Aucune ligne d’en-têtes reconnue.',
    expected: `des en-têtes comme ${p.known}`,
    hint: 'Ajoutez une ligne d’en-têtes, ou décrivez les colonnes dans la configuration (« coop-plan init »).',
  }),
  HEADER_ON_SEVERAL_ROWS: p => ({ message: `En-têtes sur plusieurs lignes, de ${p.first} à ${p.last}.` }),
  TABLES_SEVERAL: p => ({ message: `${p.tables} tableaux sur cette feuille, tous lus.` }),
  ROW_TOO_LONG: p => ({
    message: `${p.cells} cellules pour ${p.expected} en-têtes : celles en trop ne sont pas lues${p.rows > 1 ? ` (${p.rows} lignes sont ainsi)` : ''}.`,
    hint: 'Vérifiez qu’un séparateur ne s’est pas glissé dans un texte.',
  }),
  HEADING_REPEATED: p => ({
    message: `Le même en-tête est déjà en colonne ${p.first}.`,
    hint: 'Renommez l’un des deux, ou désignez la colonne par sa lettre dans la configuration.',
  }),
  HEADING_AMBIGUOUS: p => ({
    message: `En-tête ambigu, compris comme ${fields[p.field]} ; il pourrait être ${p.others.map(field => fields[field]).join(', ')}.`,
    hint: 'Confirmez dans la configuration (« coop-plan init »).',
  }),
  HEADING_REFUTED: p => ({
    message: `L’en-tête annonce ${fields[p.field]}, les cellules contiennent ${FOUND[p.found]} : ${
      p.taken ? `colonne comprise comme ${fields[p.taken]}` : 'colonne non utilisée'
    }.`,
    hint: 'Confirmez dans la configuration (« coop-plan init »).',
  }),
  HEADING_GUESSED: p => ({
    message: `En-tête proche d’un en-tête connu, compris comme ${fields[p.field]}.`,
    hint: 'Confirmez dans la configuration (« coop-plan init »).',
  }),
  FIELD_CLAIMED_TWICE: p => ({
    message: `Deux colonnes pour ${fields[p.field]} : la colonne ${p.kept} est retenue, celle-ci n’est pas utilisée.`,
    hint: 'Choisissez dans la configuration (« coop-plan init »).',
  }),
  COLUMN_CONFIGURED_MISSING: p => ({
    message: `La configuration attend ${fields[p.field]} dans « ${p.wanted} », absente de ce fichier : ${
      p.instead ? `la colonne ${p.instead} est lue à sa place` : 'rien n’est lu à sa place'
    }.`,
    hint: 'Le format de l’export a changé : relancez « coop-plan init » ou corrigez la configuration.',
  }),
  ...contractDiagnostics,
  ...rulingDiagnostics,
};
