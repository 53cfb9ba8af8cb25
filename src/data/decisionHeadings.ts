/** The columns of the table in which the group writes its decisions: read by `intake`, written by `report`. */

/** Headings of each column: the French one first, then the English one, then others. Compared without case or accents. */
export const DECISION_HEADINGS = {
  decision: ['décision', 'decision', 'action', 'type de décision'],
  member: ['membre', 'member', 'organisme', 'bailleur'],
  partner: ['partenaire', 'partner', 'autre membre'],
  category: ['catégorie', 'category', 'famille', 'besoin'],
  territory: ['territoire', 'territory'],
  tender: ['groupement', 'tender', 'achat groupé', 'identifiant'],
  start: ['démarrage', 'start', 'date de démarrage', 'début'],
  weight: ['poids', 'weight', 'priorité'],
  date: ['date', 'decided on', 'date de la décision'],
  author: ['auteur', 'author', 'rôle', 'role', 'décidé par'],
  reason: ['motif', 'reason', 'raison', 'commentaire'],
} as const satisfies Record<string, readonly [fr: string, en: string, ...others: string[]]>;
export type DecisionField = keyof typeof DECISION_HEADINGS;
export const DECISION_FIELDS = Object.keys(DECISION_HEADINGS) as readonly DecisionField[];
