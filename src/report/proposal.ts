/** `coop-plan init`: a commented configuration, proposed from what was read, which the lead edits once. */
import type { Register } from '../domain/outcome.ts';
import type { Source } from '../domain/source.ts';
import { contractsToSettle, settlementLines } from '../domain/settling.ts';
import { compareText } from '../domain/text.ts';
import type { Texts } from '../i18n/texts.ts';

/** The configuration as YAML: members, one mapping a layout, what is left to settle. */
export function proposedConfiguration(register: Register, texts: Texts): string {
  const { proposal } = texts;
  return [
    comment(proposal.heading),
    `group: ${quoted(register.group ?? proposal.group)}`,
    '',
    comment(proposal.asOf),
    `# asOf: ${register.asOf}`,
    '',
    comment(proposal.members),
    'members:',
    ...register.members.flatMap(member => [
      `  - id: ${member.id}`,
      `    name: ${quoted(member.name)}`,
      `    files: [${filesOf(member.id, register).map(quoted).join(', ')}]`,
      `    territories: [${member.territories.map(quoted).join(', ')}]`,
      '    optOut: []',
    ]),
    '',
    comment(proposal.mappings),
    'mappings:',
    ...layoutsOf(register.sources).flatMap(sources => mappingLines(sources, texts)),
    '',
    comment(proposal.vatRate),
    '# vatRate: 0.20',
    '',
    comment(proposal.categories),
    'categories:',
    '  families: {}',
    '  synonyms: {}',
    '  contracts:',
    ...settlementLines(contractsToSettle(register.contracts)).map(line => `    # ${line}`),
    '',
  ].join('\n');
}

function mappingLines(sources: readonly Source[], texts: Texts): string[] {
  const [first] = sources as readonly [Source, ...Source[]];
  const files = [...new Set(sources.map(({ file }) => fileName(file)))];
  return [
    `  - files: [${files.map(quoted).join(', ')}]`,
    '    columns:',
    ...first.columns.flatMap(({ field, heading, column }) => {
      const named = heading || column;
      return field
        ? [`      ${field}: ${quoted(named)} # ${texts.fields[field]}`]
        : heading
          ? [`      # ${texts.proposal.unused}: ${quoted(named)}`]
          : [];
    }),
  ];
}

/** Sources that share their columns are one layout. */
function layoutsOf(sources: readonly Source[]): readonly (readonly Source[])[] {
  const layouts = new Map<string, Source[]>();
  for (const source of sources) {
    const key = JSON.stringify(source.columns.map(({ heading, field }) => [heading, field]));
    layouts.set(key, [...(layouts.get(key) ?? []), source]);
  }
  return [...layouts.values()];
}

function filesOf(member: string, { contracts }: Register): string[] {
  const files = contracts
    .filter(contract => contract.member === member)
    .map(({ source }) => fileName(source.file));
  return [...new Set(files)].sort(compareText);
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const quoted = (text: string): string => JSON.stringify(text);
const comment = (text: string): string => text.replace(/^/gm, '# ');
