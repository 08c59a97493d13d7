import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raw } from 'hono/html';
import { DATA_FOLDER } from '../core/package-root.js';
import { markup, type Markup } from './markup.js';

/** One page that opens offline: it loads nothing, runs nothing, and has no style but its own. */
export class OfflinePage {
  /** The content security policy that the page states itself; a server may send it too. */
  readonly policy: string;
  readonly #style: string;

  /** @param stylesheet name of a file in `data/report` */
  constructor(stylesheet: string) {
    this.#style = readFileSync(join(DATA_FOLDER, 'report', stylesheet), 'utf8');
    this.policy = [
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(this.#style).digest('base64')}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
  }

  html(title: string, body: Markup): string {
    return String(markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${this.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(this.#style)}</style>
</head>
<body>
${body}
</body>
</html>
`);
  }
}
