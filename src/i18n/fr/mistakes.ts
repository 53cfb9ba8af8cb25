import type { ConfigurationTexts, MistakeTexts } from '../texts.ts';

const near = (word: string): string => (word ? ` Vouliez-vous dire « ${word} » ?` : '');

export const configuration: ConfigurationTexts = {
  'unknown-key': p => `clé inconnue « ${p.path} » ; attendu : ${p.expected}`,
  'wrong-type': p => `« ${p.path} » n’est pas du type attendu : ${p.expected}`,
  'not-allowed': p => `valeur refusée pour « ${p.path} » ; attendu : ${p.expected}`,
  'out-of-range': p => `« ${p.path} » hors limites : attendu ${p.expected}`,
  'unknown-category': p =>
    p.expected
      ? `catégorie inconnue « ${p.path} » ; la plus proche : ${p.expected}`
      : `catégorie inconnue « ${p.path} » ; la liste : coop-plan categories`,
  duplicate: p => `« ${p.path} » est donné deux fois`,
};

export const mistakes: MistakeTexts = {
  NOTHING_TO_READ: () => ({
    message: 'Aucun fichier à lire.',
    hint: 'Donnez un dossier ou des fichiers : coop-plan align exports/',
  }),
  PATH_NOT_FOUND: p => ({
    message: `Fichier ou dossier introuvable : ${p.path}`,
    hint: 'Vérifiez le chemin ; mettez-le entre guillemets s’il contient des espaces.',
  }),
  FOLDER_WITHOUT_TABLE: p => ({
    message: `Aucun registre dans le dossier ${p.path}`,
    hint: 'Déposez-y les exports .csv ou .xlsx de chaque organisme.',
  }),
  GLOB_WITHOUT_MATCH: p => ({
    message: `Aucun fichier ne correspond à ${p.pattern}`,
    hint: 'Vérifiez le dossier et l’extension.',
  }),
  PATH_NOT_READABLE: p => ({
    message: `Lecture impossible : ${p.path} (${p.reason}).`,
    hint: 'Vérifiez les droits ; fermez le fichier s’il est ouvert dans Excel.',
  }),
  FILE_TOO_LARGE: p => ({
    message: `${p.path} pèse ${p.megabytes} Mo : plus que les ${p.most} Mo qui peuvent être lus d’un coup.`,
    hint: 'Coupez-le en plusieurs fichiers, un par année par exemple, chacun avec sa ligne d’intitulés.',
  }),
  BAD_DAY: p => ({
    message: `${p.option} : « ${p.value} » n’est pas une date.`,
    hint: 'Écrivez AAAA-MM-JJ, par exemple 2026-11-23.',
  }),
  REPORT_TOO_LARGE: p => ({
    message: `${p.contracts} marchés : trop pour le jeu complet du rapport (${p.most} au plus).`,
    hint: 'Écrivez les présentations voulues une à une (-o report.md, -o plan.json), ou un rapport par groupe.',
  }),
  BAD_QUARTER: p => ({
    message: `${p.option} : « ${p.value} » n’est pas un trimestre.`,
    hint: 'Écrivez AAAA-Q1 à AAAA-Q4 (ou AAAA-T1), par exemple 2027-Q1.',
  }),
  BAD_CHOICE: p => ({
    message: `${p.option} : « ${p.value} » n’existe pas.`,
    hint: `Choix possibles : ${p.choices}.`,
  }),
  BAD_NUMBER: p => ({ message: `${p.option} : « ${p.value} » n’est pas un nombre.`, hint: 'Exemple : 0.04' }),
  BAD_SETTING: p => ({
    message: `--set : « ${p.text} » n’est pas de la forme paramètre=valeur.`,
    hint: 'Exemple : --set savings.expected=0.04',
  }),
  NOTHING_TO_COMPARE: () => ({
    message: '--compare : rien à comparer.',
    hint: 'Donnez les paramètres à essayer, par exemple --set savings.expected=0.04 --compare',
  }),
  UNKNOWN_OPTION: p => ({
    message: `Option inconnue : ${p.option}.${near(p.near)}`,
    hint: 'Les options sont données par coop-plan --help.',
  }),
  UNKNOWN_COMMAND: p => ({
    message: `Commande inconnue : ${p.command}.${near(p.near)}`,
    hint: 'Les commandes sont données par coop-plan --help.',
  }),
  MISSING_ARGUMENT: p =>
    p.name === 'paths'
      ? {
          message: 'Aucun fichier à lire.',
          hint: 'Donnez un dossier ou des fichiers : coop-plan align exports/',
        }
      : { message: `Il manque : ${p.name}`, hint: 'Voyez coop-plan --help.' },
  MISSING_VALUE: p => ({
    message: `Il manque la valeur de l’option ${p.option}.`,
    hint: 'Voyez coop-plan --help.',
  }),
  EXTRA_ARGUMENT: p => ({ message: `Argument en trop : ${p.value}`, hint: 'Voyez coop-plan --help.' }),
  CONFIG_NOT_FOUND: p => ({
    message: `Configuration introuvable : ${p.path}`,
    hint: 'Vérifiez le chemin donné à --config.',
  }),
  CONFIG_SYNTAX: p => ({
    message: `${p.file}, ligne ${p.line}, colonne ${p.column} : syntaxe YAML incorrecte (${p.reason}).`,
    hint: 'Vérifiez le retrait des lignes, les deux-points et les guillemets.',
  }),
  CONFIG_INVALID: p => ({
    message: p.problems
      .map(problem => `${p.file}, ligne ${problem.line} : ${configuration[problem.kind](problem)}`)
      .join('\n'),
    hint: 'Corrigez la configuration, puis relancez.',
  }),
  CONFIG_SEVERAL: p => ({
    message: `Plusieurs configurations trouvées : ${p.files}`,
    hint: 'Choisissez-en une avec --config.',
  }),
  NOTHING_READABLE: () => ({
    message: 'Aucun des fichiers n’a pu être lu comme un registre de marchés.',
    hint: 'Les causes sont ci-dessus ; corrigez-les, puis relancez.',
  }),
  OUTPUT_IS_INPUT: p => ({
    message: `Le fichier de sortie ${p.path} est aussi un fichier lu.`,
    hint: 'Choisissez un autre nom : les données de départ ne sont jamais modifiées.',
  }),
  OUTPUT_EXISTS: p => ({
    message: `${p.path} existe déjà.`,
    hint: 'Donnez un autre nom avec --output, ou --force pour le remplacer.',
  }),
  OUTPUT_NOT_WRITABLE: p =>
    p.reason === 'ENOENT'
      ? {
          message: `Écriture impossible : le dossier de ${p.path} n’existe pas.`,
          hint: 'Créez-le, ou choisissez un autre dossier.',
        }
      : {
          message: `Écriture impossible : ${p.path} (${p.reason}).`,
          hint: 'Fermez-le s’il est ouvert dans Excel ; vérifiez le dossier et les droits.',
        },
  OUTPUT_FORMAT_UNKNOWN: p => ({
    message: `Format inconnu pour ${p.path}.`,
    hint: `Formats possibles : ${p.formats}.`,
  }),
  OUTPUTS_WITH_FORMAT: () => ({
    message: '--format ne va pas avec plusieurs --output.',
    hint: 'Le format de chaque fichier suit son extension : retirez --format.',
  }),
  OUTPUT_IS_BYTES: p => ({
    message: `Le format ${p.format} ne s’affiche pas à l’écran.`,
    hint: `Donnez un fichier : --output calendrier.${p.format}`,
  }),
  OPTION_OF_FORMAT: p => ({
    message: `${p.option} ne sert qu’au format ${p.format}.`,
    hint: `Retirez ${p.option}, ou demandez ce format.`,
  }),
  VIEW_NOT_IN_FORMAT: p => ({
    message: `--view ${p.view} n’existe pas avec le format ${p.format}.`,
    hint: 'Retirez --view, ou choisissez --format table, csv ou markdown.',
  }),
  FORMAT_NEEDS_PLAN: p => ({
    message: `Le format ${p.format} présente un calendrier : il ne va qu’avec align et render.`,
    hint: `Choix possibles ici : ${p.formats}.`,
  }),
  BAD_LIST: p => ({
    message: `${p.option} : « ${p.value} » n’est pas une liste de jours.`,
    hint: `Exemple : ${p.option} ${p.example}`,
  }),
  UNKNOWN_MEMBER: p => ({
    message: `--member : « ${p.member} » n’est pas un membre du groupe.`,
    hint: `Choix possibles : ${p.members}.`,
  }),
  EXPLAIN_WHAT: () => ({
    message: 'Rien à expliquer, ou deux choses à la fois.',
    hint: 'Donnez --contract avec un numéro de marché, ou --tender avec l’identifiant d’un achat groupé.',
  }),
  CONTRACT_UNKNOWN: p => ({
    message: `--contract : aucun marché « ${p.wanted} ».`,
    hint: p.near ? `Les plus proches : ${p.near}.` : 'La liste : coop-plan align exports/ --view contracts',
  }),
  CONTRACT_AMBIGUOUS: p => ({
    message: `--contract : plusieurs marchés « ${p.wanted} ».`,
    hint: `Donnez l’identifiant de l’un d’eux : ${p.matches}.`,
  }),
  TENDER_UNKNOWN: p => ({
    message: `--tender : aucun achat groupé « ${p.wanted} » n’est proposé.`,
    hint: p.near
      ? `Les plus proches : ${p.near}.`
      : 'La liste : coop-plan align exports/ --view participations -f csv',
  }),
  TENDER_AMBIGUOUS: p => ({
    message: `--tender : plusieurs achats groupés commencent par « ${p.wanted} ».`,
    hint: `Donnez l’identifiant de l’un d’eux : ${p.matches}.`,
  }),
  PLAN_NOT_ONE: p => ({
    message: `${p.path} n’est pas un calendrier enregistré par coop-plan.`,
    hint: 'Faites-en un : coop-plan align exports/ -o plan.json',
  }),
  PLAN_TOO_OLD: p => ({
    message: `${p.path} vient d’une version ancienne de coop-plan (présentation ${p.version}, lue ici : ${p.known}).`,
    hint: 'Refaites le calendrier à partir des registres : coop-plan align exports/ -o plan.json',
  }),
  PLAN_TOO_NEW: p => ({
    message: `${p.path} vient d’une version plus récente de coop-plan (présentation ${p.version}, lue ici : ${p.known}).`,
    hint: 'Mettez coop-plan à jour, ou refaites le calendrier avec cette version.',
  }),
  PLAN_DAMAGED: p => ({
    message: `${p.path} n’est plus un calendrier de coop-plan : « ${p.at} » est incorrect (${p.reason}).`,
    hint: 'Reprenez le fichier d’origine, ou refaites le calendrier à partir des registres.',
  }),
};
