import type { Organisation, Person, Vocabulary } from '../model/vocabulary.js';
import { firmsNamed } from './firm-names.js';
import { FigureReader, type Figure } from './figures.js';
import { groupGoods, type ItemHit } from './goods.js';
import { namesInText } from './body-names.js';
import { BodyReader, type BodyContext, type PlacedHit } from './bodies.js';
import { describedParties, type PartyContext } from './described-parties.js';
import { SHIP_NOUNS, compileLexicon, type Entry } from './lexicon.js';
import type { Mention, PartyMention, PlaceMention } from './mentions.js';
import { nationals } from './nationals.js';
import { peopleNamed } from './person-names.js';
import { PhrasedText, lowered, plainText, type PhraseHit } from './phrase-index.js';
import type { Document } from '../model/document.js';
import type { Sentence } from './sentences.js';
import { ROUTE_WORDS } from './route-words.js';
import { makeToken } from './token.js';
import { occurrences, unlistedPlaces, vesselFinder } from './unlisted-names.js';
import { readTimes, type TimeContext } from './times.js';

/** What the document has told so far, for names that lean on it. */
export interface NameContext extends TimeContext, BodyContext, PartyContext {
  /** Full names of people, by each of their words. */
  readonly people: ReadonlyMap<string, string>;
  /** Ships that the text calls by name. */
  readonly vessels: ReadonlySet<string>;
}

/** What a document names, before its sentences are read. */
export interface Survey {
  readonly states: ReadonlyMap<string, number>;
  readonly homes: ReadonlyMap<string, number>;
  /** Armed groups and rival governments, with how often the text names them. */
  readonly camps: ReadonlyMap<string, number>;
  readonly conflicts: readonly (readonly string[])[];
  readonly people: readonly string[];
  readonly vessels: ReadonlySet<string>;
  /** What the text calls bodies, by their names in the vocabulary. */
  readonly bodyNames: ReadonlyMap<string, string>;
  /** Title and text with the phrases of the vocabulary. */
  readonly phrased: PhrasedText<Entry>;
  /** Characters before the text. */
  readonly head: number;
}

/** Reads what sentences speak of, by a vocabulary that is compiled once. */
export class MentionReader {
  private readonly lexicon;
  private readonly places: ReadonlyMap<string, string>;
  private readonly bodies: BodyReader;
  private readonly figures = new FigureReader();
  private readonly vesselsIn = vesselFinder(SHIP_NOUNS);
  /** States with a direction in their name: "the North" is whichever of them the document names. */
  private readonly directions: ReadonlyMap<string, readonly { code: string; name: string }[]>;

  private readonly seas: ReadonlySet<string>;
  /** Armed groups and rival governments, by name. */
  private readonly camps: ReadonlyMap<string, Organisation>;
  /** States whose make a model of weapon is, where there is but one. */
  private readonly makers: ReadonlyMap<string, string>;

  constructor(vocabulary: Vocabulary) {
    this.lexicon = compileLexicon(vocabulary);
    this.bodies = new BodyReader(
      this.lexicon,
      new Map(vocabulary.states.map(({ code, name }) => [code, name])),
    );
    this.seas = new Set(vocabulary.places.flatMap(({ name, type }) => (type === 'sea' ? [name] : [])));
    this.camps = new Map(
      vocabulary.organisations.flatMap((body) =>
        body.party && body.type !== 'company' ? [[body.name, body] as const] : [],
      ),
    );
    this.makers = new Map(
      vocabulary.models.flatMap(({ name, make: [only, ...others] }) =>
        only === undefined || others.length > 0 ? [] : [[name, only] as const],
      ),
    );
    this.places = new Map(
      vocabulary.places.flatMap(({ name, state }) => (state === null ? [] : [[name, state] as const])),
    );
    const directions = new Map<string, { code: string; name: string }[]>();
    for (const { code, name } of vocabulary.states) {
      const word = /^(North|South|East|West) /.exec(name)?.[1];
      if (word !== undefined) directions.set(word, [...(directions.get(word) ?? []), { code, name }]);
    }
    this.directions = directions;
  }

  /** States that a document names, and people by their full names: what later short forms refer to. */
  survey({ title, text }: Pick<Document, 'title' | 'text'>): Survey {
    const head = `${title ?? ''}\n`;
    const phrased = new PhrasedText(this.lexicon, head + text);
    const { whole: plain, hits } = phrased;
    const states = new Map<string, number>();
    const homes = new Map<string, number>();
    const camps = new Map<string, number>();
    const named = (code: string): unknown => states.set(code, (states.get(code) ?? 0) + 1);
    const conflicts: (readonly string[])[] = [];
    const people: string[] = [];
    for (const hit of hits) {
      for (const entry of hit.values) {
        if (entry.type === 'state') named(entry.state.code);
        if (
          entry.type === 'organisation' &&
          entry.organisation.type !== 'company' &&
          entry.organisation.party &&
          entry.form === 'name'
        ) {
          const home = entry.organisation.state;
          if (home !== null) homes.set(home, (homes.get(home) ?? 0) + 1);
          camps.set(entry.organisation.name, (camps.get(entry.organisation.name) ?? 0) + 1);
        }
        if (entry.type === 'person')
          people.push(
            plain.slice(hit.start, hit.end).includes(' ')
              ? plain.slice(hit.start, hit.end)
              : entry.person.name,
          );
        if (entry.type === 'event' && entry.event.states.length === 2) conflicts.push(entry.event.states);
        if (entry.type === 'place' && entry.place.state !== null) named(entry.place.state);
      }
    }
    const others = new Map(
      hits.flatMap((hit) =>
        hit.values.every(({ type }) => type === 'vessel' || type === 'place')
          ? []
          : [[hit.start, hit.end] as const],
      ),
    );
    const vessels = this.vesselsIn(plain, (start) => others.has(start));
    const bodyNames = namesInText(hits, plain);
    return { states, homes, camps, conflicts, people, vessels, bodyNames, phrased, head: head.length };
  }

  /** The body that a name stands for as a whole ("Panel of Experts on Yemen"); null where it is none that is known. */
  bodyCalled(name: string): Organisation | null {
    const plain = plainText(name.trim());
    const hit = this.lexicon.at(plain, lowered(plain), 0);
    if (hit?.end !== plain.length) return null;
    const bodies = hit.values.flatMap((entry) => (entry.type === 'organisation' ? [entry.organisation] : []));
    return bodies.length === 1 ? (bodies[0] ?? null) : null;
  }

  /** State in which a named place lies; null for one that the vocabulary does not have. */
  stateOf(place: string): string | null {
    return this.places.get(place) ?? null;
  }

  /** State in which an armed group or rival government is at home; null for others. */
  homeOf(party: string): string | null {
    return this.camps.get(party)?.state ?? null;
  }

  /** Whether a place is a sea or a strait; not one that the vocabulary does not have. */
  isAtSea(place: string): boolean {
    return this.seas.has(place);
  }

  /** State whose make alone a model of weapon is; null for others. */
  makerOf(model: string): string | null {
    return this.makers.get(model) ?? null;
  }

  /** What a sentence of the document surveyed speaks of. */
  read(sentence: Sentence, { phrased, head }: Survey, context: NameContext): Mention[] {
    const [from, to] = sentence.span;
    const { plain, lower, hits: found } = phrased.stretch(head + from, head + to);
    // A resolution or a summit dates what is told only behind such a word ("since the summit").
    const dates = (start: number): boolean =>
      /(?:since|from|until|after|before|between|and|at|during|following|of) (?:the )?(?:(?:start|beginning|outbreak|onset|launch) of (?:the )?)?$/.test(
        lower.slice(Math.max(0, start - NEIGHBOURS), start),
      );
    const hits = found
      .filter((hit) => !isPossessiveOnly(hit))
      .flatMap((hit) =>
        hit.values.every(({ type }) => type === 'event') && !dates(hit.start)
          ? this.within(hit, plain, lower)
          : [hit],
      );
    const calibres = calibresIn(lower);
    const ships = [...occurrences(plain, context.vessels)];
    const designations = hits.filter(({ values }) => values.some(holdsFigures));
    const holds = (at: number) => (run: { start: number; end: number }) => run.start <= at && at < run.end;
    const named = (at: number): boolean => {
      const here = holds(at);
      return ships.some(here) || designations.some(here) || calibres.some(here);
    };
    // "the coup" is that of a state which the text names, where no other of its events could be meant.
    const events = hits
      .filter((hit) => hit.values.some(({ type }) => type === 'event') && dates(hit.start))
      .flatMap(({ start, end, values }) => {
        const known = values.flatMap((entry) => (entry.type === 'event' ? [entry.event] : []));
        const here = known.filter(({ states }) => states.some((state) => context.states.has(state)));
        const [event] = here;
        return event !== undefined && here.length === 1 ? [{ start, end, edtf: event.date }] : [];
      });
    const times = readTimes(lower, context, named, events);
    const timed = (at: number): boolean => times.some(({ span }) => span[0] <= at && at < span[1]);
    const figures = this.figures.read(lower, (at) => named(at) || timed(at));

    const mentions: Mention[] = times.map((time) => ({
      type: 'time',
      span: [from + time.span[0], from + time.span[1]],
      time,
    }));
    const items: ItemHit[] = [];
    for (const hit of hits) {
      if (timed(hit.start) && !hit.values.some((entry) => entry.type === 'item')) continue;
      const mention = this.resolve({ hit, plain, hits }, context);
      if (mention === null) continue;
      if ('item' in mention) {
        // "continues to supply", "shells the town": a verb names no goods.
        const verb = sentence.tokens.some(
          (token) =>
            token.start - from === hit.start &&
            token.end - from === hit.end &&
            token.pos === 'VERB' &&
            !token.lower.endsWith('ing'),
        );
        const entry = mention.item.entry;
        const idiom =
          entry?.type === 'item' &&
          entry.term.unless_before.some((words) => lower.startsWith(words, hit.end + 1));
        const measure = figures.some(
          (figure) => figure.unit !== null && figure.span[0] <= hit.start && hit.end <= figure.span[1],
        );
        if (!verb && !idiom && !measure) items.push(mention.item);
      } else mentions.push({ ...mention, span: [from + mention.span[0], from + mention.span[1]] });
    }
    mentions.push(...this.directional(plain, from, context));
    const tokens = sentence.tokens.map(({ text, lower, lemma, pos, start, end }) =>
      makeToken(text, lower, lemma, pos, start - from, end - from),
    );
    items.push(...nationals({ sentence, mentions, figures, plain, lower, lexicon: this.lexicon }));
    items.sort((a, b) => a.span[0] - b.span[0]);
    const { goods, carriers, free } = groupGoods(
      {
        plain,
        lower,
        tokens,
        items,
        figures,
        calibres,
        parties: mentions.map((m) => ({ ...m, span: [m.span[0] - from, m.span[1] - from] as const })),
      },
      this.figures.words,
    );
    mentions.push(
      ...[...goods, ...carriers].map((m) => ({
        ...m,
        span: [from + m.span[0], from + m.span[1]] as const,
        ...('head' in m ? { head: [from + m.head[0], from + m.head[1]] as const } : {}),
      })),
    );
    mentions.push(
      ...free.map((figure: Figure): Mention => ({
        type: 'figure',
        span: [from + figure.span[0], from + figure.span[1]],
        figure,
      })),
    );
    for (const { name, start, end } of ships)
      if (!mentions.some((m) => m.type !== 'figure' && m.span[0] < from + end && from + start < m.span[1]))
        mentions.push({ type: 'vessel', span: [from + start, from + end], name });
    mentions.push(
      ...unlistedPlaces(
        sentence.tokens,
        (token) =>
          !mentions.some((m) => m.type !== 'figure' && m.span[0] < token.end && token.start < m.span[1]),
        (name) => context.people.has(name),
        mentions.some(({ type }) => type === 'carrier' || type === 'vessel' || type === 'place'),
      ),
    );
    const firms = firmsNamed(sentence.tokens, mentions);
    const outside = mentions.filter(
      (m) =>
        !/^(?:place|body)$/.test(m.type) ||
        !firms.some(({ span }) => span[0] <= m.span[0] && m.span[1] <= span[1]),
    );
    mentions.splice(0, mentions.length, ...outside, ...firms);
    mentions.push(...peopleNamed(sentence.tokens, mentions, context.people));
    mentions.push(...describedParties(sentence.tokens, mentions, context));
    return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  }

  /** What the words of an event's name mean by themselves ("drone attacks on Port Sudan"). */
  private within({ start, end }: PhraseHit<Entry>, plain: string, lower: string): PhraseHit<Entry>[] {
    const cut = lower.indexOf(' ', start);
    if (cut < 0 || cut >= end) return [];
    return [
      [start, cut],
      [cut + 1, end],
    ].flatMap(([from = start, to = end]) =>
      this.lexicon
        .find(plain.slice(from, to), lower.slice(from, to))
        .map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from })),
    );
  }

  /** The one reading of a phrase that its neighbours allow; null where it names nothing here. */
  private resolve(at: PlacedHit, context: NameContext): Mention | { item: ItemHit } | null {
    const { hit, plain } = at;
    const span = [hit.start, hit.end] as const;
    const before = plain.slice(Math.max(0, hit.start - NEIGHBOURS), hit.start);
    const of = <T extends Entry['type']>(type: T) =>
      hit.values.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
    // A ship may have the name of a weapon or a town.
    if (ROUTE_WORDS.prefixes.has(/(?:^|\s)(\S+) $/.exec(before)?.[1] ?? ''))
      return { type: 'vessel', span, name: plain.slice(...span) };
    const [carrier] = of('carrier');
    if (carrier) return { item: { span, carrier, entry: null } };
    const [model] = of('model');
    if (model) return { item: { span, carrier: null, entry: model } };
    const [item] = of('item');
    if (item) return { item: { span, carrier: null, entry: item } };
    const [person] = of('person');
    // A person is named as the text names them, where it does so in full.
    if (person)
      return {
        type: 'person',
        span,
        name:
          hit.end - hit.start > 0 &&
          plain.slice(...span).includes(' ') &&
          !/^(?:Mr|Ms|Mrs|Gen)/.test(plain.slice(...span))
            ? plain.slice(...span)
            : (context.people.get(plain.slice(...span)) ?? person.person.name),
        person: person.person,
        camp: this.campOf(person.person),
      };
    const states = of('state');
    const [place] = of('place');
    const state = this.isKnownBody(of('organisation'), at, context) ? undefined : states[0];
    if (state && state.form !== 'metonym') return party(span, state);
    const located =
      /(?:^|[^\p{L}])(?:in|at|near|around|outside|over|off|into|towards?|on|against|reached|leaving|left|such as|including|like|hit|struck)(?: the (?:city|port|town|capital|region) of)? $/iu.test(
        before,
      );
    if (state)
      return located
        ? asPlace(
            span,
            place?.place.name ?? plain.slice(...span),
            state.state.code,
            place?.place.type ?? 'city',
          )
        : party(span, state);
    const body = this.bodies.read(of('organisation'), at, context);
    if (body) return body;
    if (place) return asPlace(span, place.place.name, place.place.state, place.place.type);
    const [vessel] = of('vessel');
    const warship = ROUTE_WORDS.navy.has(/([A-Za-z]+) $/.exec(before)?.[1] ?? '');
    if (
      vessel &&
      !warship &&
      (context.vessels.has(plain.slice(...span)) ||
        /(?:the|vessel|ship|M\/V|MV|freighter|carrier|tanker|and|,|aboard|dhow|named|called) $/i.test(
          before,
        ) ||
        /^ ?\(IMO/.test(plain.slice(hit.end)))
    ) {
      return { type: 'vessel', span, name: vessel.vessel.name };
    }
    const [office] = of('office');
    return office ? { type: 'office', span, title: office.office.title, many: office.many } : null;
  }

  /** Who leads an armed group or a rival government acts for it. */
  private campOf({ posts }: Person): string | null {
    const led = posts.find(
      ({ organisation, title }) =>
        organisation !== null && this.camps.has(organisation) && !/spokes|envoy|deputy|adviser/i.test(title),
    );
    return led?.organisation ?? null;
  }

  /** "Conflict Armament Research (CAR)", "the CAR": letters that a state has too, of a body that the text has named in full. */
  private isKnownBody(
    entries: readonly Extract<Entry, { type: 'organisation' }>[],
    { hit, plain, hits }: PlacedHit,
    { bodies }: NameContext,
  ): boolean {
    if (!/^\p{Lu}{2,5}$/u.test(plain.slice(hit.start, hit.end))) return false;
    const named = ({ organisation: { name } }: Extract<Entry, { type: 'organisation' }>): boolean =>
      bodies.includes(name) ||
      hits.some(
        (h) => h !== hit && h.values.some((e) => e.type === 'organisation' && e.organisation.name === name),
      );
    return entries.some(named);
  }

  private *directional(plain: string, from: number, context: NameContext): Generator<PartyMention> {
    if (!/he (?:North|South|East|West)/.test(plain)) return;
    for (const found of plain.matchAll(DIRECTION)) {
      const named = this.directions.get(found[1] ?? '') ?? [];
      const here = named.filter(({ code }) => context.states.has(code));
      // "the North" beside South Korea alone is its counterpart.
      const opposite = this.directions.get(OPPOSITE[found[1] ?? ''] ?? '') ?? [];
      const states =
        here.length > 0
          ? here
          : named.filter(({ name }) =>
              opposite.some((o) => context.states.has(o.code) && o.name.split(' ')[1] === name.split(' ')[1]),
            );
      const [state] = states;
      if (state && states.length === 1) {
        const start = from + found.index;
        yield {
          type: 'party',
          span: [start, start + found[0].length],
          id: state.code,
          name: state.name,
          form: 'name',
          home: state.code,
        };
      }
    }
  }
}

const DIRECTION =
  /(?<!\p{L})[Tt]he (North|South|East|West)(?:ern)?(?='s|[ ,.;:)?]|$)(?! (?:Sea|Pole|Africa|Kor|Amer|China|Sudan|Ossetia|Atlantic|Pacific|Caucasus|coast|side|of))/gu;

const OPPOSITE: Record<string, string> = { North: 'South', South: 'North', East: 'West', West: 'East' };

/** Characters before a phrase that may say what it is: more than the longest such words. */
const NEIGHBOURS = 100;

/** The calibres that a text gives ("152 mm"). */
function calibresIn(lower: string): { start: number; end: number; mm: number }[] {
  if (!/mm|millimet|inch/.test(lower)) return [];
  return Array.from(lower.matchAll(CALIBRE), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    mm: Number(found[1]) * (found[2]?.startsWith('inch') ? 25.4 : 1),
  }));
}

const CALIBRE =
  /(?<![\p{L}\p{N}.,])(\d{1,3}(?:\.\d{1,2})?)(?:(?: and | or |, )\d{1,3}(?:\.\d{1,2})?)*[ -]?(mm|millimet(?:er|re)s?|inch(?:es)?)(?![\p{L}])/gu;

const holdsFigures = (entry: Entry): boolean =>
  entry.type === 'model' || entry.type === 'organisation' || entry.type === 'item' || entry.type === 'vessel';

const isPossessiveOnly = (hit: PhraseHit<Entry>): boolean => hit.end - hit.start < 2;

function party(
  span: readonly [number, number],
  { state, form }: Extract<Entry, { type: 'state' }>,
): PartyMention {
  return { type: 'party', span, id: state.code, name: state.name, form, home: state.code };
}

const asPlace = (
  span: readonly [number, number],
  name: string,
  state: string | null,
  kind: string,
): PlaceMention => ({ type: 'place', span, name, state, kind });
