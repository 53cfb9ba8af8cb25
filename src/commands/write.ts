/** Writes reports where the options say. */
import { join, resolve } from 'node:path';
import type { Member, MemberId } from '../domain/contract.ts';
import { Mistake } from '../domain/mistake.ts';
import { fold } from '../domain/text.ts';
import { STDIN, expandPaths, makeFolder, writeAtomically } from '../io.ts';
import type { RenderOptions, Subject } from '../report/formats/format.ts';
import { FORMATS } from '../report/formats/registry.ts';
import { type OutputOptions, type Outputs, type Target, WHOLE_SET } from './outputs.ts';
import type { Run } from './run.ts';

/** A page of the set is as wide as a printed one, whatever the terminal. */
const FILE_WIDTH = 100;

/** Writes the subject everywhere it was asked for; each file whole or not at all. */
export async function writeOutputs(
  subject: Subject,
  outputs: Outputs,
  options: OutputOptions,
  run: Run,
): Promise<void> {
  const { folder, targets } = outputs;
  const member = outputs.member === undefined ? undefined : memberNamed(outputs.member, subject.members);
  const wholeSet = folder === undefined ? [] : wholeSetIn(folder, subject.members);
  if (folder !== undefined) makeFolder(folder);
  for (const target of [...targets, ...wholeSet]) {
    const content = await contentOf(subject, { ...(member && { member }), ...target }, outputs, run);
    if (target.path === undefined) run.write(content);
    else {
      writeAtomically(target.path, content);
      if (!options.quiet) run.tell(run.texts.command.written(target.path));
    }
  }
  tellRereading(wholeSet.length > 0 ? [...targets, ...wholeSet] : targets, outputs.inputs, run);
}

/** A report among the registers would be taken for one of them by the next run: said, since nothing must be silent. */
function tellRereading(targets: readonly Target[], inputs: readonly string[], run: Run): void {
  const written = new Set(targets.flatMap(({ path }) => (path === undefined ? [] : resolve(path))));
  if (written.size === 0) return;
  const reread = expandPaths(inputs).filter(path => path !== STDIN && written.has(resolve(path)));
  if (reread.length > 0) run.tell(run.texts.command.rereading(reread.join(', ')));
}

async function contentOf(
  subject: Subject,
  { format, path, section, member }: Target,
  { csvDialect, alarms, ocidPrefix }: Outputs,
  run: Run,
): Promise<string | Uint8Array> {
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

function wholeSetIn(folder: string, members: readonly Member[]): readonly Target[] {
  const calendars = members.map(({ id }): Target => ({ path: `plan-${id}.ics`, format: 'ics', member: id }));
  return [...WHOLE_SET, ...calendars].map(target => ({ ...target, path: join(folder, target.path!) }));
}

/** By identifier or by name, whatever the case and the accents. */
function memberNamed(wanted: string, members: readonly Member[]): MemberId {
  const found = members.find(({ id, name }) => id === wanted || fold(name) === fold(wanted));
  if (!found) {
    throw new Mistake('UNKNOWN_MEMBER', {
      member: wanted,
      members: members.map(({ id }) => id).join(', '),
    });
  }
  return found.id;
}
