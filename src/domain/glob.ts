/** File patterns, read the same on every platform (Windows shells do not expand them). */

/** A backslash is a separator on Windows, and nothing else there: paths are compared with `/`. */
export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** True when the text holds a pattern character. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * Matches a path against `*` (within a folder), `**` (across folders) and `?`; letter case is ignored, as on
 * Windows. A pattern without `/` is matched against the file's name alone.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  const subject = toSlashes(path);
  const wanted = toSlashes(pattern);
  const against = wanted.includes('/') ? subject : subject.slice(subject.lastIndexOf('/') + 1);
  return globExpression(wanted).test(against);
}

function globExpression(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, token => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, 'i');
}
