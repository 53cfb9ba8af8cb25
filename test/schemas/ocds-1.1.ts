/**
 * The rules of the Open Contracting Data Standard 1.1.5, as a JSON Schema (draft 4).
 *
 * Source: https://standard.open-contracting.org/schema/1__1__5/release-package-schema.json and
 * release-schema.json, © Open Contracting Partnership, Apache License 2.0, repository open-contracting/standard.
 * Restated here without their texts (titles, descriptions), translated names (`title_fr`) and the codes of
 * currencies (three capital letters): the types, the required members, the closed lists, the formats, the unique
 * items are the standard's. Awards, contracts and implementation, which planning releases never have, are refused.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: ['string', 'null'] };
const uri: Schema = { type: ['string', 'null'], format: 'uri' };
const instant: Schema = { type: ['string', 'null'], format: 'date-time' };
const identifier: Schema = { type: ['string', 'integer'], minLength: 1 };
const looseIdentifier: Schema = { type: ['string', 'integer', 'null'] };
const texts: Schema = { type: ['array', 'null'], items: { type: 'string' } };
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const list = (name: string): Schema => ({ type: 'array', items: ref(name) });
const set = (name: string): Schema => ({ ...list(name), uniqueItems: true });
const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});
const oneOf = (...codes: readonly (string | null)[]): Schema => ({ type: ['string', 'null'], enum: codes });
const never: Schema = { not: {} };

/** The closed list of tags. */
const TAGS = [
  'planning planningUpdate tender tenderAmendment tenderUpdate tenderCancellation',
  'award awardUpdate awardCancellation contract contractUpdate contractAmendment',
  'implementation implementationUpdate contractTermination compiled',
].flatMap(tags => tags.split(' '));

const definitions = {
  Release: object(
    {
      ocid: { type: 'string', minLength: 1 },
      id: { type: 'string', minLength: 1, pattern: '^[^#]+$' },
      date: { type: 'string', format: 'date-time' },
      tag: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'string',
          enum: TAGS,
        },
      },
      initiationType: { type: 'string', enum: ['tender'] },
      parties: set('Organization'),
      buyer: ref('OrganizationReference'),
      planning: ref('Planning'),
      tender: ref('Tender'),
      awards: never,
      contracts: never,
      language: text,
      relatedProcesses: set('RelatedProcess'),
    },
    ['ocid', 'id', 'date', 'tag', 'initiationType'],
  ),
  Planning: object({
    rationale: text,
    budget: ref('Budget'),
    documents: list('Document'),
    milestones: list('Milestone'),
  }),
  Tender: object(
    {
      id: identifier,
      title: text,
      description: text,
      status: oneOf(
        'planning',
        'planned',
        'active',
        'cancelled',
        'unsuccessful',
        'complete',
        'withdrawn',
        null,
      ),
      procuringEntity: ref('OrganizationReference'),
      items: set('Item'),
      value: ref('Value'),
      minValue: ref('Value'),
      procurementMethod: oneOf('open', 'selective', 'limited', 'direct', null),
      procurementMethodDetails: text,
      procurementMethodRationale: text,
      mainProcurementCategory: oneOf('goods', 'works', 'services', null),
      additionalProcurementCategories: texts,
      awardCriteria: text,
      awardCriteriaDetails: text,
      submissionMethod: texts,
      submissionMethodDetails: text,
      tenderPeriod: ref('Period'),
      enquiryPeriod: ref('Period'),
      hasEnquiries: { type: ['boolean', 'null'] },
      eligibilityCriteria: text,
      awardPeriod: ref('Period'),
      contractPeriod: ref('Period'),
      numberOfTenderers: { type: ['integer', 'null'] },
      tenderers: set('OrganizationReference'),
      documents: list('Document'),
      milestones: list('Milestone'),
      amendments: list('Amendment'),
    },
    ['id'],
  ),
  Milestone: object(
    {
      id: identifier,
      title: text,
      type: text,
      description: text,
      code: text,
      dueDate: instant,
      dateMet: instant,
      dateModified: instant,
      status: oneOf('scheduled', 'met', 'notMet', 'partiallyMet', null),
    },
    ['id'],
  ),
  Document: object(
    {
      id: identifier,
      documentType: text,
      title: text,
      description: text,
      url: uri,
      datePublished: instant,
      dateModified: instant,
      format: text,
      language: text,
    },
    ['id'],
  ),
  Budget: object({
    id: looseIdentifier,
    description: text,
    amount: ref('Value'),
    project: text,
    projectID: looseIdentifier,
    uri,
  }),
  OrganizationReference: object({ name: { ...text, minLength: 1 }, id: { type: ['string', 'integer'] } }),
  Organization: object({
    name: text,
    id: { type: 'string' },
    identifier: ref('Identifier'),
    additionalIdentifiers: set('Identifier'),
    address: object({
      streetAddress: text,
      locality: text,
      region: text,
      postalCode: text,
      countryName: text,
    }),
    contactPoint: object({ name: text, email: text, telephone: text, faxNumber: text, url: uri }),
    roles: texts,
    details: { type: ['object', 'null'] },
  }),
  Item: object(
    {
      id: identifier,
      description: text,
      classification: ref('Classification'),
      additionalClassifications: set('Classification'),
      quantity: { type: ['number', 'null'] },
      unit: object({ scheme: text, id: text, name: text, value: ref('Value'), uri }),
    },
    ['id'],
  ),
  Amendment: object({
    date: instant,
    rationale: text,
    id: text,
    description: text,
    amendsReleaseID: text,
    releaseID: text,
  }),
  Classification: object({ scheme: text, id: looseIdentifier, description: text, uri }),
  Identifier: object({ scheme: text, id: looseIdentifier, legalName: text, uri }),
  Value: object({
    amount: { type: ['number', 'null'] },
    currency: { type: ['string', 'null'], pattern: '^[A-Z]{3}$' },
  }),
  Period: object({
    startDate: instant,
    endDate: instant,
    maxExtentDate: instant,
    durationInDays: { type: ['integer', 'null'] },
  }),
  RelatedProcess: object({
    id: { type: 'string' },
    relationship: texts,
    title: text,
    scheme: text,
    identifier: text,
    uri,
  }),
};

/** A release package. Members that the standard does not name are refused, to find those that are misspelt. */
export const releasePackage: Schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  ...object(
    {
      uri: { type: 'string', format: 'uri' },
      version: { type: 'string', pattern: '^(\\d+\\.)(\\d+)$' },
      extensions: { type: 'array', items: { type: 'string', format: 'uri' } },
      publishedDate: { type: 'string', format: 'date-time' },
      releases: { ...set('Release'), minItems: 1 },
      publisher: object({ name: { type: 'string' }, scheme: text, uid: text, uri }, ['name']),
      license: uri,
      publicationPolicy: uri,
    },
    ['uri', 'publisher', 'publishedDate', 'releases', 'version'],
  ),
  additionalProperties: false,
  definitions: Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [name, { ...schema, additionalProperties: false }]),
  ),
};
