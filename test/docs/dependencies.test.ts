import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';

const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'dependencies.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const rows = (title: string): [name: string, why: string][] => {
  const section = page.slice(page.indexOf(`## ${title}`)).split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(.+?)` +\| (.+?) +\|$/gm)].map(([, name = '', why = '']) => [name, why]);
};

describe('docs/dependencies.md', () => {
  it.each([
    ['What the product ships with', 'dependencies'],
    ['What it is built and tested with', 'devDependencies'],
  ] as const)('%s: a line for each package, and none for another', (title, field) => {
    expect(rows(title).map(([name]) => name)).toEqual(Object.keys(manifest[field]).sort());
    for (const [name, why] of rows(title)) expect([name, why.length >= 5]).toEqual([name, true]);
  });
});
