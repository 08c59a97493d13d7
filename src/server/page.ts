import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup in which every value from a record has been escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page around its content. */
export const page = (title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <nav aria-label="Case">
          <a href="/">Case</a> · <a href="/report">Report</a> · <a href="/documents">Documents</a>
        </nav>
        <main>${content}</main>
      </body>
    </html>`;
