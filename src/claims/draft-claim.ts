import type { Span } from '../core/span.js';
import type { Item, Quantity, Route, When } from '../model/claim.js';
import type { ItemClass, Kind, Modality, Outcome, Polarity, RelationType, Unit } from '../model/enums.js';
import type { Entry } from './entries.js';
import type { Figure } from './figures.js';
import type { GoodsMention } from './mentions.js';
import type { Saying } from './saying.js';

/** A claim in the making: what its sentence says, before the document has filled what the sentence leaves open. */
export interface DraftClaim {
  readonly span: Span;
  kind: Kind;
  polarity: Polarity;
  modality: Modality;
  chain: Saying['chain'];
  stated: string | null;
  supplier: string | null;
  recipient: string | null;
  actor: string | null;
  target: string | null;
  item: Item | null;
  /** State or group whose name qualifies the goods ("Iranian drones"); null where none does. */
  make: string | null;
  quantity: Quantity | null;
  when: When;
  route: Route | null;
  place: string | null;
  outcome: Outcome | null;
  relation: { type: RelationType; to: DraftClaim | null } | null;
  /** Parties that the sentence itself names, against those filled from what stands before. */
  explicit: boolean;
  /** The claim that first told of its goods, where it points back to them ("24 of them", "these shells"). */
  lot: DraftClaim | null;
  /** The sentence says that its goods moved against the flow told before ("in return", "the other way"). */
  reverse: boolean;
  /** Told of oneself ("we have never exported"). */
  readonly ownWords: boolean;
  /** Its sentence points back to what was told before ("among them", "the shipments"). */
  readonly pointsBack: boolean;
  /** The claim under whose list it stands. */
  readonly under: DraftClaim | null;
  /** The entry of a live page or chronicle in which it stands. */
  readonly entry: Entry | null;
  /** Position of the paragraph. */
  readonly block: number;
  rules: string[];
}

/** The quantity that a figure gives in a unit; null where it counts nothing. */
export function quantityOf(
  figure: Figure | null,
  unit: Unit | null,
  text: string,
  base: number,
): Quantity | null {
  if (figure === null) return null;
  return {
    low: figure.low,
    high: figure.high,
    unit: figure.unit ?? unit,
    qualifier: figure.qualifier,
    wording: text.slice(base + figure.span[0], base + figure.span[1]),
    vague: figure.vague,
    share_of: figure.share,
    ...(figure.per === null ? {} : { per: figure.per }),
  };
}

export function itemOf(goods: GoodsMention): Item {
  return { class: goods.class, wording: goods.wording, model: goods.model, calibre_mm: goods.calibre_mm };
}

export const PEOPLE: ReadonlySet<ItemClass> = new Set<ItemClass>([
  'troops',
  'workers',
  'engineers',
  'instructors',
]);
/** People, also those of unsaid calling ("200 citizens"). */
export const isPeople = ({ class: itemClass, unit }: Pick<GoodsMention, 'class' | 'unit'>): boolean =>
  (itemClass !== null && PEOPLE.has(itemClass)) || (itemClass === null && unit === 'person');

export const KNOWLEDGE: ReadonlySet<ItemClass> = new Set<ItemClass>([
  'satellite_technology',
  'missile_technology',
  'nuclear_technology',
  'military_technology',
]);
const UNUSED: ReadonlySet<ItemClass> = new Set<ItemClass>([
  'container',
  'petroleum',
  'coal',
  'food',
  'money',
  'dual_use_goods',
  'other',
  ...PEOPLE,
  ...KNOWLEDGE,
]);

/** Whether an act of a kind can be done with goods of a class. */
export function fits(
  kind: Kind,
  { class: itemClass, unit }: Pick<GoodsMention, 'class' | 'unit'>,
  counted: boolean,
): boolean {
  const people = isPeople({ class: itemClass, unit });
  switch (kind) {
    case 'deployment':
    case 'casualty':
      return people;
    case 'transfer':
      return !people && !(itemClass !== null && KNOWLEDGE.has(itemClass));
    case 'assistance':
      return (
        itemClass !== null &&
        (KNOWLEDGE.has(itemClass) || itemClass === 'money' || itemClass === 'electronic_warfare')
      );
    case 'use':
      return !people && (itemClass === null || !UNUSED.has(itemClass));
    case 'capacity':
      return (
        counted && !people && itemClass !== 'container' && !(itemClass !== null && KNOWLEDGE.has(itemClass))
      );
    case 'interdiction':
    case 'agreement':
      return !people;
    case 'movement':
      return itemClass === 'container' || people;
    case 'investigation':
      return false;
  }
}
