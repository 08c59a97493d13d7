import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Part } from './articles.js';
import { SECOND } from './more-pages.js';
import { FIRST } from './pages.js';

/** Writes each case as `<slug>/page.html` and `<slug>/expected.json`: title, publisher, date and body, a line a block. */
const textsOf = (part: Part): readonly string[] => {
  if ('p' in part) return [part.p];
  if ('h' in part) return [part.h];
  if ('q' in part) return [part.q];
  return 'li' in part ? part.li : part.table.map((row) => row.join(' | '));
};

for (const make of [...FIRST, ...SECOND]) {
  const { slug, url, article, html, published, publisher } = make();
  const folder = fileURLToPath(new URL(`./${slug}/`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}page.html`, html);
  const expected = { url, title: article.title, publisher, published, body: article.parts.flatMap(textsOf) };
  writeFileSync(`${folder}expected.json`, `${JSON.stringify(expected, null, 1)}\n`);
}
