import type { Field } from '../../domain/field.ts';
import type { DiagnosticTexts } from '../texts.ts';
import { fields } from './fields.ts';
import { format } from './format.ts';
import { reading } from './reading.ts';

const UNITS = { days: 'jours', months: 'mois', years: 'années' } as const;

const MEMBER_SOURCE = {
  'file-name': 'du nom du fichier',
  'sheet-name': 'du nom de la feuille',
  section: 'du titre de section',
} as const;

/** Ce qui se dit des cellules, des durées, des membres et des marchés : l’emplacement est écrit par l’appelant. */
export const contractDiagnostics = {
  DATE_UNREADABLE: p => ({
    message: 'Date illisible, laissée vide.',
    expected: reading(p.expected),
    hint: 'Corrigez la date dans le registre.',
  }),
  DATE_IMPOSSIBLE: () => ({
    message: 'Cette date n’existe dans aucun calendrier, elle est laissée vide.',
    hint: 'Corrigez la date dans le registre.',
  }),
  DATE_YEAR_FAR: p => ({
    message: `Année ${p.year} invraisemblable pour un marché, date laissée vide.`,
    expected: 'une année entre 1950 et 2150',
    hint: 'Corrigez l’année ; pour un marché sans fin, écrivez « durée indéterminée » dans la colonne de durée.',
  }),
  DATE_AMBIGUOUS: () => ({
    message: 'Jour et mois ne se distinguent pas, car la colonne mélange jj/mm et mm/jj : date laissée vide.',
    hint: 'Réécrivez cette date avec le mois en lettres, ou indiquez l’ordre de la colonne dans la configuration (dateOrder).',
  }),
  DATE_PARTIAL: p => ({
    message: `Date incomplète, comprise comme le ${format.day(p.day)}.`,
    expected: 'un jour, un mois et une année',
    hint: 'Complétez la date dans le registre si ce n’est pas ce jour-là.',
  }),
  DATE_WORDS_IGNORED: p => ({
    message: `La date est lue, les mots « ${p.words} » ne le sont pas.`,
    hint: 'Vérifiez que ces mots ne changent pas la date.',
  }),
  DATE_LATE_UTC: () => ({
    message:
      'Heure universelle de fin de soirée : c’est peut-être le lendemain à Paris. Le jour écrit est gardé.',
    hint: 'Exportez les dates sans heure.',
  }),
  DATE_ORDER_ASSUMED: p => ({
    message: `Rien dans la colonne ne distingue le jour du mois : dates lues en ${reading(p.format)} (cellules concernées : ${format.number(p.cells)}).`,
    hint: 'Confirmez par dateOrder dans la configuration si l’ordre est autre.',
  }),
  DATE_ORDER_LIKE_OTHERS: p => ({
    message: `Dates lues en ${reading(p.format)}, comme les autres colonnes du tableau le prouvent (cellules concernées : ${format.number(p.cells)}).`,
    hint: 'Indiquez dateOrder dans la configuration si cette colonne a un autre ordre.',
  }),
  DATE_ORDER_MONTH_FIRST: p => ({
    message: `Toute la colonne est lue en ${reading('MM/dd/yyyy')}, car des dates n’ont de sens qu’avec le mois en premier (${format.number(p.cells)}).`,
    hint: 'Vérifiez l’export : un registre français écrit le jour d’abord.',
  }),
  DATE_ORDER_MIXED: p => ({
    message: `La colonne mélange le jour d’abord (${format.number(p.dayFirst)}) et le mois d’abord (${format.number(p.monthFirst)}) ; les dates qui se lisent des deux façons sont laissées vides (${format.number(p.unread)}).`,
    hint: 'Exportez de nouveau avec un seul format, ou au format Excel (.xlsx).',
  }),
  DATE_TWO_STYLES: p => ({
    message: `Dates écrites de deux façons, avec zéro (${p.padded}) et sans (${p.bare}) : un tableur a pu en inverser. Le jour est lu en premier.`,
    hint: 'Comparez quelques dates avec les contrats, ou exportez de nouveau au format .xlsx.',
  }),
  DATE_SHORT_YEAR: p => ({
    message: `Années sur deux chiffres (${format.number(p.cells)}) : 00 à ${p.pivot - 1} est lu 2000 à ${2000 + p.pivot - 1}, ${p.pivot} à 99 est lu ${1900 + p.pivot} à 1999.`,
    hint: 'Exportez les années sur quatre chiffres.',
  }),
  DATE_SERIAL: p => ({
    message: `Dates en numéros de jour d’Excel (calendrier 1900), converties (${format.number(p.cells)}).`,
    hint: 'Mettez la colonne au format Date dans Excel.',
  }),
  AMOUNT_UNREADABLE: () => ({
    message: 'Montant illisible, laissé vide.',
    expected: 'un seul nombre, par exemple 12 345,67',
    hint: 'Corrigez le montant dans le registre.',
  }),
  AMOUNT_FOREIGN: p => ({
    message: `Montant en ${p.currency}, laissé vide.`,
    expected: 'un montant en euros',
    hint: 'Convertissez-le en euros dans le registre.',
  }),
  AMOUNT_AMBIGUOUS: p => ({
    message: `Séparateur ambigu (milliers ou décimales), compris comme ${format.number(p.read)} €.`,
    hint: 'Écrivez le montant avec deux décimales.',
  }),
  AMOUNT_WORDS_IGNORED: p => ({
    message: `Le montant est lu, les mots « ${p.words} » ne le sont pas.`,
    hint: 'Vérifiez que ces mots ne changent pas le montant.',
  }),
  AMOUNT_NEGATIVE: () => ({
    message: 'Montant négatif : gardé, mais inutilisé dans les calculs.',
    expected: 'un montant positif',
    hint: 'Corrigez le montant, ou indiquez que la ligne est un avenant.',
  }),
  AMOUNT_IMPLAUSIBLE: () => ({
    message: 'Montant invraisemblable : gardé, mais inutilisé dans les calculs.',
    expected: 'le montant réel du marché',
    hint: 'Remplacez cette valeur de remplissage par le montant, ou laissez la cellule vide.',
  }),
  AMOUNT_VAT_INCLUDED: p => ({
    message: `Montants TTC gardés tels quels (${format.number(p.cells)}) : sans taux de TVA, le montant HT n’est pas connu.`,
    hint: 'Indiquez vatRate dans la configuration, ou une colonne HT.',
  }),
  AMOUNT_VAT_CONVERTED: p => ({
    message: `Montants TTC (${format.number(p.cells)}) convertis en HT au taux de ${format.rate(p.rate)}.`,
    hint: 'Corrigez vatRate dans la configuration si le taux est autre.',
  }),
  AMOUNT_VAT_ASSUMED: p => ({
    message: `Rien ne dit si ces montants sont HT ou TTC : compris HT (${format.number(p.cells)}).`,
    hint: 'Précisez HT ou TTC dans l’en-tête ou la configuration (vat).',
  }),
  AMOUNT_PERIOD_ASSUMED: p => ({
    message: `Rien ne dit si ces montants sont annuels ou pour toute la durée : supposés annuels (${format.number(p.cells)}).`,
    hint: 'Précisez « annuel » ou « total » dans l’en-tête ou la configuration (amountPeriod).',
  }),
  AMOUNT_NOT_ANNUALISED: () => ({
    message: 'Montant de toute la durée, mais la durée n’est pas connue : pas de montant annuel.',
    hint: 'Complétez la durée du marché.',
  }),
  DURATION_UNREADABLE: () => ({
    message: 'Durée illisible, laissée vide.',
    expected: 'par exemple 12 mois, 4 ans',
    hint: 'Corrigez la durée dans le registre.',
  }),
  DURATION_IMPLAUSIBLE: () => ({
    message: 'Durée invraisemblable, laissée vide.',
    expected: 'entre 1 jour et 100 ans',
    hint: 'Corrigez la durée ou son unité.',
  }),
  DURATION_UNIT_ASSUMED: p => ({
    message: `Durées sans unité (${format.number(p.cells)}), comprises en ${UNITS[p.unit]}.`,
    hint: 'Écrivez l’unité dans la cellule ou dans l’en-tête.',
  }),
  NUMBER_UNREADABLE: () => ({
    message: 'Nombre illisible, laissé vide.',
    expected: 'un nombre entier',
    hint: 'Corrigez le nombre dans le registre.',
  }),
  SUPPLIER_ID_INVALID: () => ({
    message: 'SIRET ou SIREN invalide, gardé tel quel.',
    expected: '14 ou 9 chiffres, clé comprise',
    hint: 'Vérifiez le numéro du titulaire.',
  }),
  SUPPLIER_ID_RESTORED: p => ({
    message: `Zéros de tête perdus, rétablis : ${p.id}.`,
    hint: 'Mettez la colonne au format Texte dans Excel.',
  }),
  CPV_UNREADABLE: () => ({
    message: 'Code CPV illisible, laissé vide.',
    expected: 'huit chiffres, par exemple 50750000',
    hint: 'Corrigez le code CPV.',
  }),
  CPV_RESTORED: p => ({
    message: `Zéro de tête perdu, rétabli : ${p.cpv}.`,
    hint: 'Mettez la colonne au format Texte dans Excel.',
  }),
  STATUS_UNKNOWN: () => ({
    message: 'Statut inconnu : les dates seules décident.',
    expected: 'par exemple en cours, terminé, résilié',
    hint: 'Employez l’un de ces mots.',
  }),
  TERM_AMBIGUOUS: p => ({
    message: `Nombre de reconductions ambigu ; la durée totale est comprise comme ${p.months} mois.`,
    expected: 'par exemple 1 an reconductible 3 fois 1 an',
    hint: 'Précisez le nombre et la durée des reconductions.',
  }),
  TERM_WORDS_UNKNOWN: p => ({
    message: `Mots non compris : « ${p.words} ». Le reste de la cellule est lu.`,
    expected: 'par exemple 1 an reconductible 3 fois, préavis 3 mois',
    hint: 'Vérifiez la durée retenue, ou réécrivez la cellule.',
  }),
  COMMENT_ON_TERM_UNREAD: p => ({
    message: `Des commentaires parlent de reconduction ou de préavis sans avoir été compris (${format.number(p.cells)}) : ils ne comptent pas.`,
    hint: 'Lisez-les, et reportez ce qu’ils disent dans les colonnes prévues.',
  }),
  TERM_CONFLICT: p => ({
    message: `Deux colonnes se contredisent : ${p.kept} est retenu, ${p.other} est écarté.`,
    hint: 'Corrigez l’une des deux.',
  }),
  NOTICE_WITHOUT_RENEWAL: p => ({
    message: `Préavis sans reconduction précisée (lignes concernées : ${format.number(p.cells)}) : marché compris comme s’arrêtant à sa fin.`,
    hint: 'Précisez « tacite », « expresse » ou « non » dans une colonne Reconduction.',
  }),
  RENEWAL_MODE_ASSUMED: p => ({
    message: `Reconduction sans précision (lignes concernées : ${format.number(p.cells)}) : comprise comme tacite, sauf stipulation contraire (R2112-4 du code de la commande publique).`,
    hint: 'Précisez « tacite » ou « expresse ».',
  }),
  RENEWAL_LENGTH_ASSUMED: p => ({
    message: `Durée des reconductions non précisée : comprise comme ${p.months} mois, celle de la période ferme.`,
    hint: 'Précisez la durée d’une reconduction.',
  }),
  RENEWALS_NOT_WHOLE: p => ({
    message: `La durée totale (${p.months} mois) ne fait pas un nombre entier de reconductions : la dernière est plus courte.`,
    hint: 'Vérifiez la durée totale et celle des reconductions.',
  }),
  START_FROM_END: p => ({
    message: `Pas de date de début : déduite de la fin et de la durée, peu après la notification (lignes concernées : ${format.number(p.cells)}).`,
    hint: 'Ajoutez une colonne de date de début au registre si elle diffère.',
  }),
  START_FROM_NOTIFICATION: p => ({
    message: `Pas de date de début : la notification en tient lieu (lignes concernées : ${format.number(p.cells)}).`,
    expected: 'la date de début d’exécution',
    hint: 'Ajoutez une colonne de date de début au registre si elle diffère.',
  }),
  END_BEFORE_START: p => ({
    message: `La fin (${format.day(p.end)}) précède le début (${format.day(p.start)}) : fin laissée vide.`,
    hint: 'Corrigez l’une des deux dates.',
  }),
  END_CONFLICT: p => ({
    message: `La fin écrite (${format.day(p.kept)}) est retenue ; le début et la durée donneraient le ${format.day(p.computed)}.`,
    hint: 'Corrigez la date de fin ou la durée.',
  }),
  END_TAKEN_AS_FIRM: p => ({
    message: `Le registre ne dit pas si cette fin comprend les reconductions : comprise comme la fin de la période ferme (lignes concernées : ${format.number(p.cells)}).`,
    hint: 'Ajoutez la durée de la période ferme, ou renommez la colonne (« Date fin max », « Prochaine échéance »).',
  }),
  LOTS_UNDER_CONTRACT: p => ({
    message: `Lots sans numéro de marché, rattachés au marché de la ligne au-dessus, dont ils prennent les dates laissées vides (lignes concernées : ${format.number(p.cells)}).`,
    hint: 'Répétez le numéro et les dates sur la ligne de chaque lot si ce n’est pas ce qu’il faut lire.',
  }),
  RENEWAL_NOT_SHOWN: p => ({
    message: `Reconduction expresse : rien ne montre qu’elle a été décidée, le marché est compris comme terminé le ${format.day(p.end)}.`,
    hint: 'Si le marché court encore, indiquez son échéance actuelle ou le statut « en cours ».',
  }),
  STATUS_CONTRADICTED: p => ({
    message: `Statut « en cours », mais la dernière fin connue (${format.day(p.end)}) est passée : compris comme terminé.`,
    hint: 'Mettez à jour la date de fin (avenant, reconduction) ou le statut.',
  }),
  ROW_WITHOUT_CONTRACT: () => ({
    message: 'Ligne sans objet ni référence : elle n’est pas lue comme un marché.',
    expected: 'au moins un objet ou un numéro de marché',
    hint: 'Complétez la ligne, ou supprimez-la de l’export.',
  }),
  MEMBER_FROM_FILE: p => ({
    message: `Membre déduit ${MEMBER_SOURCE[p.from]} : ${p.member}.`,
    hint: 'Confirmez dans la configuration (« coop-plan init »).',
  }),
  MEMBER_ADDED: p => ({
    message: `Membre absent de la configuration, ajouté : ${p.member}.`,
    hint: 'Ajoutez-le à la configuration, ou donnez-le comme autre nom (aliases) d’un membre.',
  }),
  CONTRACT_COPY: p => ({
    message: `Même contenu que la ligne ${p.row} de ${p.file} : comptée une fois.`,
    hint: 'Rien à faire, ou supprimez la ligne en double.',
  }),
  CONTRACT_BY_SITE: p => ({
    message: `Marché écrit sur ${format.number(p.lines)} lignes, une par site : lu comme un seul, montants additionnés.`,
    hint: 'Si ce sont des marchés distincts, donnez-leur des numéros distincts.',
  }),
  CONTRACT_BY_PERIOD: p => ({
    message: `Marché écrit sur ${format.number(p.lines)} lignes, une par période, qui se suivent : lu comme un seul, reconduit ; le montant est celui de la dernière.`,
    hint: 'Si ce sont des marchés distincts, donnez-leur des numéros distincts.',
  }),
  CONTRACT_HOLDER: p => ({
    message: `Autre titulaire du marché de la ligne ${p.row} de ${p.file} : le montant compte une fois.`,
    hint: 'Rien à faire : les titulaires sont réunis.',
  }),
  CONTRACT_CONFLICT: p => ({
    message: `Même marché que la ligne ${p.row} de ${p.file}, qui est retenue, mais contenu différent : ${listOf(p.fields, '')}.`,
    expected: 'une ligne par marché et par lot',
    hint: 'Corrigez la ligne fausse, ou donnez un numéro de lot à chacune.',
  }),
  CONTRACT_KEY_SHARED: p => ({
    message: `Même numéro que la ligne ${p.row} de ${p.file}, mais un autre objet ou un autre montant : lu comme un autre lot.`,
    hint: 'Donnez un numéro de lot à chaque ligne.',
  }),
  AMENDMENT_APPLIED: p => ({
    message: `Avenant au marché de la ligne ${p.row} de ${p.file}. Modifié : ${listOf(p.changed, 'rien')}.${p.aside.length > 0 ? ` Non repris : ${listOf(p.aside, '')}.` : ''}`,
    hint: 'Vérifiez le marché modifié.',
  }),
  AMENDMENT_ALONE: p => ({
    message: `Avenant à un marché absent du registre (${p.reference}) : lu comme un marché.`,
    hint: 'Ajoutez la ligne du marché initial.',
  }),
  AMOUNT_ABSENT: () => ({
    message: 'Pas de montant : le marché ne peut pas entrer dans la programmation.',
    expected: 'un montant annuel HT',
    hint: 'Complétez le montant dans le registre.',
  }),
  AMOUNT_COLUMN_ABSENT: p => ({
    message: `Aucune colonne de montant : les marchés de ce tableau (${format.number(p.cells)}) ne peuvent pas entrer dans la programmation.`,
    expected: 'une colonne « Montant annuel HT »',
    hint: 'Ajoutez la colonne, ou désignez-la dans la configuration (mapping.columns).',
  }),
  END_UNKNOWN: () => ({
    message: 'Aucune fin connue : le marché ne peut pas entrer dans la programmation.',
    expected: 'une date de fin, ou un début et une durée',
    hint: 'Complétez la ligne dans le registre.',
  }),
  FIRM_LENGTH_ASSUMED: p => ({
    message: `Durée de la première période non précisée : comprise comme ${p.months} mois, celle des reconductions.`,
    hint: 'Précisez la durée ferme, ou la prochaine échéance.',
  }),
} satisfies Partial<DiagnosticTexts>;

function listOf(names: readonly Field[], none: string): string {
  return names.length > 0 ? names.map(name => fields[name]).join(', ') : none;
}
