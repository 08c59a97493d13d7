import { html } from 'hono/html';
import type { Document } from '../model/document.js';
import { page, type Markup } from './page.js';

/** Every document of the case, by date of publication. */
export function documentsPage(caseName: string, documents: readonly Document[]): Markup {
  const rows = documents.map(
    (document) =>
      html`<tr>
        <td>${document.published?.edtf ?? 'unknown'}</td>
        <td>${document.publisher ?? 'unknown'}</td>
        <td><a href="/documents/${document.id}">${document.title ?? document.id.slice(0, 12)}</a></td>
      </tr>`,
  );
  return page(
    `Documents of ${caseName}`,
    html`<h1>Documents of ${caseName}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Publisher</th>
            <th scope="col">Title</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
  );
}
