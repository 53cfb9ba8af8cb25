// The page's style and script are files of their own, which linters and editors understand. They become short texts
// when the tool is built (esbuild) or tested (vitest), so that the tool reads no file of its own when it runs.
import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { transformSync } from 'esbuild';

const AS_TEXT = /\.(css|client\.js)$/;

/** A style sheet or a browser's script, without its comments and white space. */
function shortened(path) {
  const loader = extname(path).slice(1);
  return transformSync(readFileSync(path, 'utf8'), {
    loader,
    minify: true,
    charset: 'utf8',
    target: 'es2022',
  }).code.trim();
}

/** esbuild plugin: `import style from './page.css'`. */
export const textsForEsbuild = {
  name: 'texts',
  setup(build) {
    build.onLoad({ filter: AS_TEXT }, ({ path }) => ({ contents: shortened(path), loader: 'text' }));
  },
};

/** The same for vite and vitest, under a name that vite does not take for a style sheet. */
export const textsForVite = {
  name: 'texts',
  enforce: 'pre',
  resolveId(source, importer) {
    return AS_TEXT.test(source) && importer ? `${resolve(dirname(importer), source)}.text` : undefined;
  },
  load(id) {
    if (!id.endsWith('.text')) return undefined;
    const path = id.slice(0, -'.text'.length);
    this.addWatchFile(path);
    return `export default ${JSON.stringify(shortened(path))}`;
  },
};
