import type { CommandTexts } from '../texts.ts';

export const command: CommandTexts = {
  program:
    'Lit les registres de marchés de plusieurs organismes, tels quels, et propose les achats à grouper :\nquels membres, quels marchés, à quelle date, ce que chacun doit faire et avant quand, et pourquoi.',
  align: 'proposer le calendrier d’achats groupés',
  normalize: 'réécrire les registres dans une présentation commune',
  check: 'vérifier la qualité des registres avant de planifier',
  paths: 'fichiers ou dossiers : exports CSV ou XLSX ; « - » pour l’entrée standard',
  options: {
    asOf: 'jour de la situation, AAAA-MM-JJ (par défaut : la configuration, sinon aujourd’hui)',
    config: 'fichier de configuration (par défaut : coop-plan.yaml dans le dossier lu)',
    lang: 'langue : fr ou en',
    format: 'présentation',
    view: 'partie du rapport à montrer seule',
    output: 'fichier à écrire, au lieu de l’écran ; le format suit l’extension',
    set: 'essayer une autre valeur d’un paramètre, par exemple savings.expected=0.04 (plusieurs possibles)',
    strict: 'code de retour 1 aussi pour un avertissement',
    quiet: 'pas de message sur la sortie d’erreur, sauf échec',
    noColor: 'sans couleurs',
    encoding: 'codage des fichiers, quand la détection se trompe (par exemple windows-1252)',
    rejects: 'fichier où écrire les lignes rejetées, telles quelles, avec la raison',
  },
  headings: {
    usage: 'Usage :',
    arguments: 'Arguments :',
    options: 'Options :',
    commands: 'Commandes :',
    examples: 'Exemples :',
  },
  examples: [
    'coop-plan align exports/                        le calendrier, à l’écran',
    'coop-plan align exports/ -o calendrier.csv      le même, pour Excel',
    'coop-plan check exports/                        ce qui est bien ou mal lu dans les registres',
  ],
  alignExamples: [
    'coop-plan align exports/',
    'coop-plan align exports/ --as-of 2027-01-04 -o calendrier.csv',
    'coop-plan align "exports/*.csv" --view decisions',
    'coop-plan align exports/ --set savings.expected=0.04',
  ],
  normalizeExamples: [
    'coop-plan normalize exports/ -o marches.csv',
    'coop-plan normalize exports/ --rejects rejets.csv -o marches.csv',
  ],
  checkExamples: ['coop-plan check exports/', 'coop-plan check exports/ --format csv -o problemes.csv'],
  help: 'afficher cette aide',
  version: 'afficher la version',
  written: path => `Écrit : ${path}`,
  bug: 'Erreur interne de coop-plan : signalez-la avec le texte ci-dessous et, si possible, le fichier en cause.',
  dataProblems: problems => `Données : ${problems} Détail : coop-plan check, avec les mêmes fichiers.`,
};
