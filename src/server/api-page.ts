import { html } from 'hono/html';
import { page, type Markup } from './page.js';

/** The OpenAPI document as a page: no scripts, nothing from the network. */

export const API_PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Operation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
type Contents = Readonly<Record<string, { readonly schema: unknown }>>;
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

/** As much of an OpenAPI document as the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export function apiPage({ info, tags, paths }: ApiDocument): Markup {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return page(
    `The API of ${info.title} ${info.version}`,
    html`<h1>The API of ${info.title} ${info.version}</h1>
      <p>${info.description} The same for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
      ${tags.map(
        ({ name, description }) =>
          html`<h2>${description}</h2>
            ${operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map(({ path, method, operation }) => operationMarkup(path, method, operation))}`,
      )}`,
  );
}

function operationMarkup(path: string, method: string, operation: Operation): Markup {
  const { summary, parameters = [], requestBody, responses } = operation;
  const replies = Object.entries(responses).filter(([status]) => status !== 'default');
  return html`<section id="${method}${path}">
    <h3><code>${method.toUpperCase()} /api${path}</code></h3>
    <p>${summary}</p>
    ${
      parameters.length === 0
        ? ''
        : html`<dl>
            ${parameters.map(
              ({ name, in: where, required, schema }) =>
                html`<dt><code>${name}</code></dt>
                  <dd>
                    ${[where, required === true ? 'required' : '', schemaWords(schema)].filter(Boolean).join(', ')}
                  </dd>`,
            )}
          </dl>`
    }
    ${requestBody === undefined ? '' : schemaMarkup('Body', requestBody.content)}
    ${replies.map(([status, { content = {} }]) => schemaMarkup(`Answer ${status}`, content))}
  </section>`;
}

function schemaWords({ type, enum: choices, default: standard }: Schema): string {
  const what = choices === undefined ? [type].flat().join(' or ') : choices.join(' | ');
  return standard === undefined ? what : `${what}; by default ${JSON.stringify(standard)}`;
}

const schemaMarkup = (title: string, content: Contents): Markup =>
  html`${Object.entries(content).map(
    ([type, { schema }]) =>
      html`<details>
        <summary>${title}: ${type}</summary>
        <pre>${JSON.stringify(schema, null, 2)}</pre>
      </details>`,
  )}`;
