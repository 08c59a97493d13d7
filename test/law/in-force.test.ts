import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForceOn, timeFit } from '../../src/law/in-force.js';
import type { Provision } from '../../src/model/provision.js';
import { law } from './law.js';

const DAY = 86_400_000;
const dayOf = (number: number): string =>
  new Date(Date.UTC(2020, 0, 1) + number * DAY).toISOString().slice(0, 10);
const daysFrom = (start: string, end: string): string[] => {
  const days: string[] = [];
  for (let time = Date.parse(start); time <= Date.parse(end); time += DAY)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
};

const period = (from: string, to: string | null): Provision['in_force'][number] => ({
  from,
  to,
  why: null,
  disputed: null,
});

/** One or two periods that do not touch, the last perhaps without end. */
const timed = fc
  .tuple(fc.uniqueArray(fc.nat(300), { minLength: 3, maxLength: 4 }), fc.boolean())
  .map(([numbers, open]) => {
    const [a, b, c, d] = [...numbers].sort((x, y) => x - y).map((number) => dayOf(number * 2));
    return {
      in_force: [period(a!, b!), ...(d !== undefined ? [period(c!, d)] : open ? [period(c!, null)] : [])],
    };
  });
const time = fc
  .tuple(fc.nat(620), fc.nat(200))
  .map(([start, length]) => ({ start: dayOf(start), end: dayOf(start + length) }));

describe('the time of a claim against the periods of a provision', () => {
  it('falls into parts in which it stood and parts in which it did not, and nothing else', () => {
    fc.assert(
      fc.property(timed, time, (provision, { start, end }) => {
        const { inside, outside } = timeFit(provision, { start, end });
        const split = (parts: typeof inside): string[] =>
          parts.flatMap((part) => daysFrom(part.start, part.end));
        expect([...split(inside), ...split(outside)].sort()).toEqual(daysFrom(start, end));
        for (const day of split(inside)) expect(inForceOn(provision, day)).toBe(true);
        for (const day of split(outside)) expect(inForceOn(provision, day)).toBe(false);
      }),
    );
  });

  it('lies within only where it stood all of every day, outside only where on none', () => {
    fc.assert(
      fc.property(timed, time, (provision, { start, end }) => {
        const { fit } = timeFit(provision, { start, end });
        const days = daysFrom(start, end);
        const edges = new Set(provision.in_force.flatMap(({ from, to }) => [from, to]));
        const whole = days.every((day) => inForceOn(provision, day) && !edges.has(day));
        const none = days.every((day) => !inForceOn(provision, day));
        expect(fit).toBe(whole ? 'within' : none ? 'outside' : 'across');
      }),
    );
  });

  it('a shorter time inside one that lies within or outside does so too', () => {
    fc.assert(
      fc.property(timed, time, fc.nat(50), (provision, { start, end }, cut) => {
        const { fit } = timeFit(provision, { start, end });
        const inner = daysFrom(start, end).slice(cut);
        if (fit === 'across' || inner.length === 0) return;
        expect(timeFit(provision, { start: inner[0]!, end }).fit).toBe(fit);
      }),
    );
  });

  const provision = (id: string): Provision => {
    const found = law.provisions.find((each) => each.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };

  it.each([
    ['kp-1718-8b-export', '2006-10-13', false],
    ['kp-1718-8b-export', '2006-10-15', true],
    ['ir-1747-5-export', '2015-06-01', true],
    ['ir-1747-5-export', '2022-08-20', false],
    ['ir-1747-5-export', '2025-09-27', false],
    ['ir-1747-5-export', '2025-10-20', true],
    ['ir-2231-b6b', '2016-01-15', false],
    ['ir-2231-b6b', '2020-10-17', true],
    ['ir-2231-b6b', '2020-10-19', false],
    ['ir-2231-b4-from', '2023-10-17', true],
    ['ir-2231-b4-from', '2023-10-19', false],
    ['ye-2216-14', '2015-04-13', false],
    ['ye-2216-14', '2025-07-01', true],
    ['ly-1970-9', '2011-02-25', false],
    ['sd-1591-7', '2005-03-28', false],
    ['sd-1591-7', '2025-12-31', true],
    ['sd-1591-7', '2026-09-13', false],
    ['kp-2397-5', '2017-12-21', false],
    ['kp-2397-5', '2024-03-01', true],
  ])('%s on %s: %s', (id, day, stood) => {
    expect(inForceOn(provision(id), day)).toBe(stood);
  });

  it('leaves the day of a change open: on it the provision stood for some hours only', () => {
    for (const day of ['2020-10-18', '2016-01-16'])
      expect(timeFit(provision('ir-2231-b6b'), { start: day, end: day }).fit).toBe('across');
  });
});
