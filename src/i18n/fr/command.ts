import type { CommandTexts } from '../texts.ts';
import { format } from './format.ts';

export const command: CommandTexts = {
  program:
    'Lit les registres de marchés de plusieurs organismes, tels quels, et propose les achats à grouper :\nquels membres, quels marchés, à quelle date, ce que chacun doit faire et avant quand, et pourquoi.',
  align: 'proposer le calendrier d’achats groupés',
  normalize: 'réécrire les registres dans une présentation commune',
  check: 'vérifier la qualité des registres avant de planifier',
  init: 'proposer une configuration commentée, à compléter une fois',
  render: 'présenter autrement un calendrier enregistré (plan.json)',
  schema: 'donner le schéma JSON des fichiers écrits, ou de la configuration',
  report: 'préparer la réunion d’un trimestre : à lancer, à décider, et ce qui a changé depuis le dernier',
  diff: 'dire ce qui a changé entre deux calendriers enregistrés',
  earlierPlan: 'le plan le plus ancien (plan.json)',
  laterPlan: 'le plus récent',
  savedPlan: 'calendrier enregistré par coop-plan align -o plan.json ; « - » pour l’entrée standard',
  schemaOf: 'ce dont on veut le schéma',
  paths: 'fichiers ou dossiers : exports CSV ou XLSX ; « - » pour l’entrée standard',
  options: {
    asOf: 'jour de la situation, AAAA-MM-JJ (par défaut : la configuration, sinon aujourd’hui)',
    config: 'fichier de configuration (par défaut : coop-plan.yaml dans le dossier lu)',
    lang: 'langue : fr ou en',
    format: 'présentation',
    view: 'partie du rapport à montrer seule',
    output: 'fichier à écrire, au lieu de l’écran ; le format suit l’extension (plusieurs possibles)',
    set: 'essayer une autre valeur d’un paramètre, par exemple savings.expected=0.04 (plusieurs possibles)',
    previous: 'plan du trimestre précédent (JSON), dont on garde ce qui peut l’être',
    compare: 'montrer ce que --set change au calendrier',
    strict: 'code de retour 1 aussi pour un avertissement',
    quiet: 'pas de message sur la sortie d’erreur, sauf échec',
    noColor: 'sans couleurs',
    encoding: 'codage des fichiers, quand la détection se trompe (par exemple windows-1252)',
    outputDir: 'dossier où écrire tout : page, classeur, agendas (un par membre), CSV, JSON, texte',
    csvDialect:
      'CSV pour Excel en français, ou pour un programme (par défaut : Excel, dans la langue du rapport)',
    alarms: 'rappels de l’agenda, en jours avant chaque décision, par exemple 90,30,7',
    member: 'agenda d’un seul membre',
    ocidPrefix: 'préfixe des identifiants Open Contracting, attribué par l’Open Contracting Partnership',
    force: 'remplacer une configuration existante',
    quarter:
      'trimestre du rapport, par exemple 2027-Q1 (par défaut : celui qui suit le jour de la situation)',
    reportDir:
      'dossier où écrire le rapport : résumé, page, classeur, agendas, CSV, plan, registre des décisions, manifeste',
    failOn:
      'code de retour 3 si : missed-deadline, deadline-within=30d, data-errors, unplanned-expiry, plan-changed, layout-changed (plusieurs possibles)',
    dryRun: 'tout préparer sans rien écrire, et dire ce qui le serait',
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
    'coop-plan align exports/ -o plan.html -o plan.xlsx -o plan.ics --alarms 90,30,7',
    'coop-plan align exports/ --as-of 2027-01-04 --output-dir reunion/',
    'coop-plan align "exports/*.csv" --view decisions',
    'coop-plan align exports/ --set savings.expected=0.04',
  ],
  normalizeExamples: [
    'coop-plan normalize exports/ -o marches.csv',
    'coop-plan normalize exports/ --rejects rejets.csv -o marches.csv',
  ],
  checkExamples: ['coop-plan check exports/', 'coop-plan check exports/ --format csv -o problemes.csv'],
  initExamples: ['coop-plan init exports/', 'coop-plan init exports/ -o -'],
  renderExamples: [
    'coop-plan render plan.json -o plan.html -o plan.xlsx',
    'coop-plan render plan.json --view decisions',
  ],
  schemaExamples: ['coop-plan schema plan -o plan.schema.json'],
  reportExamples: [
    'coop-plan report exports/ --output-dir rapport/',
    'coop-plan report exports/ --quarter 2027-Q1 --previous dernier/plan.json --output-dir rapport/',
    'coop-plan report exports/ --output-dir rapport/ --fail-on missed-deadline --fail-on deadline-within=30d',
    'coop-plan report exports/ --view pending',
  ],
  diffExamples: [
    'coop-plan diff dernier/plan.json rapport/plan.json',
    'coop-plan diff dernier/plan.json rapport/plan.json -o changements.md',
  ],
  help: 'afficher cette aide',
  version: 'afficher la version',
  written: path => `Écrit : ${path}`,
  proposed: paths => `Complétez-le (membres, territoires, catégories), puis : coop-plan align ${paths}`,
  progress: step =>
    step.stage === 'contracts'
      ? `${format.count(step.contracts, 'contract')}…`
      : `${step.stage === 'opening' ? 'Ouverture' : 'Lecture'} de ${step.file} : ${format.count(step.rows, 'row')}…`,
  rereading: paths =>
    `Attention : écrit parmi les registres, et relu comme l’un d’eux la prochaine fois : ${paths}. Écrivez-le ailleurs.`,
  bug: 'Erreur interne de coop-plan : signalez-la avec le texte ci-dessous et, si possible, le fichier en cause.',
  dataProblems: problems => `Données : ${problems} Détail : coop-plan check, avec les mêmes fichiers.`,
};
