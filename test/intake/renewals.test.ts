import { describe, expect, it, test } from 'vitest';
import { codesOf, readLines, readOne } from './registers.ts';

describe('renewals counted apart', () => {
  const HEADING =
    'Objet;Date de début;Durée initiale;Nb de reconductions prévues;Reconductions effectuées;Reconductions restantes;Durée reconduction;Reconduction';
  test.each([
    ['all three', 'Verts;01/03/2024;12 mois;3;2;1;12 mois;Tacite', '2027-02-28', '2028-02-29'],
    ['taken and left', 'Verts;01/03/2024;12 mois;;2;1;12 mois;Tacite', '2027-02-28', '2028-02-29'],
    ['in all and left', 'Lifts;01/01/2022;36 mois;2;;1;12 mois;Tacite', '2026-12-31', '2026-12-31'],
    [
      'left only: from the period in force',
      'Lifts;15/01/2022;12 mois;;;1;12 mois;Tacite',
      '2027-01-14',
      '2028-01-14',
    ],
    ['none left', 'Lifts;15/01/2023;24 mois;;;0;12 mois;Tacite', '2027-01-14', '2027-01-14'],
    [
      'taken, by express decisions',
      'Lifts;15/01/2023;24 mois;2;2;;12 mois;Expresse',
      '2027-01-14',
      '2027-01-14',
    ],
  ])('%s', async (_, line, current, latest) => {
    const { term } = await readOne(HEADING, line);
    expect([term.currentEnd, term.latestEnd]).toEqual([current, latest]);
  });

  test.each([
    ['more taken than in all', 'Verts;01/03/2024;12 mois;3;5;;12 mois;Tacite'],
    ['taken and left are more than in all', 'Verts;01/03/2024;12 mois;3;2;2;12 mois;Tacite'],
    ['taken and left are less than in all', 'Verts;01/03/2024;12 mois;3;1;1;12 mois;Tacite'],
    ['more left than in all', 'Verts;01/03/2024;12 mois;3;;4;12 mois;Tacite'],
  ])('%s: the contradiction is said, the number in all is kept', async (_, line) => {
    const intake = await readLines([HEADING, line]);
    expect(codesOf(intake)).toContain('TERM_CONFLICT');
    expect(intake.contracts[0]?.term.latestEnd).toBe('2028-02-29');
  });
  it('a count that is no number is said', async () => {
    const intake = await readLines([HEADING, 'Verts;01/03/2024;12 mois;;beaucoup;;12 mois;Tacite']);
    expect(codesOf(intake)).toContain('NUMBER_UNREADABLE');
  });
});

describe('a column for the end of each renewal', () => {
  it('gives the last end, the number of renewals and their length', async () => {
    const { term } = await readOne(
      'Objet;Date début;Fin période initiale;Fin reconduction 1;Fin 2ème reconduction;Fin reconduction 3',
      'Nettoyage;01/01/2024;31/12/2024;31/12/2025;31/12/2026;31/12/2027',
    );
    expect(term).toMatchObject({
      firmEnd: '2024-12-31',
      currentEnd: '2026-12-31',
      latestEnd: '2027-12-31',
      renewals: 3,
      renewalMonths: 12,
    });
  });
  it('stops at the last one filled; the first is the firm end when nothing else is', async () => {
    const { term } = await readOne(
      'Objet;Date début;Fin année 1;Fin année 2;Fin année 3',
      'Nettoyage;01/03/2026;28/02/2027;29/02/2028;',
    );
    expect(term).toMatchObject({ firmEnd: '2027-02-28', latestEnd: '2028-02-29', renewals: 1 });
  });
});

describe('columns of ends beside other columns', () => {
  const END = '31/12/2027';
  test.each([
    // « Date de fin » repeats the last of them.
    [
      'Objet;Début;Date de fin;Fin année 1;Fin année 2;Fin année 3',
      `VMC;01/01/2025;${END};31/12/2025;31/12/2026;${END}`,
      { firmEnd: '2025-12-31', latestEnd: '2027-12-31', renewals: 2 },
    ],
    [
      'Objet;Début;Date de fin;Fin reconduction 1;Fin reconduction 2',
      `VMC;01/01/2025;${END};31/12/2026;${END}`,
      { firmEnd: '2025-12-31', latestEnd: '2027-12-31', renewals: 2 },
    ],
    // The end of a renewal is no firm end.
    [
      'Objet;Début;Durée ferme (mois);Fin reconduction 1;Fin reconduction 2',
      'VMC;01/01/2025;24;31/12/2027;',
      { firmEnd: '2026-12-31', latestEnd: '2027-12-31', renewals: 1, renewalMonths: 12 },
    ],
    [
      'Objet;Début;Fin reconduction 1;Fin reconduction 2',
      'VMC;01/01/2025;31/12/2026;31/12/2027',
      { firmEnd: '2025-12-31', latestEnd: '2027-12-31', renewals: 2 },
    ],
    // More renewals are stated than have their end filled in.
    [
      'Objet;Début;Durée ferme (mois);Nb reconductions;Fin reconduction 1;Fin reconduction 2',
      'VMC;01/01/2025;12;3;31/12/2026;',
      { firmEnd: '2025-12-31', latestEnd: '2028-12-31', renewals: 3, renewalMonths: 12 },
    ],
  ])('%s: %s', async (heading, line, term) => {
    const intake = await readLines([heading, line]);
    expect(intake.contracts[0]?.term).toMatchObject(term);
    expect(codesOf(intake)).not.toContain('END_CONFLICT');
    expect(codesOf(intake)).not.toContain('TERM_CONFLICT');
  });
});

describe('an end that is neither the firm end nor a whole number of renewals later', () => {
  const HEADING = 'Objet;Début;Durée ferme;Durée max;Échéance;Reconduction';
  it('is kept as the current one, under the last end of the whole duration', async () => {
    const intake = await readLines([HEADING, 'Ascenseurs;15/03/2024;12 mois;48 mois;31/12/2026;Tacite']);
    expect(intake.contracts[0]?.term).toMatchObject({ currentEnd: '2026-12-31', latestEnd: '2028-03-14' });
    expect(codesOf(intake)).toContain('END_CONFLICT');
  });
  it('does not end a contract that goes on renewing', async () => {
    const { status, term } = await readOne(
      HEADING,
      'Ascenseurs;15/01/2024;24 mois;48 mois;15/01/2026;Tacite',
    );
    expect([status, term.latestEnd]).toEqual(['running', '2028-01-14']);
  });
});

describe('an end and another day beside it', () => {
  test.each([
    ['14/01/2027 (14/01/2029 avec reconductions)', '2027-01-14', '2029-01-14'],
    ['14/01/2027 reconductible jusqu’au 14/01/2029', '2027-01-14', '2029-01-14'],
    ['14/01/2027 (max. 14/01/2029)', '2027-01-14', '2029-01-14'],
  ])('%s', async (cell, current, latest) => {
    const { term } = await readOne('Objet;Début;Fin', `VMC;15/01/2024;${cell}`);
    expect([term.currentEnd, term.latestEnd]).toEqual([current, latest]);
  });
  test.each([
    ['31/12/2026 reconductible 2 fois 1 an', { renewals: 2, renewalMonths: 12, latestEnd: '2028-12-31' }],
    ['31/12/2026 puis tacite reconduction annuelle', { renewal: 'tacit', renewalMonths: 12 }],
    ['31/12/2026 (préavis 3 mois)', { noticeDeadline: '2026-09-30' }],
    ['31/12/26, préavis 3 mois', { noticeDeadline: '2026-09-30' }],
    ['31/12/2026 non reconductible', { renewal: 'none' }],
  ])('what stands behind it is read: %s', async (cell, said) => {
    const intake = await readLines(['Objet;Début;Fin', `VMC;15/01/2024;${cell}`]);
    expect(intake.contracts[0]?.term).toMatchObject({ currentEnd: '2026-12-31', ...said });
    expect(codesOf(intake)).not.toContain('DATE_WORDS_IGNORED');
  });
  it('what stands behind a period is read', async () => {
    const intake = await readLines([
      'Objet;Période',
      'VMC;du 01/01/2025 au 31/12/2026 reconductible 2 fois 1 an',
    ]);
    expect(intake.contracts[0]?.term).toMatchObject({
      start: '2025-01-01',
      latestEnd: '2028-12-31',
      renewals: 2,
    });
    expect(codesOf(intake)).not.toContain('DATE_WORDS_IGNORED');
  });
  test.each(['31/12/2026 (reconduit)', '31/12/2026 max', 'reconductible jusqu’au 31/12/2026'])(
    'what says something else is said: %s',
    async cell => {
      const intake = await readLines(['Objet;Début;Fin', `VMC;15/01/2024;${cell}`]);
      expect(intake.contracts[0]?.term).toMatchObject({ currentEnd: '2026-12-31', renewal: 'unknown' });
      expect(codesOf(intake)).toContain('DATE_WORDS_IGNORED');
    },
  );
  it('a column about it is believed over the words behind an end', async () => {
    const intake = await readLines([
      'Objet;Début;Fin;Nb reconductions;Reconduction',
      'VMC;01/01/2025;31/12/2026 reconductible 2 fois 1 an;3;tacite',
    ]);
    expect(intake.contracts[0]?.term).toMatchObject({ renewals: 3, renewal: 'tacit' });
    expect(codesOf(intake)).toContain('TERM_CONFLICT');
  });
  it('a period that can be renewed is no end with the last one', async () => {
    const { term } = await readOne('Objet;Période', 'VMC;01/01/2025 - 31/12/2027 renouvelable');
    expect(term.latestEnd).not.toBe('2025-01-01');
    const both = await readLines(['Objet;Période', 'VMC;du 01/01/2025 au 31/12/2027 reconductible']);
    expect(both.contracts[0]?.term.start).toBe('2025-01-01');
  });
  it('years alone, under « Année de fin maxi »', async () => {
    const { term } = await readOne('Objet;Début;Fin;Année de fin maxi', 'VMC;01/01/2024;31/12/2027;2029');
    expect(term.latestEnd).toBe('2029-12-31');
  });
  it('two days that nothing ranks are not read', async () => {
    const intake = await readLines(['Objet;Début;Fin', 'VMC;15/01/2024;14/01/2027 ou 14/01/2028']);
    expect(intake.contracts[0]?.term.currentEnd).toBeUndefined();
    expect(codesOf(intake)).toContain('DATE_UNREADABLE');
  });
});

describe('an amendment', () => {
  const HEADING = 'N° marché;Objet;Titulaire;Date début;Date fin;Montant annuel HT';
  it('prolongs until the day that its title names; nothing is said of its amount', async () => {
    const intake = await readLines([
      HEADING,
      'M-1;Espaces verts;A;01/04/2023;31/03/2026;145 000',
      'M-1;Avenant n°1 : prolongation jusqu’au 31/03/2027;A;;;',
    ]);
    expect(intake.contracts.map(({ term }) => term.currentEnd)).toEqual(['2027-03-31']);
    expect(codesOf(intake)).toContain('AMENDMENT_APPLIED');
    expect(codesOf(intake)).not.toContain('AMOUNT_ABSENT');
  });
});

it('renewals left beside the last end only: the last end is kept', async () => {
  const { term } = await readOne(
    'Objet;Début;Durée de reconduction (mois);Reconductions restantes;Reconduction;Date fin max',
    'VMC;01/01/2025;12;2;tacite;31/12/2028',
  );
  expect(term.latestEnd).toBe('2028-12-31');
});

it('« Nombre de périodes » counts the firm one', async () => {
  const { term } = await readOne(
    'Objet;Début;Durée ferme (mois);Nombre de périodes;Reconduction',
    'VMC;01/01/2025;12;4;tacite',
  );
  expect([term.renewals, term.latestEnd]).toEqual([3, '2028-12-31']);
});

it('a start written in words takes the place of the notification', async () => {
  const intake = await readLines([
    'Objet;Date de notification;Durée;Date de fin',
    'Assurances;15/12/2022;5 ans à compter du 01/01/2023;31/12/2027',
  ]);
  expect(intake.contracts[0]?.term).toMatchObject({ start: '2023-01-01', firmEnd: '2027-12-31' });
  expect(codesOf(intake)).not.toContain('START_FROM_NOTIFICATION');
  expect(codesOf(intake)).not.toContain('TERM_CONFLICT');
});

it('a day under « Préavis » is the last one to give notice, no end', async () => {
  const intake = await readLines([
    'Objet;Début;Fin;Reconduction;Préavis',
    'VMC;01/01/2025;31/12/2026;tacite 1 an;30/09/2026',
    'Ascenseurs;01/01/2025;31/12/2026;tacite 1 an;3 mois',
  ]);
  expect(intake.contracts.map(({ term }) => [term.currentEnd, term.noticeDeadline])).toEqual([
    ['2026-12-31', '2026-09-30'],
    ['2026-12-31', '2026-09-30'],
  ]);
  expect(codesOf(intake)).not.toContain('TERM_CONFLICT');
});

describe('comments', () => {
  const HEADING = 'N°;Objet;Début;Fin;Reconduction;Observations';
  const line = (renewal: string, comment: string): string =>
    `1;VMC;01/01/2024;31/12/2026;${renewal};${comment}`;
  test.each([
    ['TR 1 an x2, préavis 3 mois', { renewal: 'tacit', renewals: 2, noticeDeadline: '2026-09-30' }],
    ['non renouvelable', { renewal: 'none' }],
    ['Préavis 3 mois', { noticeDeadline: '2026-09-30' }],
  ])('say what no column does: %s', async (comment, term) => {
    const intake = await readLines([HEADING, line('', comment)]);
    expect(intake.contracts[0]?.term).toMatchObject(term);
  });
  test.each(['Non', 'RAS', 'à revoir avec la DAF', '3'])(
    'that speak of other things say nothing: %s',
    async comment => {
      const intake = await readLines([HEADING, line('', comment)]);
      expect(intake.contracts[0]?.term.renewal).toBe('unknown');
      expect(codesOf(intake)).not.toContain('COMMENT_ON_TERM_UNREAD');
    },
  );
  test.each(['reconduit en 2025', 'reconduction à décider en CA', 'préavis envoyé ?'])(
    'that are not understood change nothing, which is said: %s',
    async comment => {
      const intake = await readLines([HEADING, line('', comment)]);
      expect(intake.contracts[0]?.term).toMatchObject({ renewal: 'unknown', latestEnd: '2026-12-31' });
      expect(codesOf(intake)).toContain('COMMENT_ON_TERM_UNREAD');
    },
  );
  it('yield to a column, and the contradiction is said', async () => {
    const intake = await readLines([HEADING, line('expresse 1 fois 1 an', 'TR 1 an x2')]);
    expect(intake.contracts[0]?.term).toMatchObject({ renewal: 'express', renewals: 1 });
    expect(codesOf(intake)).toContain('TERM_CONFLICT');
  });
});

describe('a start behind the end', () => {
  test.each([
    ['12/12/2023', '1 an', '3 x 1 an tacites', '31/12/2027', '2024-01-01', 'START_FROM_END'],
    ['15/12/2022', '60 mois', '', '31/12/2027', '2023-01-01', 'START_FROM_END'],
    // Too long after the notification, or the notification itself agrees.
    ['15/01/2022', '60 mois', '', '31/12/2027', '2022-01-15', 'START_FROM_NOTIFICATION'],
    ['01/01/2023', '60 mois', '', '31/12/2027', '2023-01-01', 'START_FROM_NOTIFICATION'],
  ])('notified on %s for %s (%s) until %s', async (notified, duration, renewals, end, start, code) => {
    const intake = await readLines([
      'Objet;Date de notification;Durée ferme;Reconduction;Échéance finale',
      `Plomberie;${notified};${duration};${renewals};${end}`,
    ]);
    expect(intake.contracts[0]?.term.start).toBe(start);
    expect(codesOf(intake)).toContain(code);
  });
});

it('supposes no end in the place of one that cannot be read', async () => {
  const intake = await readLines([
    'Objet;Début;Fin;Reconduction;Nb reconductions;Durée reconduction (mois);Préavis (mois)',
    'Dératisation;01/01/2026;31/02/2027;tacite;1;12;2',
  ]);
  expect(intake.contracts[0]).toMatchObject({ status: 'unknown' });
  expect(intake.contracts[0]?.term).not.toHaveProperty('currentEnd');
  expect(codesOf(intake)).toEqual(expect.arrayContaining(['DATE_IMPOSSIBLE', 'END_UNKNOWN']));
});

describe('what one cell says beside another', () => {
  test.each<[string, string[], object]>([
    [
      'an end later than that of the firm period is not lost',
      ['Objet;Début;Fin de période ferme;Date de fin', 'VMC;01/01/2024;31/12/2025;31/12/2027'],
      { firmEnd: '2025-12-31', currentEnd: '2027-12-31' },
    ],
    [
      'it is the last one of what renews',
      [
        'Objet;Début;Fin de période ferme;Date de fin;Reconduction',
        'VMC;01/01/2024;31/12/2025;31/12/2027;tacite 1 an',
      ],
      { currentEnd: '2026-12-31', latestEnd: '2027-12-31' },
    ],
    [
      'a deadline gives the notice before the end then in force',
      [
        'Objet;Début;Durée;Reconduction;Date limite de dénonciation',
        'VMC;01/01/2022;1 an;tacite annuelle;30/06/2026',
      ],
      { currentEnd: '2026-12-31', noticeDeadline: '2026-06-30' },
    ],
    [
      'that of a later period gives the same notice to this one',
      [
        'Objet;Début;Durée;Reconduction;Date limite de dénonciation',
        'VMC;01/01/2022;1 an;tacite annuelle;30/09/2027',
      ],
      { currentEnd: '2026-12-31', noticeDeadline: '2026-09-30' },
    ],
    [
      'a day among the renewals is the last end',
      ['Objet;Début;Fin;Reconduction', 'VMC;01/01/2024;31/12/2026;1 fois jusqu’au 31/12/2028'],
      { currentEnd: '2026-12-31', latestEnd: '2028-12-31' },
    ],
    [
      'the last end may be written first',
      ['Objet;Début;Fin', 'VMC;01/01/2025;31/12/2028 (31/12/2026 hors reconductions)'],
      { currentEnd: '2026-12-31', latestEnd: '2028-12-31' },
    ],
    [
      'the whole in one cell, its periods in another',
      ['Objet;Début;Durée;Reconduction', 'VMC;01/01/2025;4 ans;1 an reconductible 3 fois'],
      { firmEnd: '2025-12-31', latestEnd: '2028-12-31', renewals: 3 },
    ],
    [
      'renewed until a day',
      ['Objet;Début;Fin;Statut', 'VMC;01/01/2024;31/12/2025;Reconduit jusqu’au 31/12/2026'],
      { currentEnd: '2026-12-31' },
    ],
  ])('%s', async (_, lines, term) => {
    const intake = await readLines(lines);
    expect(intake.contracts[0]?.term).toMatchObject(term);
    expect(codesOf(intake)).not.toContain('TERM_CONFLICT');
  });

  it('a period and an end that differ: said', async () => {
    const intake = await readLines(['Objet;Période;Date de fin', 'VMC;01/01/2025 - 31/12/2027;31/12/2026']);
    expect(codesOf(intake)).toContain('TERM_CONFLICT');
  });

  it('an amendment that restates an end puts no cap on tacit renewals', async () => {
    const intake = await readLines([
      'N°;Objet;Début;Durée;Reconduction;Date de fin',
      'M1;VMC;01/01/2024;12 mois;tacite annuelle;',
      'M1;Avenant 1 indice de révision;;;;31/12/2026',
    ]);
    expect(intake.contracts[0]?.term).toMatchObject({ currentEnd: '2026-12-31' });
    expect(intake.contracts[0]?.term).not.toHaveProperty('latestEnd');
  });

  it('« Périodicité » is that of the bills where the heading says « annuel »', async () => {
    const amounts = async (heading: string): Promise<unknown> =>
      (await readLines([`Objet;${heading};Périodicité`, 'VMC;12000;mensuelle'])).contracts[0]?.amount?.annual;
    expect(await amounts('Montant annuel HT')).toBe(1_200_000);
    expect(await amounts('Montant HT')).toBe(14_400_000);
  });
});
