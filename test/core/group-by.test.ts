import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupBy } from '../../src/core/group-by.js';

it('keeps every item, under its own key, in the order in which it came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (numbers) => {
      const groups = groupBy(numbers, (number) => number % 7);
      expect([...groups.keys()]).toEqual([...new Set(numbers.map((number) => number % 7))]);
      for (const [key, items] of groups)
        expect(items).toEqual(numbers.filter((number) => number % 7 === key));
    }),
  );
});
