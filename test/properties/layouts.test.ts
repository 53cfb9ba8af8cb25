/** Whatever the layout of an export — delimiter, encoding, line ends, quoting, dates, amounts, order of columns —, the same contracts. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Day,
  dayFrom,
  dayNumber,
  dayOfMonth,
  daysInMonth,
  monthOf,
  yearOf,
} from '../../src/domain/day.ts';
import { readContracts } from '../../src/intake/intake.ts';
import { AS_OF, NO_SETTINGS, placeless } from '../intake/registers.ts';

interface Written {
  readonly reference: string;
  readonly title: string;
  readonly supplier: string;
  readonly start: Day;
  readonly months: number;
  readonly renewal: 'Tacite' | 'Expresse' | 'Sans';
  readonly renewals: number;
  readonly notice: number;
  /** Cents. */
  readonly amount: number;
}

const TITLES = [
  'Maintenance des ascenseurs',
  'Entretien des espaces verts ; lot nord',
  'Nettoyage, vitrerie',
  'Curage « réseaux »',
  "Contrôle d'accès",
];
const written: fc.Arbitrary<Omit<Written, 'reference'>> = fc.record({
  title: fc.constantFrom(...TITLES),
  supplier: fc.constantFrom('Société Générale d’Élagage', 'Alpha & Cie', 'Bêta', 'Œuvre "Gamma"'),
  start: fc
    .tuple(
      fc.integer({ min: 2015, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([y, m, d]) => dayFrom(y, m, Math.min(d, daysInMonth(y, m)))!),
  months: fc.constantFrom(12, 24, 36, 48, 18, 7),
  renewal: fc.constantFrom('Tacite' as const, 'Expresse' as const, 'Sans' as const),
  renewals: fc.integer({ min: 1, max: 4 }),
  notice: fc.integer({ min: 1, max: 6 }),
  amount: fc.integer({ min: 10_100, max: 900_000_000 }),
});

type Cell = (contract: Written) => string;
const two = (number: number): string => String(number).padStart(2, '0');
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const DATES: Readonly<Record<string, Cell>> = {
  'dd/MM/yyyy': ({ start: s }) => `${two(dayOfMonth(s))}/${two(monthOf(s))}/${yearOf(s)}`,
  'd.M.yyyy': ({ start: s }) => `${dayOfMonth(s)}.${monthOf(s)}.${yearOf(s)}`,
  'dd-MM-yy': ({ start: s }) => `${two(dayOfMonth(s))}-${two(monthOf(s))}-${two(yearOf(s) % 100)}`,
  ISO: ({ start }) => start,
  'ISO with time': ({ start }) => `${start}T00:00:00`,
  'Excel serial': ({ start }) => String(dayNumber(start) - dayNumber('1899-12-30' as Day)),
  'in letters': ({ start: s }) =>
    `${dayOfMonth(s) === 1 ? '1er' : dayOfMonth(s)} ${MONTHS[monthOf(s) - 1]} ${yearOf(s)}`,
};
const grouped = (cents: number, group: string, decimal: string): string =>
  `${String(Math.floor(cents / 100)).replace(/\B(?=(?:\d{3})+$)/g, group)}${decimal}${two(cents % 100)}`;
const AMOUNTS: Readonly<Record<string, Cell>> = {
  '1 234,56 €': ({ amount }) => `${grouped(amount, '\u00A0', ',')} €`,
  '1234,56': ({ amount }) => grouped(amount, '', ','),
  '1234.56': ({ amount }) => grouped(amount, '', '.'),
  '1,234.56': ({ amount }) => grouped(amount, ',', '.'),
  '1 234,56 EUR': ({ amount }) => `${grouped(amount, '\u202F', ',')} EUR`,
  "1'234.56": ({ amount }) => grouped(amount, "'", '.'),
  '€1,234.56': ({ amount }) => `€${grouped(amount, ',', '.')}`,
  '1.234,56': ({ amount }) => grouped(amount, '.', ','),
};
const DURATIONS: Readonly<Record<string, readonly [heading: string, cell: Cell]>> = {
  months: ['Durée (mois)', ({ months }) => String(months)],
  words: [
    'Durée',
    ({ months }) => (months % 12 === 0 ? `${months / 12} ${months === 12 ? 'an' : 'ans'}` : `${months} mois`),
  ],
};

const layouts = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'utf16le', 'utf16be', 'cp1252'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quoteAll: fc.boolean(),
  /** Excel's own line that names the delimiter. */
  sepLine: fc.boolean(),
  date: fc.constantFrom(...Object.keys(DATES)),
  amount: fc.constantFrom(...Object.keys(AMOUNTS)),
  duration: fc.constantFrom(...Object.keys(DURATIONS)),
  titleLines: fc.integer({ min: 0, max: 2 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
});
type Layout = typeof layouts extends fc.Arbitrary<infer T> ? T : never;
const PLAIN: Layout = {
  delimiter: ';', encoding: 'utf8', lineEnd: '\r\n', quoteAll: false, sepLine: false, date: 'ISO', amount: '1234,56', duration: 'months', titleLines: 0,
  order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
}; // prettier-ignore

function bytesOf(contracts: readonly Written[], layout: Layout): Uint8Array {
  const [durationHeading, durationCell] = DURATIONS[layout.duration]!;
  const columns: readonly (readonly [string, Cell])[] = [
    ['N° marché', ({ reference }) => reference],
    ['Objet', ({ title }) => title],
    ['Titulaire', ({ supplier }) => supplier],
    ['Date de début', DATES[layout.date]!],
    [durationHeading, durationCell],
    ['Reconduction', ({ renewal }) => renewal],
    ['Nombre de reconductions', ({ renewal, renewals }) => (renewal === 'Sans' ? '0' : String(renewals))],
    ['Durée de reconduction (mois)', ({ renewal }) => (renewal === 'Sans' ? '' : '12')],
    ['Préavis (mois)', ({ notice }) => String(notice)],
    ['Montant annuel HT', AMOUNTS[layout.amount]!],
  ];
  const ordered = layout.order.map(index => columns[index]!);
  const quote = (text: string): string =>
    layout.quoteAll || /["\r\n]/.test(text) || text.includes(layout.delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const titles = Array.from({ length: layout.titleLines }, (_, i) => [
    i === 0 ? 'Registre des marchés' : '',
    ...ordered.slice(1).map(() => ''),
  ]);
  const records = [
    ...titles,
    ordered.map(([heading]) => heading),
    ...contracts.map(contract => ordered.map(([, cell]) => cell(contract))),
  ];
  const sep = layout.sepLine ? `sep=${layout.delimiter}${layout.lineEnd}` : '';
  const text =
    sep + records.map(record => record.map(quote).join(layout.delimiter) + layout.lineEnd).join('');
  switch (layout.encoding) {
    case 'utf8-bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'cp1252':
      return Uint8Array.from(text, character => CP1252[character] ?? character.charCodeAt(0));
    default:
      return Buffer.from(text);
  }
}
const CP1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, Œ: 0x8c, œ: 0x9c, '\u202F': 0xa0 };

async function contractsFrom(contracts: readonly Written[], layout: Layout): Promise<unknown> {
  const file = { path: 'habitat-test.csv', bytes: bytesOf(contracts, layout) };
  const intake = await readContracts([file], NO_SETTINGS, AS_OF);
  return intake.contracts.map(placeless);
}

it('gives the same contracts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 12 }), layouts, async (drawn, layout) => {
      const contracts = drawn.map((contract, i) => ({ ...contract, reference: `M-${i}` }));
      const plain = await contractsFrom(contracts, PLAIN);
      expect(plain).toHaveLength(contracts.length);
      expect(await contractsFrom(contracts, layout)).toEqual(plain);
    }),
    { numRuns: 200 },
  );
});
