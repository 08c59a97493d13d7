import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';

interface LayerRule {
  readonly name: string;
  readonly to: { readonly pathNot?: readonly string[] };
}
const { forbidden } = createRequire(import.meta.url)(join(PACKAGE_ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: readonly LayerRule[];
};
const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'architecture.md'), 'utf8');

describe('docs/architecture.md', () => {
  it('names the layers that the build enforces', () => {
    const documented = [...page.matchAll(/^\| \d +\| `(\w+)` +\| .+? +\| (.+?) +\|$/gm)].map(
      ([, folder, allowed]) => [
        folder,
        [...(allowed ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name).sort(),
      ],
    );
    const enforced = forbidden
      .filter(({ name }) => name.startsWith('layer-'))
      .map(({ name, to }) => {
        const folder = name.slice('layer-'.length);
        const allowed = (to.pathNot ?? []).map((path) => path.replace(/^\^src\/|\/$/g, ''));
        return [folder, allowed.filter((each) => each !== folder).sort()];
      });
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(enforced));
  });

  it('leads only to pages and files that are there', () => {
    for (const name of [
      'README.md',
      ...['architecture', 'cli', 'errors', 'formats', 'vocabulary', 'law', 'dependencies'].map(
        (each) => `docs/${each}.md`,
      ),
    ]) {
      const text = readFileSync(join(PACKAGE_ROOT, name), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        const base = name === 'README.md' ? PACKAGE_ROOT : join(PACKAGE_ROOT, 'docs');
        expect(() => readFileSync(join(base, target)), `${name}: ${target}`).not.toThrow();
      }
    }
  });
});
