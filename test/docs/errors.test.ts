import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../src/core/errors.js';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';

const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'errors.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '')));

describe('docs/errors.md', () => {
  it('lists every error with its status, exit code and remedy, in order, and no other', () => {
    expect(rows.map(([code, status, exit, , remedy]) => [code, status, exit, remedy])).toEqual(
      Object.entries(ERRORS).map(([code, { status, exit, remedy }]) => [
        `\`${code}\``,
        String(status),
        String(exit),
        remedy,
      ]),
    );
  });

  it('says what each means', () => {
    for (const [code, , , meaning] of rows) expect([code, (meaning ?? '').length > 10]).toEqual([code, true]);
  });
});
