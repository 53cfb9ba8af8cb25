import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedCategory } from '../../../src/data/categories.ts';
import type { CategoryId } from '../../../src/domain/category.ts';
import type { ClassificationSettings } from '../../../src/domain/settings.ts';
import { type Reading, classifier, explainer } from '../../../src/intake/classify/classify.ts';
import { cpvCheckDigit } from '../../../src/intake/classify/cpv.ts';
import titles from './titles.csv';

const id = (text: string): CategoryId => text as CategoryId;
const NOTHING: ClassificationSettings = { families: {}, synonyms: {}, contracts: {} };
const classify = classifier(NOTHING);
const explain = explainer(NOTHING);
const realistic = fc.constantFrom(...titles.map(line => line['title']!));

describe('what the configuration settles', () => {
  it('fixes one contract by its id or its reference, and says so', () => {
    const settled = classifier({ ...NOTHING, contracts: { 'M-12': id('EV'), '2024-07': id('ASC') } });
    const title = 'Nettoyage des parties communes';
    expect(settled({ title, contractId: 'M-12' })).toEqual({ id: 'EV', confidence: 'high', basis: 'config' });
    expect(settled({ title, reference: '2024-07' }).id).toBe('ASC');
    expect(settled({ title, reference: '2024-08' }).id).toBe('NETTOYAGE');
  });

  it('is not fooled by a reference that every object answers to', () => {
    expect(classify({ title: 'Nettoyage', reference: 'constructor' }).id).toBe('NETTOYAGE');
  });

  it('maps a family of the landlord, whatever its accents and case', () => {
    const settled = classifier({ ...NOTHING, families: { 'moyens généraux': id('FOURN') } });
    expect(settled({ title: 'Marché 12', family: 'MOYENS GENERAUX' })).toMatchObject({
      id: 'FOURN',
      basis: 'config',
    });
  });

  it('knows a word of the group’s own, even with its accents destroyed', () => {
    const settled = classifier({ ...NOTHING, synonyms: { 'pôle dépannage': id('PLOMB') } });
    expect(settled({ title: 'P\uFFFDle d\uFFFDpannage 2027' })).toMatchObject({
      id: 'PLOMB',
      basis: 'config',
    });
  });

  it('adds a category, with its words and its codes', () => {
    const own = addedCategory(
      { id: id('RUCHES'), label: { fr: 'Ruches', en: 'Beehives' }, cpv: ['03142100'] },
      ['ruches'],
    );
    const settled = classifier({ ...NOTHING, categories: [own] });
    expect(settled({ title: 'Entretien des ruches' }).id).toBe('RUCHES');
    expect(classify({ title: 'Entretien des ruches' }).id).toBe('OTHER');
    expect(
      explainer({ ...NOTHING, categories: [own] })({ title: 'x', cpv: '03142100-9' }).evidence,
    ).toContainEqual(expect.objectContaining({ id: 'RUCHES', origin: 'cpv' }));
  });
});

describe('what a line says', () => {
  it('recognises the landlord’s own family', () => {
    expect(classify({ title: 'Marché 2024-12', family: 'Espaces verts' })).toMatchObject({
      id: 'EV',
      basis: 'column',
    });
  });

  it('reads a title under its family', () => {
    expect(classify({ title: 'Flotte automobile', family: 'Assurances' }).id).toBe('ASSU_AUTO');
    expect(classify({ title: 'Flotte automobile', family: 'Moyens généraux' }).id).toBe('FLOTTE');
    expect(classify({ title: 'Stratégie bas carbone', section: 'ÉTUDES, CONSEIL, FORMATION' }).id).toBe(
      'CARBONE',
    );
  });

  it('reads the section above when the title says nothing', () => {
    expect(classify({ title: 'Lot 3 - secteur nord', section: 'ASCENSEURS' })).toMatchObject({
      id: 'ASC',
      basis: 'section',
    });
  });

  it('takes a code alone, and is never sure of it', () => {
    expect(classify({ title: 'Marché 18A069', cpv: '50750000-7' })).toEqual({
      id: 'ASC',
      confidence: 'medium',
      basis: 'cpv',
    });
  });

  it('lets clear words win over a wrong code', () => {
    const reading = { title: 'Exploitation des chaufferies P1 P2 P3', cpv: '79311000-2' };
    expect(classify(reading)).toMatchObject({ id: 'CHAUF_COL', basis: 'title' });
  });

  it('gives little weight to codes that say everything', () => {
    const sure = classify({ title: 'Entretien des interphones' });
    for (const cpv of ['50700000-2', '45000000', '50000000', '71000000']) {
      expect(classify({ title: 'Entretien des interphones', cpv }).id).toBe(sure.id);
    }
  });

  it('leaves out what the title leaves out', () => {
    expect(classify({ title: 'Nettoyage des immeubles (hors espaces verts et ascenseurs)' })).toEqual({
      id: 'NETTOYAGE',
      confidence: 'high',
      basis: 'title',
    });
  });

  it('says the other needs of a contract, the main one first', () => {
    expect(classify({ title: 'Entretien du chauffage collectif et de la VMC' })).toMatchObject({
      id: 'CHAUF_COL',
      also: ['VMC'],
    });
    expect(classify({ title: 'Nettoyage des parties communes et espaces verts' })).toMatchObject({
      id: 'NETTOYAGE',
      also: ['EV'],
    });
  });

  it('is not in doubt about the main need because there is a second one', () => {
    expect(classify({ title: 'Chauffage et VMC' }).confidence).toBe('medium');
  });

  it('does not take what a supply is about for another need', () => {
    expect(classify({ title: 'Fourniture de serrures et de peinture' }).also).toBeUndefined();
    expect(
      classify({ title: 'Assurances : dommages aux biens et responsabilité civile' }).also,
    ).toBeDefined();
  });

  it('does not force a need outside the list', () => {
    expect(classify({ title: 'Zorglub 2027' })).toEqual({ id: 'OTHER', confidence: 'low', basis: 'none' });
    expect(classify({ title: '' })).toEqual({ id: 'OTHER', confidence: 'low', basis: 'none' });
  });

  it('tells the same trade on demand from one operation by what stands around it', () => {
    const cpv = '45421000';
    expect(classify({ title: 'Accord-cadre de menuiseries extérieures', cpv, months: 48 }).id).toBe('MENUIS');
    expect(
      classify({ title: 'Résidence Hugo : rénovation de 30 logements, lot 4 menuiseries', cpv, months: 8 })
        .id,
    ).toBe('WORKS');
  });
});

describe('a mission for one operation', () => {
  it.each([
    ['Coordination SPS pour la réhabilitation de 56 logements, résidence Hugo', 'CT_SPS'],
    ["Maîtrise d'œuvre pour la construction de 13 logements", 'MOE'],
    ["Maîtrise d'œuvre - restructuration du foyer", 'MOE'],
    ['Repérage amiante avant démolition - tour 12', 'DIAG'],
    ['Assurance dommages-ouvrage : construction de 45 logements à Bruz', 'ASSU_CONS'],
    ["MAITRISE D'UVRE POUR LES TRAVAUX D'AMELIORATION DE 28 LOGEMENTS", 'MOE'],
    ['R\uFFFDhabilitation de 83 logements \uFFFD Hendaye : mission de contr\uFFFDle technique', 'CT_SPS'],
  ])('%s', (title, id) => {
    expect(classify({ title })).toMatchObject({ id, oneOff: true });
  });

  it.each([
    'Accord-cadre à bons de commande de coordination SPS',
    "Accord-cadre de maîtrise d'œuvre pour la réhabilitation de logements",
    "Maîtrise d'œuvre des travaux d'entretien du patrimoine, années 2019 à 2021",
    'Repérages amiante avant travaux et avant démolition',
    'Assurance dommages-ouvrage des opérations de construction',
    'Entretien des ascenseurs de la résidence Hugo',
    'Contrat multiservices : robinetterie, 12 000 logements',
    'Définition d’une trajectoire de mise en place du BIM',
  ])('not told of « %s »', title => {
    expect(classify({ title }).oneOff).toBeUndefined();
  });

  it('not told of a mission that lasts four years and names no place', () => {
    const title = "Maîtrise d'œuvre de réhabilitation énergétique";
    expect(classify({ title, months: 20 }).oneOff).toBe(true);
    expect(classify({ title, months: 48 }).oneOff).toBeUndefined();
  });

  it('is not said of works, which are one operation by nature, nor of what the lead settled', () => {
    const title = 'Coordination SPS pour la construction de 20 logements';
    expect(classify({ title: 'Construction de 20 logements à Bruz' })).not.toHaveProperty('oneOff');
    const settled = classifier({ ...NOTHING, contracts: { 'M-1': id('CT_SPS') } });
    expect(settled({ title, contractId: 'M-1' }).oneOff).toBeUndefined();
  });
});

describe('damaged text', () => {
  it.each([
    ['Entretien m\uFFFDnager', 'NETTOYAGE'],
    ['MAITRISE D\uFFFD\uFFFDUVRE POUR LA REHABILITATION', 'MOE'],
    ["Ma\uFFFDtrise d'\u009Cuvre", 'MOE'],
    ["MARCHE DE MAITRISE D'UVRE", 'MOE'],
    ['Contrat d\uFFFDentretien des chaudi\uFFFDres individuelles', 'CHAUF_IND'],
    ['\uFFFDlagage et abattage', 'EV'],
    ['March\uFFFD de d\uFFFDratisation', '3D'],
    ['S\uFFFDcurit\uFFFD incendie : d\uFFFDsenfumage', 'INCENDIE'],
    ['Maintenance des R.I.A. et S.S.I.', 'INCENDIE'],
    ['Entretien&nbsp;des espaces verts<br />', 'EV'],
    ['Assurance dommages &agrave; l&#8217;ouvrage - D.O.', 'ASSU_CONS'],
    ['Desinsectisaton des caves', '3D'],
  ])('%s is %s', (title, expected) => {
    expect(classify({ title }).id).toBe(expected);
  });
});

describe('laws', () => {
  it('never throws, and names a known category', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), realistic);
    const reading = fc.record(
      {
        title: text,
        cpv: text,
        family: text,
        section: text,
        nature: text,
        reference: text,
        contractId: text,
        months: fc.double(),
      },
      { requiredKeys: ['title'] },
    ) as fc.Arbitrary<Reading>;
    fc.assert(fc.property(reading, one => void expect(classify(one).id).toMatch(/^[A-Z0-9_]+$/)));
  });

  it('does not depend on case, accents or white space', () => {
    fc.assert(
      fc.property(realistic, title => {
        const expected = classify({ title });
        expect(classify({ title: title.toUpperCase() })).toEqual(expected);
        expect(classify({ title: title.normalize('NFD').replace(/\p{M}/gu, '') })).toEqual(expected);
        expect(classify({ title: `  ${title.replaceAll(' ', '\u00A0 ')} ` })).toEqual(expected);
      }),
    );
  });

  it('does not depend on the check digit of the code', () => {
    const codes = fc.constantFrom(
      ...new Set(titles.map(line => line['cpv']!.slice(0, 8)).filter(code => code.length === 8)),
    );
    fc.assert(
      fc.property(realistic, codes, (title, cpv) => {
        const expected = classify({ title, cpv });
        expect(classify({ title, cpv: `${cpv}-${cpvCheckDigit(cpv)}` })).toEqual(expected);
        expect(classify({ title, cpv: `${cpv}${cpvCheckDigit(cpv)}` })).toEqual(expected);
      }),
    );
  });

  it('answers the same whatever was asked before', () => {
    const readings = titles.map(line => ({ title: line['title']!, cpv: line['cpv']! }));
    const backwards = classifier(NOTHING);
    const expected = readings.map(reading => classify(reading));
    expect(
      readings
        .toReversed()
        .map(reading => backwards(reading))
        .toReversed(),
    ).toEqual(expected);
  });

  it('adds up: the score of a category is the sum of its evidence', () => {
    fc.assert(
      fc.property(realistic, title => {
        const { evidence, scores } = explain({ title, cpv: '45000000' });
        for (const score of scores) {
          const sum = evidence
            .filter(item => item.id === score.id)
            .reduce((total, item) => total + item.weight, 0);
          expect(score.weight).toBeCloseTo(sum, 2);
        }
      }),
    );
  });

  it('explains the answer that it gives', () => {
    fc.assert(
      fc.property(realistic, title => {
        expect(explain({ title }).classification).toEqual(classify({ title }));
      }),
    );
  });
});
