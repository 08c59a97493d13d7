import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/cli/output.js';
import { tableText, type Column } from '../../src/cli/table.js';

interface Port {
  readonly name: string;
  readonly note: string;
  readonly calls: number | null;
}

const COLUMNS: readonly Column<Port>[] = [
  { name: 'name', of: (port) => port.name, inTable: true },
  { name: 'hidden', of: () => 'never shown' },
  { name: 'note', of: (port) => port.note, inTable: true },
  { name: 'calls', of: (port) => port.calls, inTable: true },
];

describe('a table', () => {
  it('is one line a record under its heads, nothing cut where there is room', () => {
    const ports = [
      { name: 'Rajin', note: 'ice-free', calls: 12 },
      { name: 'Dunay', note: '', calls: null },
    ];
    expect(tableText(ports, COLUMNS, PLAIN)).toBe(
      ['name   note      calls', 'Rajin  ice-free  12', 'Dunay'].join('\n'),
    );
  });

  it('cuts the widest column first, and shows that it did', () => {
    const ports = [{ name: 'Rajin', note: 'a note that is far too long for the terminal', calls: 3 }];
    const [, row] = tableText(ports, COLUMNS, { ...PLAIN, width: 30 }).split('\n');
    expect(row).toMatch(/^Rajin {2}a note.*… {2}3$/);
    expect(row?.length).toBeLessThanOrEqual(30);
  });

  it('fits the terminal whatever the texts hold, wide letters and escape codes included', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '港', '\u001b[31m', '😀', 'é', '\u202e'),
      maxLength: 60,
    });
    const ports = fc.array(fc.record({ name: text, note: text, calls: fc.option(fc.nat(), { nil: null }) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(ports, fc.integer({ min: 40, max: 120 }), (records, width) => {
        const lines = tableText(records, COLUMNS, { ...PLAIN, width }).split('\n');
        expect(lines).toHaveLength(records.length + 1);
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
          // eslint-disable-next-line no-control-regex
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        }
      }),
    );
  });
});
