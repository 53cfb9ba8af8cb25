/** Writes reports where the options say. */
import { join, resolve } from 'node:path';
import type { Member, MemberId } from '../domain/contract.ts';
import { Mistake } from '../domain/mistake.ts';
import { fold } from '../domain/text.ts';
import { type NamedContent, STDIN, expandPaths, writeAtomically, writeTogether } from '../io.ts';
import { type RenderOptions, type Rendered, type Subject, isPlanned } from '../report/formats/format.ts';
import { FORMATS } from '../report/formats/registry.ts';
import { type OutputOptions, type Outputs, SETS, type SetTarget, type Target } from './outputs.ts';
import type { Run } from './run.ts';

/** A page of the set is as wide as a printed one, whatever the terminal. */
export const FILE_WIDTH = 100;

/** Writes the subject everywhere it was asked for; each file whole or not at all. */
export async function writeOutputs(
  subject: Subject,
  outputs: Outputs,
  options: OutputOptions,
  run: Run,
): Promise<void> {
  const { folder, targets } = outputs;
  await writeTargets(subject, targets, outputs, options, run);
  const set = folder === undefined ? [] : await contentsOfSet(subject, outputs, run);
  if (folder !== undefined) writeSet(folder, set, outputs, options, run);
}

/** Writes each target by itself, to its file or to standard output. */
async function writeTargets(
  subject: Subject,
  targets: readonly Target[],
  outputs: Outputs,
  options: OutputOptions,
  run: Run,
): Promise<void> {
  const member = outputs.member === undefined ? undefined : memberNamed(outputs.member, subject.members);
  for (const target of targets) {
    const content = await contentOf(subject, { ...(member && { member }), ...target }, outputs, run);
    if (target.path === undefined) writeOut(content, run);
    else {
      writeAtomically(target.path, content);
      if (!options.quiet) run.tell(run.texts.command.written(target.path));
    }
  }
  tellRereading(
    targets.flatMap(({ path }) => path ?? []),
    outputs.inputs,
    run,
  );
}

/** The files of a subject's whole set, a calendar a member among them; none written yet. */
export async function contentsOfSet(
  subject: Subject,
  outputs: Outputs,
  run: Run,
): Promise<readonly NamedContent[]> {
  const calendars = subject.members.map(({ id }): SetTarget => ({
    path: `plan-${id}.ics`,
    format: 'ics',
    member: id,
  }));
  const contents: NamedContent[] = [];
  const compared = subject.kind === 'quarter' && subject.before !== undefined;
  for (const { whole, compares, ...target } of [...SETS[subject.kind]!, ...calendars]) {
    if (compares && !compared) continue;
    const shown: Subject = whole && isPlanned(subject) ? { ...subject, kind: 'schedule' } : subject;
    contents.push({ name: target.path, content: inOne(await contentOf(shown, target, outputs, run)) });
  }
  return contents;
}

/** Writes a set into its folder, and says so. */
export function writeSet(
  folder: string,
  files: readonly NamedContent[],
  { inputs }: Outputs,
  { quiet }: OutputOptions,
  run: Run,
): void {
  writeTogether(folder, files);
  const paths = files.map(({ name }) => join(folder, name));
  if (!quiet) for (const path of paths) run.tell(run.texts.command.written(path));
  tellRereading(paths, inputs, run);
}

function writeOut(content: Rendered, run: Run): void {
  if (typeof content === 'string' || content instanceof Uint8Array) run.write(content);
  else for (const piece of content) run.write(piece);
}

/** The files of a set are signed together, so each is held whole. */
function inOne(content: Rendered): string | Uint8Array {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  return Buffer.concat(Array.from(content, piece => Buffer.from(piece)));
}

/** A report among the registers would be taken for one of them by the next run: said, since nothing must be silent. */
function tellRereading(paths: readonly string[], inputs: readonly string[], run: Run): void {
  const written = new Set(paths.map(path => resolve(path)));
  if (written.size === 0) return;
  const reread = expandPaths(inputs).filter(path => path !== STDIN && written.has(resolve(path)));
  if (reread.length > 0) run.tell(run.texts.command.rereading(reread.join(', ')));
}

async function contentOf(
  subject: Subject,
  { format, path, section, member }: Target,
  { csvDialect, alarms, ocidPrefix }: Outputs,
  run: Run,
): Promise<Rendered> {
  const render = await FORMATS[format].load();
  const options: RenderOptions = {
    texts: run.texts,
    ...(section && { section }),
    ...(member && { member }),
    ...(csvDialect && { csvDialect }),
    ...(alarms && { alarms }),
    ...(ocidPrefix && { ocidPrefix }),
    width: path === undefined ? run.width : FILE_WIDTH,
    colour: path === undefined && run.colour,
  };
  return render(subject, options);
}

/** By identifier or by name, whatever the case and the accents. */
function memberNamed(wanted: string, members: readonly Member[]): MemberId {
  const found = members.find(({ id, name }) => id === wanted || fold(name) === fold(wanted));
  if (!found) {
    throw new Mistake('UNKNOWN_MEMBER', {
      member: wanted,
      members: members.map(({ id, name }) => `${name} (${id})`).join(', '),
    });
  }
  return found.id;
}
