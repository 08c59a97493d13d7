import { dayBounds } from '../core/edtf-date.js';
import type { ComparedField, Likeness } from '../model/sanctions.js';
import type { NameForm } from './name-forms.js';
import { nameLikeness, type NameLikeness } from './name-likeness.js';
import type { Profile } from './profile.js';

/**
 * What each field does to the score, in one table. A number that a thing has once decides by itself, a name alone never
 * does; what differs where it should not takes away.
 */
const WORTH = {
  /** A ship keeps its IMO number for life. */
  sameImo: 1,
  /** Of two ships with one name. */
  otherImo: -0.6,
  /** Given anew with the flag, and easily set wrong. */
  sameMmsi: 0.8,
  sameCallSign: 0.6,
  sameCode: 1,
  sameName: 0.9,
  weakName: -0.25,
  /** One word alone, of a person: a family name has many bearers. */
  loneWord: -0.25,
  shortName: -0.1,
  commonWords: -0.3,
  sameState: 0.05,
  otherState: -0.1,
  sameBirth: 0.1,
  otherBirth: -0.5,
  falseIdentity: 0.6,
} as const;

/** Below this two names are other names. */
const LEAST_NAME = 0.7;

/** Two entities field by field; null where no number, code or name brings them together. */
export function likenessOf(ours: Profile, theirs: Profile): Likeness | null {
  if (ours.kind !== theirs.kind) return acrossKinds(ours, theirs);
  const numbers = [
    ...shared('imo', ours.imo, theirs.imo, WORTH.sameImo, 'the same IMO number, which a ship keeps for life'),
    ...shared('mmsi', ours.mmsi, theirs.mmsi, WORTH.sameMmsi, 'the same MMSI'),
    ...shared('call-sign', ours.callSigns, theirs.callSigns, WORTH.sameCallSign, 'the same call sign'),
    ...shared('code', ours.codes, theirs.codes, WORTH.sameCode, 'the same code'),
  ];
  const names = namesCompared(ours, theirs);
  const falsely = falseIdentity(ours, theirs) ?? falseIdentity(theirs, ours);
  if (numbers.length === 0 && names.length === 0 && falsely === null) return null;
  const sameImo = numbers.some(({ field }) => field === 'imo');
  return summed([
    ...numbers,
    ...names,
    ...(falsely === null ? [] : [falsely]),
    ...(sameImo ? [] : differing(ours, theirs)),
    ...states(ours, theirs, sameImo),
    ...births(ours, theirs),
  ]);
}

export function summed(fields: readonly ComparedField[]): Likeness {
  const sum = fields.reduce((total, { contribution }) => total + contribution, 0);
  return { score: rounded(Math.min(1, Math.max(0, sum))), fields };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const field = (
  name: ComparedField['field'],
  ours: string,
  theirs: string,
  contribution: number,
  why: string,
): ComparedField => ({ field: name, ours, theirs, contribution: rounded(contribution), why });

/** A body's entry may name ships that are its own: a number in it is no name of the body. */
function acrossKinds(ours: Profile, theirs: Profile): Likeness | null {
  const named = shared(
    'imo',
    ours.imo,
    theirs.imo,
    WORTH.sameImo * 0.8,
    'the IMO number of the ship stands in the entry of another kind',
  );
  return named.length === 0 ? null : summed(named);
}

function shared(
  name: ComparedField['field'],
  ours: readonly string[],
  theirs: readonly string[],
  worth: number,
  why: string,
): ComparedField[] {
  const same = ours.find((value) => theirs.includes(value));
  return same === undefined ? [] : [field(name, same, same, worth, why)];
}

function differing(ours: Profile, theirs: Profile): ComparedField[] {
  if (ours.imo.length === 0 || theirs.imo.length === 0) return [];
  const why = 'another IMO number: another ship of this name, or one that bears the name falsely';
  return [field('imo', ours.imo.join(', '), theirs.imo.join(', '), WORTH.otherImo, why)];
}

function namesCompared(ours: Profile, theirs: Profile): ComparedField[] {
  const best = bestNames(ours.names, theirs.names);
  if (best === null) return [];
  const { a, b, likeness } = best;
  const said = [field('name', a.text, b.text, WORTH.sameName * likeness.score, likeness.why)];
  const little = (contribution: number, why: string): number =>
    said.push(field('common-name', a.text, b.text, contribution, why));
  if (theirs.weak.has(b)) little(WORTH.weakName, 'the list calls this name weak');
  const fewest = Math.min(a.words.length, b.words.length);
  if (ours.kind === 'person' && fewest === 1) little(WORTH.loneWord, 'one word of a name of a person');
  if ([a, b].some(({ words }) => words.every(({ weight }) => weight < 1)))
    little(WORTH.commonWords, 'nothing but words that many names have');
  if (Math.min(letters(a), letters(b)) <= SHORT_NAME) little(WORTH.shortName, 'a short name');
  return said;
}

const SHORT_NAME = 4;
const letters = ({ words }: NameForm): number => words.reduce((sum, { plain }) => sum + plain.length, 0);

interface BestNames {
  readonly a: NameForm;
  readonly b: NameForm;
  readonly likeness: NameLikeness;
}

function bestNames(ours: readonly NameForm[], theirs: readonly NameForm[]): BestNames | null {
  let best: BestNames | null = null;
  for (const a of ours) {
    for (const b of theirs) {
      const likeness = nameLikeness(a, b);
      if (likeness.score >= LEAST_NAME && likeness.score > (best?.likeness.score ?? 0))
        best = { a, b, likeness };
    }
  }
  return best;
}

/** One bears a name or number that the other sailed under falsely: they may be one, or a ship and its victim. */
function falseIdentity(one: Profile, other: Profile): ComparedField | null {
  const number = one.falseNumbers.find((value) => other.imo.includes(value) || other.mmsi.includes(value));
  if (number !== undefined) return field('false-identity', number, number, WORTH.falseIdentity, FALSELY);
  const best = bestNames(one.falseNames, other.names);
  return best === null || best.likeness.score < 0.9
    ? null
    : field('false-identity', best.a.text, best.b.text, WORTH.falseIdentity, FALSELY);
}

const FALSELY =
  'a name or number under which the other sailed falsely: one ship, or a ship and the one that it passed for';

/** Ships change their flags, and people their countries: a difference says little, and nothing beside a number. */
function states(ours: Profile, theirs: Profile, sameImo: boolean): ComparedField[] {
  if (ours.states.length === 0 || theirs.states.length === 0) return [];
  const same = ours.states.find((state) => theirs.states.includes(state));
  if (same !== undefined) return [field('state', same, same, WORTH.sameState, 'a state in common')];
  if (sameImo || ours.kind === 'vessel') return [];
  return [field('state', ours.states.join(', '), theirs.states.join(', '), WORTH.otherState, 'other states')];
}

function births(ours: Profile, theirs: Profile): ComparedField[] {
  if (ours.births.length === 0 || theirs.births.length === 0) return [];
  const same = ours.births.some((one) => theirs.births.some((other) => sameYear(one, other)));
  const said = [ours.births.join(', '), theirs.births.join(', ')] as const;
  return [
    same
      ? field('birth', ...said, WORTH.sameBirth, 'born in the same year')
      : field('birth', ...said, WORTH.otherBirth, 'born in other years'),
  ];
}

/** A year, a day in it, or years between which. */
function sameYear(one: string, other: string): boolean {
  const [a, b] = [dayBounds(one), dayBounds(other)];
  const year = (day: string | null | undefined, open: string): string => day?.slice(0, 4) ?? open;
  return year(a?.start, '') <= year(b?.end, '~') && year(b?.start, '') <= year(a?.end, '~');
}
