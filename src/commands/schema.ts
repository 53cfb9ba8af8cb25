/** `coop-plan schema`: the JSON Schema (draft 2020-12) of what the tool writes, and of its configuration. */
import * as z from 'zod';
import { checkWritable, writeAtomically } from '../io.ts';
import { DOCUMENT_NAMES } from './choices.ts';
import { choiceOption } from './options.ts';
import type { OutputOptions } from './outputs.ts';
import type { ExitCode, Run } from './run.ts';

/** Loaded when asked for: no other command needs them. */
const DOCUMENTS: Readonly<Record<(typeof DOCUMENT_NAMES)[number], () => Promise<z.ZodType>>> = {
  plan: async () => (await import('../report/schema/plan.ts')).planDocument,
  contracts: async () => (await import('../report/schema/register.ts')).contractsDocument,
  changes: async () => (await import('../report/schema/changes.ts')).changesDocument,
  config: async () => (await import('../config/schema.ts')).configuration,
};

export async function schema(
  [name]: readonly string[],
  { output, quiet }: OutputOptions,
  run: Run,
): Promise<ExitCode> {
  const document = await DOCUMENTS[choiceOption('schema', name!, DOCUMENT_NAMES)]();
  const text = `${JSON.stringify(z.toJSONSchema(document, { io: 'input' }), null, 2)}\n`;
  const path = output?.at(-1);
  if (path === undefined) run.write(text);
  else {
    checkWritable(path, []);
    writeAtomically(path, text);
    if (!quiet) run.tell(run.texts.command.written(path));
  }
  return 0;
}
