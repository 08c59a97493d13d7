import { join } from 'node:path';
import { z } from 'zod';
import { dayBounds } from '../core/edtf-date.js';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { KnownName, Names } from './names.js';
import { normalName } from './names.js';

const spokespeopleSchema = z.strictObject({
  source: z.array(z.string()),
  speaks_for: z.array(z.string()),
  speaks_for_itself: z.array(z.string()),
});

interface Spokespeople {
  readonly speaksFor: RegExp;
  readonly speaksForItself: RegExp;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

let spokespeople: Spokespeople | null = null;

function spokespeopleWords(): Spokespeople {
  if (spokespeople) return spokespeople;
  const data = readYaml(join(DATA_FOLDER, 'ledger', 'spokespeople.yaml'), spokespeopleSchema);
  const anyOf = (words: readonly string[]): RegExp =>
    new RegExp(`(?<![\\p{L}])(?:${words.map(escaped).join('|')})(?:s|es)?(?![\\p{L}])`, 'u');
  spokespeople = { speaksFor: anyOf(data.speaks_for), speaksForItself: anyOf(data.speaks_for_itself) };
  return spokespeople;
}

/**
 * Whose word a claimant's is: the ISO code of a state for it, its agencies, its broadcasters, people in its posts and
 * its unnamed officials; else the body that a person or official speaks for; else the claimant itself.
 * @param on the day of the statement, `YYYY-MM-DD`, for posts that were held for a time; null where unknown
 */
export function originOf(claimant: string, on: string | null, names: Names): string {
  return names.joinedOrigin(ownOrigin(claimant, on, names));
}

function ownOrigin(claimant: string, on: string | null, names: Names): string {
  const known = names.who(claimant);
  if (known && hasEntry(known)) return originOfKnown(known, on, names);
  // A name that analysts have put to another speaks as that one does.
  return originOfUnlisted(known?.id ?? claimant, names);
}

const hasEntry = ({ state, organisation, person }: KnownName): boolean =>
  (state ?? organisation ?? person) !== undefined;

function originOfUnlisted(claimant: string, names: Names): string {
  if (names.isOwnOrigin(claimant)) return claimant;
  const unnamed = originsOfUnnamed(names);
  const there = unnamed.get(claimant);
  if (there !== undefined) return there;
  const origin = originOfUnnamed(claimant, names) ?? claimant;
  unnamed.set(claimant, origin);
  return origin;
}

const unnamedBy = new WeakMap<Names, Map<string, string>>();

/** What was found of the wordings of unnamed speakers, which are slow to read and often the same. */
function originsOfUnnamed(names: Names): Map<string, string> {
  const there = unnamedBy.get(names) ?? new Map<string, string>();
  unnamedBy.set(names, there);
  return there;
}

function originOfKnown(known: KnownName, on: string | null, names: Names): string {
  if (names.isOwnOrigin(known.id)) return known.id;
  if (known.person) {
    const post = known.person.posts.find(({ from, to }) => held(from, to, on));
    if (!post) return known.id;
    const body = post.organisation === null ? null : names.who(post.organisation);
    if (body) return originOfKnown(body, on, names);
    return post.state ?? post.organisation ?? known.id;
  }
  const { organisation } = known;
  if (organisation) return organisation.origin === 'state' ? (organisation.state ?? known.id) : known.id;
  return known.id;
}

function held(from: string | null, to: string | null, on: string | null): boolean {
  if (on === null) return to === null;
  const begun = from === null ? null : (dayBounds(from)?.start ?? null);
  const ended = to === null ? null : (dayBounds(to)?.end ?? null);
  return (begun === null || begun <= on) && (ended === null || on <= ended);
}

/** "NATO official", "officials in Seoul": the one body or state named beside a word that speaks for it. */
function originOfUnnamed(claimant: string, names: Names): string | null {
  const wording = normalName(claimant);
  const { speaksFor, speaksForItself } = spokespeopleWords();
  if (speaksForItself.test(wording) || !speaksFor.test(wording)) return null;
  const origins = new Set(names.mentionsIn(claimant).map((known) => originOfKnown(known, null, names)));
  const [only, ...others] = origins;
  return only !== undefined && others.length === 0 ? only : null;
}
