import type { Organisation } from '../model/vocabulary.js';
import type { Entry } from './lexicon.js';
import type { BodyMention, PartyMention } from './mentions.js';
import { lowered, type PhraseHit, type PhraseIndex } from './phrase-index.js';

/** What a document has told of bodies and states, for names that several of them share. */
export interface BodyContext {
  /** States that the document names by code, with how often it names them. */
  readonly states: ReadonlyMap<string, number>;
  /** Codes of states in the order in which they were last named, the latest last. */
  readonly lastStates: readonly string[];
  /** Organisations named in full, the latest last. */
  readonly bodies: readonly string[];
}

type OrganisationEntry = Extract<Entry, { type: 'organisation' }>;

/** A phrase in its sentence. */
export interface PlacedHit {
  readonly hit: PhraseHit<Entry>;
  readonly plain: string;
  /** The sentence's phrases, in order. */
  readonly hits: readonly PhraseHit<Entry>[];
}

/** Tells which body a name means that several bear ("the Foreign Ministry", "the panel"). */
export class BodyReader {
  constructor(
    private readonly lexicon: PhraseIndex<Entry>,
    private readonly stateNames: ReadonlyMap<string, string>,
  ) {}

  /** Null where the phrase means no body here. */
  read(
    entries: readonly OrganisationEntry[],
    at: PlacedHit,
    context: BodyContext,
  ): BodyMention | PartyMention | null {
    const wording = at.plain.slice(at.hit.start, at.hit.end);
    const beside = this.statesBeside(at, context);
    const meant = entries.filter((entry) => isMeant(entry, beside, context));
    if (isBare(wording) && meant.length > 1 && !meant.some((entry) => isTold(entry, beside, context)))
      return null;
    const ranked = meant
      .map((entry) => ({ entry, rank: rankOf(entry, beside, context) }))
      .sort((a, b) => b.rank - a.rank);
    const best = ranked[0]?.entry.organisation;
    if (best === undefined) return null;
    const organisation = this.ofState(best, beside, wording);
    const span = [at.hit.start, at.hit.end] as const;
    return organisation.party
      ? {
          type: 'party',
          span,
          id: organisation.name,
          name: organisation.name,
          form: organisation.type === 'company' ? 'firm' : 'group',
          home: organisation.state,
        }
      : { type: 'body', span, organisation };
  }

  /** "Sudan's army", "the Defence Ministry in Baghdad", "its foreign ministry": the state to which the name is tied. */
  private statesBeside(
    { hit, plain, hits }: PlacedHit,
    { lastStates, states }: BodyContext,
  ): ReadonlySet<string> {
    const codes = (found: PhraseHit<Entry> | null | undefined): string[] =>
      found?.values.flatMap((entry) => (entry.type === 'state' ? [entry.state.code] : [])) ?? [];
    const earlier = hits.filter((h) => h.end <= hit.start);
    const owner = earlier.findLast((h) => /^(?:'s?)? ?$/.test(plain.slice(h.end, hit.start)));
    const joint = /^ (?:in|of)(?: the)? /.exec(plain.slice(hit.end));
    const behind = joint === null ? null : this.lexicon.at(plain, lowered(plain), hit.end + joint[0].length);
    const named = [...codes(owner), ...codes(behind), ...this.directional(plain.slice(0, hit.start), states)];
    if (named.length > 0 || !/(?:^|[^\p{L}])(?:its|their|his|her) $/iu.test(plain.slice(0, hit.start)))
      return new Set(named);
    const [code] = codes(earlier.findLast((h) => codes(h).length > 0));
    return new Set([code ?? lastStates.at(-1)].filter((state) => state !== undefined));
  }

  /** "the South's Joint Chiefs": of the states that the text names, the one with this direction in its name. */
  private directional(before: string, states: BodyContext['states']): string[] {
    const word = /(?:^|[^\p{L}])[Tt]he (North|South|East|West)['’]s $/u.exec(before)?.[1];
    if (word === undefined) return [];
    const here = [...states.keys()].filter((code) => this.stateNames.get(code)?.startsWith(`${word} `));
    return here.length === 1 ? here : [];
  }

  /** "South Sudan's Ministry of Defence", where the vocabulary has only those of other states: a body of its own state. */
  private ofState(organisation: Organisation, beside: ReadonlySet<string>, wording: string): Organisation {
    const [code] = beside;
    if (
      code === undefined ||
      organisation.state === null ||
      beside.has(organisation.state) ||
      organisation.origin !== 'state'
    )
      return organisation;
    const state = this.stateNames.get(code);
    return state === undefined
      ? organisation
      : { ...organisation, name: `${wording} (${state})`, aliases: [], state: code };
  }
}

/** "the ministry": a noun that of several bodies means only one that was told before, or that stands beside its state. */
const isBare = (wording: string): boolean => /^\p{Ll}+$/u.test(wording);

function isTold(
  { organisation }: OrganisationEntry,
  beside: ReadonlySet<string>,
  context: BodyContext,
): boolean {
  const { name, state, about } = organisation;
  return about !== null || context.bodies.includes(name) || (state !== null && beside.has(state));
}

/** A short name means a body of a state that the text names. */
const isMeant = (
  { organisation: { state }, form }: OrganisationEntry,
  beside: ReadonlySet<string>,
  { states }: BodyContext,
): boolean => form === 'name' || state === null || states.has(state) || beside.has(state);

/** How likely an organisation is meant: by the state beside its name, by what was named before, by the text's theatre. */
function rankOf(
  { organisation, form }: OrganisationEntry,
  beside: ReadonlySet<string>,
  context: BodyContext,
): number {
  const { name, state, about } = organisation;
  const recency = (list: readonly string[], value: string | null): number =>
    value === null ? 0 : (list.lastIndexOf(value) + 1) / (list.length + 1);
  const all = [...context.states.values()].reduce((sum, count) => sum + count, 0);
  const theatre = about === null ? 0 : (context.states.get(about) ?? 0) / (all + 1);
  return (
    (state !== null && beside.has(state) ? 16 : 0) +
    (context.bodies.includes(name) ? 4 + recency(context.bodies, name) : 0) +
    (form === 'name' ? 2 : 0) +
    (state !== null && context.states.has(state) ? 1 + recency(context.lastStates, state) : 0) +
    theatre
  );
}
