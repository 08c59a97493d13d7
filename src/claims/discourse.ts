import type { Kind } from '../model/enums.js';
import type { Told } from './carry-over.js';
import type { Entry } from './entries.js';
import type { DraftClaim } from './draft-claim.js';
import type { Sides } from './described-parties.js';
import type { GoodsMention, PartyMention, PlaceMention } from './mentions.js';
import { Quotes } from './quotes.js';
import type { Saying } from './saying.js';
import type { Seizure } from './seizure.js';
import type { Speaker } from './speaker.js';
import type { Topic } from './pronoun-parties.js';
import type { SpeechWords } from './predicates.js';
import type { Referents } from './referents.js';
import { bodySpeaker } from './speaker-phrases.js';
import type { Organisation } from '../model/vocabulary.js';

/** A place that the text has named; countries have the kind "country". */
type NamedPlace = Pick<PlaceMention, 'name' | 'kind' | 'state'>;

/** The act and speaker under which a list or table stands ("It lists them as follows:"). */
export interface List {
  /** The paragraph that opens it. */
  readonly block: number;
  /** Its items are rows of a table. */
  readonly tabular: boolean;
  readonly kind: Kind | null;
  readonly saying: Saying | null;
  readonly heading: DraftClaim | null;
}

/** Sentences after which a pronoun no longer means who spoke. */
const EARSHOT = 6;

/** What a document has told so far: who spoke, which goods went from whom to whom, which date was last named. */
export class Discourse {
  /** In their order, those of one order as they came; each where it stands last. */
  private readonly mentioned: Speaker[] = [];
  private readonly orders: number[] = [];
  private readonly byIdentity = new Map<string, Speaker>();
  private readonly voices: { speaker: Speaker; sentence: number }[] = [];
  private readonly heardNames = new Set<string>();
  private readonly topics: { party: PartyMention; sentence: number }[] = [];
  private sentence = 0;
  /** Whom the last sentence named first; null where it named nobody. */
  subject: Speaker | null = null;
  readonly people = new Map<string, string>();
  readonly bodies: string[] = [];
  /** The entry of a live page or chronicle in which each paragraph stands. */
  entries: ReadonlyMap<number, Entry> = new Map();
  /** Ships that the text calls by name. */
  vessels: ReadonlySet<string> = new Set();
  /** Codes of states as they were named, the latest last. */
  readonly lastStates: string[] = [];
  /** States and groups as they were named, the latest last. */
  readonly parties: PartyMention[] = [];
  /** The ship last named. */
  vessel: string | null = null;
  lastDate: string | null = null;
  /** The window last named ("between May and July"). */
  lastWindow: string | null = null;
  /** The paragraph in which a date was last named. */
  lastDated = -1;
  /** The sentence before told nothing but that goods go the other way. */
  turned = false;
  lastSaying: Saying | null = null;
  /** The paragraph in which somebody was last named as speaker. */
  lastSpoken = -1;
  /** The publisher, who says "we"; null where it is not known. */
  house: Speaker | null = null;
  readonly quotes = new Quotes();
  lastGoods: GoodsMention | null = null;
  /** The seizure of which the text speaks; null before the first. */
  seizure: Seizure | null = null;
  /** The ship named last. */
  lastVessel: string | null = null;
  /** The list or table that a paragraph has opened; null where its items are over. */
  opened: List | null = null;
  /** The list in which the text is; null outside one. */
  list: List | null = null;
  /** The day of the last statement of each speaker. */
  readonly stated = new Map<string, string>();
  /** The day from which relative dates count, where a dateline inside the text has set another than the publication's. */
  dateline: string | null = null;
  private readonly drafts: DraftClaim[] = [];
  private readonly places: NamedPlace[] = [];
  /** Acts that the text has dated or placed, whether or not they make a claim. */
  readonly acts: Told[] = [];

  /**
   * Those to whom "he" or "the agency" may refer, the likeliest last: the latest named, and whoever spoke before those
   * who were only named beside them.
   */
  referents(): readonly Speaker[] {
    return this.mentioned;
  }

  private mention(speaker: Speaker, order: number): void {
    const identity = identityOf(speaker);
    const earlier = this.byIdentity.get(identity);
    if (earlier !== undefined) {
      const place = this.mentioned.lastIndexOf(earlier);
      if ((this.orders[place] as number) > order) return;
      this.mentioned.splice(place, 1);
      this.orders.splice(place, 1);
    }
    this.byIdentity.set(identity, speaker);
    let at = this.orders.length;
    while (at > 0 && (this.orders[at - 1] as number) > order) at--;
    this.mentioned.splice(at, 0, speaker);
    this.orders.splice(at, 0, order);
  }

  asReferents(words: SpeechWords): Referents {
    return { before: this.referents(), spoken: this.spoken(), subject: this.subject, words };
  }

  /** The page is by a body of this name: "we", and where it is no newspaper "the panel" or "the institute", too. */
  publishedBy(name: string, organisation: Organisation | null): void {
    const titles = [name.toLowerCase()];
    const house: Speaker =
      organisation === null
        ? {
            span: [0, 0],
            who: name,
            kind: 'body',
            medium: false,
            titles,
            state: null,
            many: false,
            body: null,
          }
        : bodySpeaker(organisation, [0, 0], name);
    this.house = house;
    if (organisation === null) return;
    this.bodies.push(organisation.name);
    if (!house.medium) this.mention(house, 0);
  }

  /** What the last sentences were about, the latest last. */
  topicsNow(): Topic[] {
    return this.topics.map(({ party, sentence }) => ({ party, ago: this.sentence - sentence }));
  }

  /** The next sentence is about a party; about none where it names none. */
  about(party: PartyMention | null): void {
    if (party === null) return;
    this.topics.push({ party, sentence: this.sentence });
    if (this.topics.length > 12) this.topics.shift();
  }

  /** Whether somebody of this name has spoken. */
  hasSpoken(name: string): boolean {
    return this.heardNames.has(name);
  }

  /** Who has spoken in the last sentences, the latest last. */
  spoken(): Speaker[] {
    let first = this.voices.length;
    while (first > 0 && this.sentence - (this.voices[first - 1]?.sentence ?? 0) < EARSHOT) first--;
    return this.voices.slice(first).map(({ speaker }) => speaker);
  }

  named(speakers: readonly Speaker[]): void {
    this.sentence++;
    this.subject = speakers[0] ?? null;
    speakers.forEach((speaker, i) => {
      this.mention(speaker, this.sentence - i / 100 - (speaker.medium ? 1 : 0));
    });
  }

  heard(speakers: readonly Speaker[]): void {
    for (const speaker of speakers) {
      this.voices.push({ speaker, sentence: this.sentence });
      this.heardNames.add(speaker.who);
      this.mention(speaker, this.sentence + 1.5 - (speaker.medium ? 1 : 0));
      if (speaker.kind === 'body') this.bodies.push(speaker.who);
      if (speaker.kind === 'person') this.met(speaker.who);
    }
  }

  /** A person's later short forms: the first and last word of the name. */
  met(name: string): void {
    const words = name.split(' ');
    for (const word of [words.at(-1) ?? '', words[0] ?? '']) {
      if (word.length > 1 && !this.people.has(word)) this.people.set(word, name);
    }
    this.people.set(name, name);
  }

  /** The place last named of which `fits` holds. */
  lastPlace(fits: (place: NamedPlace) => boolean): string | null {
    return this.places.findLast(fits)?.name ?? null;
  }

  /** Where the act told last in a paragraph happened. */
  lastScene(block: number): string | null {
    return this.acts.findLast((act) => act.block === block && act.place !== null)?.place ?? null;
  }

  placed(places: readonly NamedPlace[]): void {
    this.places.push(...places);
  }

  told(draft: DraftClaim): void {
    this.drafts.push(draft);
  }

  /** The latest claim that a predicate holds of. */
  latest(fits: (draft: DraftClaim) => boolean): DraftClaim | null {
    for (let i = this.drafts.length - 1; i >= 0; i--) {
      const draft = this.drafts[i] as DraftClaim;
      if (fits(draft)) return draft;
    }
    return null;
  }

  /** The claims of a sentence told before. */
  toldIn([start]: DraftClaim['span']): readonly DraftClaim[] {
    return this.drafts.filter(({ span }) => span[0] === start);
  }

  /** The trade told last, of which both sides were named; null before the first. */
  flow(): Sides | null {
    const told = this.latest(({ supplier, recipient }) => supplier !== null && recipient !== null);
    const { supplier, recipient } = told ?? { supplier: null, recipient: null };
    return supplier === null || recipient === null ? null : { supplier, recipient };
  }

  /** The earlier count that a bare figure most likely goes on from: recent, and of its order of magnitude. */
  countedLike(figure: number | null): DraftClaim | null {
    const recent = this.drafts
      .filter((d) => d.quantity !== null && (d.quantity.share_of ?? null) === null && d.kind !== 'agreement')
      .slice(-8);
    const distance = (draft: DraftClaim, i: number): number => {
      const value = draft.quantity?.low ?? draft.quantity?.high ?? null;
      const size =
        figure === null || value === null || figure === 0 || value === 0
          ? 0
          : Math.abs(Math.log10(value / figure));
      return size + (recent.length - 1 - i) * 0.25;
    };
    return (
      recent.map((draft, i) => ({ draft, cost: distance(draft, i) })).sort((a, b) => a.cost - b.cost)[0]
        ?.draft ?? null
    );
  }
}

/** All that a speaker is, wherever the text names it. */
const identityOf = ({ who, kind, medium, titles, state, many, body }: Speaker): string =>
  [who, kind, medium, state, many, titles.join('|'), body === null ? '' : identityOf(body)].join('\n');
