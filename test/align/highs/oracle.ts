/** The optimum by HiGHS, in a worker that can be ended. */
import { Worker } from 'node:worker_threads';
import type { World } from '../independent.ts';
import { milpOf } from './milp.ts';

/** Value in cents of the optimum; `undefined` when it was not proven in time. */
export async function optimumOf(world: World, seconds: number, workerFile: URL): Promise<number | undefined> {
  const { lp, valueOf } = milpOf(world);
  const worker = new Worker(workerFile, { workerData: { lp, seconds } });
  try {
    const { status, ones } = await new Promise<{ status: string; ones: string[] }>((resolve, reject) => {
      const timer = setTimeout(() => resolve({ status: 'Timeout', ones: [] }), seconds * 1000);
      worker.once('message', message => {
        clearTimeout(timer);
        resolve(message as { status: string; ones: string[] });
      });
      worker.once('error', reject);
    });
    const chosen = new Set(ones);
    return status === 'Optimal' ? valueOf(name => chosen.has(name)) : undefined;
  } finally {
    await worker.terminate();
  }
}
