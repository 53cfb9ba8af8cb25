// Modules of Node that few runs use, and that take milliseconds to start: in the bundle each is loaded when one of its
// functions is first called. (commander brings node:child_process along for sub-commands that are programs.)
import { createRequire } from 'node:module';

const LATE = /^node:(child_process|crypto)$/;
const require = createRequire(import.meta.url);

/** esbuild plugin: the functions of a late module load it. */
export const lateForEsbuild = {
  name: 'late',
  setup(build) {
    build.onResolve({ filter: LATE }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    build.onLoad({ filter: LATE, namespace: 'late' }, ({ path }) => ({
      contents: Object.entries(require(path))
        .filter(([, value]) => typeof value === 'function')
        .map(([name]) => `export const ${name} = (...given) => require('${path}').${name}(...given);`)
        .join('\n'),
    }));
  },
};
