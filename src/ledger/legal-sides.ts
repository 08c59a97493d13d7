import type { Question } from '../model/finding.js';
import type { Provision } from '../model/provision.js';
import type { Names } from './names.js';

/** Somebody who gives or gets, as a provision may name them. */
export interface Side {
  /** As in the question. */
  readonly id: string;
  readonly name: string;
  /** The state that it is, belongs to or mainly acts in; null where unknown. */
  readonly state: string | null;
  /** A state, or a body or company that a state answers for; an armed group is none. */
  readonly answersAsState: boolean;
}

/** Who gives and who gets, by the slots that the kind of claim fills; empty where none is named. */
export interface Sides {
  readonly giver: readonly Side[];
  readonly getter: readonly Side[];
}

export function sidesOf(question: Question, names: Names): Sides {
  const { kind, supplier, recipient, actor } = question;
  const giver = kind === 'deployment' ? (actor ?? supplier) : supplier;
  const getter = kind === 'use' ? (recipient ?? actor) : recipient;
  return { giver: named(giver, names), getter: named(getter, names) };
}

function named(party: string | null, names: Names): Side[] {
  if (party === null) return [];
  const ids = names.who(party) ? [party] : party.split(', ');
  return ids.map((id) => {
    const known = names.who(id);
    const state = known?.state?.code ?? known?.organisation?.state ?? null;
    return {
      id,
      name: known?.name ?? id,
      state,
      answersAsState: state !== null && known?.organisation?.type !== 'armed_group',
    };
  });
}

const isOneOf = ({ id, state }: Side, list: readonly string[]): boolean =>
  list.includes(id) || (state !== null && list.includes(state));

/** Whether any of the parties is, or belongs to, one of those named. */
export const anyOf = (sides: readonly Side[], list: readonly string[]): boolean =>
  sides.some((side) => isOneOf(side, list));

type Direction = Provision['elements']['direction'];

/** Whether the finding goes the way of the provision: whom it names must be named, and nobody supplies himself. */
export function goesTheWay({ giver, getter }: Sides, { from, to }: Direction): boolean {
  if (from === 'any' && to === 'any') return false;
  const given = from === 'any' || anyOf(giver, from);
  const got = to === 'any' || anyOf(getter, to);
  const within = from === 'any' ? to : from;
  const outward =
    within === 'any' ||
    (from === 'any' ? giver : getter).some((side) => !isOneOf(side, within)) ||
    (from === 'any' ? giver : getter).length === 0;
  return given && got && outward;
}

/** Who of them the provision binds; open where that does not show. */
export type Bound = { readonly state: 'satisfied' } | { readonly state: 'open'; readonly why: string };

/** @returns null where it binds nobody on that side of the act */
export function boundBy({ binds, elements }: Provision, { giver, getter }: Sides): Bound | null {
  const { side } = elements.actor;
  const acting = side === 'either' ? [...giver, ...getter] : side === 'supplier' ? giver : getter;
  if (binds !== 'all-states') return anyOf(acting, binds) ? { state: 'satisfied' } : null;
  if (acting.some(({ answersAsState }) => answersAsState)) return { state: 'satisfied' };
  const who = acting.map(({ name }) => name).join(', ');
  return {
    state: 'open',
    why:
      acting.length === 0
        ? `no claim names ${side === 'recipient' ? 'who received' : 'who supplied'}`
        : `whether ${who} acted through the territory, nationals, ships or aircraft of a State must be shown`,
  };
}
