import type { Span } from '../core/span.js';
import type { ItemClass, Mode, Unit } from '../model/enums.js';
import type { Organisation, Person } from '../model/vocabulary.js';
import type { Figure } from './figures.js';
import type { TimeMention } from './times.js';

/** What a sentence speaks of, each with its place in the document. */
export type Mention =
  | PartyMention
  | BodyMention
  | PersonMention
  | OfficeMention
  | GoodsMention
  | PlaceMention
  | VesselMention
  | CarrierMention
  | TimedMention
  | FigureMention;

interface At {
  readonly span: Span;
}

/** A state, or a group that stands as a party by its own name. */
export interface PartyMention extends At {
  readonly type: 'party';
  /** ISO code, or the group's canonical name. */
  readonly id: string;
  readonly name: string;
  /** `firm`: a private one by its name; `described`: called by a noun that means a party told before. */
  readonly form: 'name' | 'demonym' | 'metonym' | 'group' | 'firm' | 'described';
  /** State in which a group is at home; for a state, itself. */
  readonly home: string | null;
}

/** An agency, company, newspaper or committee. */
export interface BodyMention extends At {
  readonly type: 'body';
  readonly organisation: Organisation;
}

export interface PersonMention extends At {
  readonly type: 'person';
  readonly name: string;
  /** Null for a name that the vocabulary does not have. */
  readonly person: Person | null;
  /** The armed group or rival government that they lead, by its name; null for others. */
  readonly camp: string | null;
}

/** A title, or a noun for a speaker who is not named. */
export interface OfficeMention extends At {
  readonly type: 'office';
  readonly title: string;
  readonly many: boolean;
}

/** Goods or people, with the figure that counts them. */
export interface GoodsMention extends At {
  readonly type: 'goods';
  readonly class: ItemClass | null;
  readonly unit: Unit | null;
  readonly wording: string;
  readonly model: string | null;
  readonly calibre_mm: number | null;
  /** State whose demonym qualifies them ("North Korean shells"). */
  readonly make: string | null;
  readonly figure: Figure | null;
  readonly many: boolean;
  /** What a container, crate or tonne holds: no goods of its own. */
  readonly content: boolean;
  /** The noun alone, without figure and modifiers. */
  readonly head: Span;
}

export interface PlaceMention extends At {
  readonly type: 'place';
  readonly name: string;
  readonly state: string | null;
  readonly kind: string;
}

export interface VesselMention extends At {
  readonly type: 'vessel';
  readonly name: string;
}

export interface CarrierMention extends At {
  readonly type: 'carrier';
  readonly mode: Mode;
  readonly unit: Unit | null;
  readonly figure: Figure | null;
  readonly many: boolean;
}

export interface TimedMention extends At {
  readonly type: 'time';
  readonly time: TimeMention;
}

/** A figure that no noun beside it claims. */
export interface FigureMention extends At {
  readonly type: 'figure';
  readonly figure: Figure;
}

export const isType =
  <T extends Mention['type']>(type: T) =>
  (mention: Mention): mention is Extract<Mention, { type: T }> =>
    mention.type === type;
