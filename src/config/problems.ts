/** What zod found wrong, in our own codes and at its place in the file. */
import type * as z from 'zod';
import type { ConfigurationProblem } from '../domain/mistake.ts';
import { nearestWord } from '../domain/nearest.ts';
import type { ConfigurationDocument } from './document.ts';

type Issue = z.core.$ZodIssue;

/** Every problem of a configuration, in the order of the file. */
export function problemsOf(
  issues: readonly Issue[],
  document: ConfigurationDocument,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly ConfigurationProblem[] {
  return issues
    .flatMap(issue => describe(issue, document, keysAt))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A path as people write it: `members[2].files`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function describe(
  issue: Issue,
  document: ConfigurationDocument,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): ConfigurationProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return issue.keys.map(key => ({
      ...document.locate([...issue.path, key]),
      path: pathText([...issue.path, key]),
      kind: 'unknown-key',
      expected: nearestWord(key, known) ?? known.join(', '),
    }));
  }
  return [
    {
      ...document.locate(issue.path),
      path: pathText(issue.path),
      kind: kindOf(issue),
      expected: expectedBy(issue),
    },
  ];
}

function kindOf(issue: Issue): ConfigurationProblem['kind'] {
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'out-of-range';
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'wrong-type' : 'not-allowed';
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    default:
      return issue.message;
  }
}
