// Solves one programme and ends: HiGHS's heap never shrinks, and its time limit does not cover presolve.
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';

const highs = await loadHighs();
const { Status, Columns } = highs.solve(workerData.lp, {
  mip_rel_gap: 0,
  mip_abs_gap: 1e-6,
  time_limit: workerData.seconds,
});
const ones = Object.entries(Columns)
  .filter(([, column]) => column.Primal > 0.5)
  .map(([name]) => name);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
parentPort.postMessage({ status: Status, ones });
