/** Runs the built command in a temporary folder, as a user would. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = join(ROOT, 'bin/coop-plan.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Workdir {
  readonly path = mkdtempSync(join(tmpdir(), 'coop-plan-'));

  /** Writes a file of the folder; a text is UTF-8. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Runs `coop-plan …args` here, in French unless said otherwise, without colour or terminal. */
  run(args: readonly string[], options: { env?: Record<string, string>; input?: string } = {}): Outcome {
    const result: SpawnSyncReturns<string> = spawnSync(process.execPath, [BIN, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      input: options.input ?? '',
      env: { PATH: process.env['PATH'], LANG: 'fr_FR.UTF-8', ...options.env },
      maxBuffer: 1 << 28,
    });
    return { code: result.status, stdout: result.stdout, stderr: result.stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A small register that reads without a problem. */
export const REGISTER = [
  'Numéro de marché;Objet;Titulaire;Code CPV;Date de début;Durée (mois);Nb reconductions;Durée reconduction (mois);Reconduction;Préavis (mois);Montant annuel HT',
  'M-001;Maintenance des ascenseurs;Élévation Ouest;50750000;01/01/2025;36;1;12;tacite;3;84 000,00',
  'M-002;Entretien des espaces verts;Verdure;77310000;01/04/2025;24;2;12;expresse;2;51 000,00',
].join('\r\n');
