/** The fields of a register: what a column can feed. */

/** Every field of a register. Each is fed by one column at most, except amounts (excluding and including VAT may stand side by side) and the ends of renewals. */
export const FIELDS = [
  /** The landlord: its name, or its SIRET/SIREN when `memberId` is absent. */
  'member',
  /** The landlord's SIRET or SIREN (`acheteur.id`). */
  'memberId',
  /** The contract's own number (« N° marché », « Référence », `id`). */
  'reference',
  /** The lot's number or mark (« Lot », « N° lot »). */
  'lot',
  /** The lot's title (« Intitulé du lot »). */
  'lotTitle',
  /** What the contract is for (« Objet », « Intitulé »). */
  'title',
  /** The holder's name (« Titulaire »). */
  'supplier',
  /** The holder's SIRET or SIREN. */
  'supplierId',
  /** CPV code, with or without its label. */
  'cpv',
  /** The landlord's own purchasing family (« Famille », « Segment », « Catégorie »). */
  'category',
  /** Where it is performed, in words: a town, a département, an agency's area. */
  'territory',
  /** Where it is performed, as a code: département, postcode, INSEE (`lieuExecution.code`). */
  'territoryCode',
  /** Buildings or equipment covered (« Sites », « Équipements »). */
  'sites',
  /** Marché, accord-cadre…; or travaux, services, fournitures. */
  'nature',
  /** How it was awarded (« Procédure », « Mode de passation »). */
  'procedure',
  /** En cours, terminé, résilié, actif O/N… */
  'status',
  /** First day of service. */
  'start',
  /** Day of notification or award; not a service date. */
  'notified',
  /** Day on which the register or the notice was published: never a date of the contract. */
  'published',
  /** Start and end in one cell (« Période du 01/01/2024 au 31/12/2026 »). */
  'period',
  /** An end, the heading does not say which (« Date de fin », « Échéance »). */
  'end',
  /** End of the firm (initial) period. */
  'firmEnd',
  /** End of the term in force (« Prochaine échéance »). */
  'currentEnd',
  /** Last possible end, all renewals taken (« Date fin max »). */
  'latestEnd',
  /** End of one renewal, when each has its own column (« Fin reconduction 1 », « Fin reconduction 2 »). */
  'renewalEnd',
  /** Day on which it was ended early (« Date de résiliation »). */
  'terminated',
  /** Firm (initial) duration; `unit` when the heading says it, else the cell does. */
  'duration',
  /** Duration with all renewals (« Durée totale », « Durée max »). */
  'totalDuration',
  /** Number of renewals. */
  'renewals',
  /** Number of renewals already taken (« Reconductions effectuées »). */
  'renewalsDone',
  /** Number of renewals that can still be taken (« Reconductions restantes »). */
  'renewalsLeft',
  /** Length of one renewal. */
  'renewalDuration',
  /** Whether or how it renews: O/N, tacite/expresse, or a whole phrase (« 1 an reconductible 3 fois »). */
  'renewal',
  /** The whole term in words (« Durée et reconductions », « Conditions »). */
  'termWords',
  /** Advance warning owed before an end; `unit` when the heading says it. */
  'notice',
  /** Last day on which notice can be given, as the register states it. */
  'noticeDeadline',
  /** An amount whose period the heading does not say. */
  'amount',
  /** An amount for one year. */
  'annualAmount',
  /** An amount for the whole term. */
  'totalAmount',
  /** Ceiling of a framework agreement; whole term unless `period` says annual. */
  'maximumAmount',
  /** Floor of a framework agreement; whole term unless `period` says annual. */
  'minimumAmount',
  /** What the line's amounts cover, in words: « annuel HT », « durée totale TTC », « mensuel ». */
  'amountBasis',
  /** Rate of value-added tax (« TVA », « Taux de TVA »). */
  'vatRate',
  /** An amendment's number or words (« Avenant », `objetModification`): the line changes another contract. */
  'amendment',
  /** The contract that the line amends (« Marché initial »). */
  'amendmentOf',
  /** How the price is fixed or revised (`formePrix`, « Indice de révision »). */
  'priceForm',
  /** The person in charge (« Responsable », « Gestionnaire »); never the landlord. */
  'contact',
  /** Remarks. */
  'comments',
] as const;

/** A field of a register. */
export type Field = (typeof FIELDS)[number];

/** What the cells of a column hold when they are not what its heading announces. */
export type Found =
  'dates' | 'date-ranges' | 'durations' | 'terms' | 'numbers' | 'words' | 'procedures' | 'natures';
