/** Fails where a package that the product ships with has a licence that Apache-2.0 does not go together with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';
import { fail, ROOT } from './steps.mjs';

const { allowed, exceptions } = JSON.parse(
  readFileSync(join(ROOT, 'scripts', 'allowed-licences.json'), 'utf8'),
);

/** An SPDX expression of names with AND, OR and brackets. */
function isAllowed(expression) {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  const [either, or] = splitAt(text, ' OR ');
  if (or !== undefined) return isAllowed(either) || isAllowed(or);
  const [both, and] = splitAt(text, ' AND ');
  if (and !== undefined) return isAllowed(both) && isAllowed(and);
  return allowed.includes(text);
}

/** Cuts at the first `word` that stands in no bracket. */
function splitAt(text, word) {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0 && text.startsWith(word, at)) return [text.slice(0, at), text.slice(at + word.length)];
  }
  return [text];
}

const packages = await promisify(init)({ start: ROOT, production: true, excludePrivatePackages: true });
const refused = Object.entries(packages).filter(([id, { licenses }]) => {
  const name = id.slice(0, id.lastIndexOf('@'));
  return !(name in exceptions) && ![licenses].flat().every(isAllowed);
});
for (const [id, { licenses }] of refused) console.error(`${id}: ${licenses}`);
if (refused.length > 0)
  fail(`${refused.length} packages have a licence that is not in scripts/allowed-licences.json`);
console.log(`${Object.keys(packages).length} packages have a licence that goes together with Apache-2.0.`);
