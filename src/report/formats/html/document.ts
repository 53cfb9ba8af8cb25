/** The document around a page: one file, no network, and a policy under which nothing else can run. */
import { createHash } from 'node:crypto';
import type { Language } from '../../../domain/settings.ts';
import script from './page.client.js';
import style from './page.css';
import { type Fragment, markup, trusted } from './markup.ts';

export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly body: Fragment;
}

/** The whole file. Its style and its script are the only ones that the browser accepts, by their fingerprints. */
export function documentText({ language, title, body }: Document): string {
  const page = markup`<!doctype html>
    <html lang="${language}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy()}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="coop-plan">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>${trusted(style)}</style>
    </head>
    <body>
    ${body}
    <script>${trusted(script)}</script>
    </body>
    </html>`;
  return `${page.markup}\n`;
}

function policy(): string {
  return [
    "default-src 'none'",
    `style-src ${fingerprint(style)}`,
    `script-src ${fingerprint(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const fingerprint = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
