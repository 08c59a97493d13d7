import { z } from 'zod';
import { dayBounds, isEdtf } from '../core/edtf-date.js';
import { ITEM_CLASSES, KINDS, MODES, UNITS } from './enums.js';

/**
 * The law as data (docs/law.md): what a resolution's paragraph demands, of whom, since when and until when, and the
 * elements by which a finding is tested against it. All words are Tallyman's own; the source has the Council's.
 */

const edtf = z.string().refine(isEdtf, 'is no EDTF date');
/** A day, month or year; an end that is open is null instead. */
const date = edtf.refine((text) => {
  const { start = null, end = null } = dayBounds(text) ?? {};
  return start !== null && end !== null;
}, 'has no first and last day');
const words = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is no id: small letters, digits and hyphens');
const source = z.url();

/** What a paragraph does. What prohibits is breached by what was done, and what requires something by what was still done afterwards, where `unmet` says so; the others are there to be read. */
export const EFFECTS = ['prohibits', 'requires', 'authorises', 'urges'] as const;

export const MEASURES = [
  'arms',
  'assistance',
  'missile and nuclear items',
  'dual-use items',
  'refined petroleum',
  'crude oil',
  'aviation fuel',
  'coal and minerals',
  'other goods',
  'workers',
  'vessels',
  'inspection',
  'funds',
] as const;

/** A kind of claim or class of goods that may fall under an element, but does not show it by itself. */
const openKinds = z.strictObject({ kinds: z.array(z.enum(KINDS)).min(1), why: words });
const openClasses = z.strictObject({ classes: z.array(z.enum(ITEM_CLASSES)).min(1), why: words });

/** An act as a provision words it, by the kinds of claims that speak of it. */
export const actTermSchema = z.strictObject({
  id,
  words,
  kinds: z.array(z.enum(KINDS)),
  open: z.array(openKinds).default([]),
  /** Only what went in one of these ways; empty for any way. */
  modes: z.array(z.enum(MODES)).default([]),
});

/** Goods or services as a provision words them, by the classes of the claims. */
export const goodsTermSchema = z.strictObject({
  id,
  words,
  classes: z.array(z.enum(ITEM_CLASSES)),
  /** Words in a claim's wording of its goods that place them here where the class leaves it open. */
  worded: z.array(z.string().min(1)).default([]),
  /** Words in it that keep them out. */
  not_worded: z.array(z.string().min(1)).default([]),
  /** Whether goods of which no class is told may be these. */
  unnamed: z.boolean().default(false),
  open: z.array(openClasses).default([]),
});

const period = z.strictObject({
  /** The day on which it came into force. */
  from: date,
  /** The day on which it ended or lapses; null while it stands. */
  to: date.nullable(),
  /** What ended it, or by what it came back. */
  why: words.nullable().default(null),
  /** Who holds that it is not in force, and on what ground. */
  disputed: z
    .strictObject({ by: z.array(z.string().min(1)).min(1), words, source })
    .nullable()
    .default(null),
});

const amendment = z.strictObject({
  symbol: words,
  /** Null where the file does not know it. */
  paragraph: words.nullable(),
  from: date,
  words,
});

/** Goods in more than this amount, within a year that begins on a day. */
const ceiling = z.strictObject({
  words,
  amounts: z.array(z.strictObject({ unit: z.enum(UNITS), amount: z.number().positive() })).min(1),
  /** `MM-DD`: the first day of the year over which amounts are added up. */
  year_begins: z.string().regex(/^\d\d-\d\d$/, 'is no day of the year, such as 01-01'),
});

const partyList = z.union([z.literal('any'), z.array(z.string().min(1)).min(1)]);

export const provisionSchema = z.strictObject({
  id,
  /** Ids of bundled provisions in whose place this one stands. */
  replaces: z.array(id).default([]),
  symbol: words,
  paragraph: words,
  measure: z.enum(MEASURES),
  effect: z.enum(EFFECTS),
  /** `all-states`, or the states and groups named. */
  binds: z.union([z.literal('all-states'), z.array(z.string().min(1)).min(1)]),
  in_force: z.array(period).min(1),
  amended_by: z.array(amendment).default([]),
  /** Of what is required: what shows that it was not done, where it is so after the day; null where no act shows it. */
  unmet: z.strictObject({ words, from: date }).nullable().default(null),
  /** The whole of it in a sentence. */
  words,
  elements: z.strictObject({
    /** Id of an act. */
    act: id,
    /** Which side of the act the bound party is on. */
    actor: z.strictObject({ words, side: z.enum(['supplier', 'recipient', 'either']) }),
    /** Id of goods. */
    item: id,
    direction: z.strictObject({ words, from: partyList, to: partyList }),
    /** Where it must reach or lie; null where the place plays no part. */
    place: z
      .strictObject({ words, within: z.array(z.string().min(1)).min(1) })
      .nullable()
      .default(null),
    quantity: ceiling.nullable().default(null),
    /** Something else that must be shown and that no claim can show; null where there is nothing. */
    further: words.nullable().default(null),
    /** When it does not apply; null where there is no exception. */
    exemption: words.nullable().default(null),
  }),
  source,
});

export const regimeSchema = z.strictObject({
  id,
  name: words,
  /** The states and groups that it is about. */
  about: z.array(z.string().min(1)).min(1),
  /** The last day whose law the file knows. */
  checked: date,
  /** Why there is no provision, where there is none. */
  none: words.nullable().default(null),
  /** What bears on it without being a provision. */
  notes: z.array(z.strictObject({ words, source })).default([]),
});

/** How a statement that gives no time is read. */
const undatedSchema = z.strictObject({
  /** It is taken to speak of these months before it was made; 0 leaves the date open. */
  months: z.number().int().nonnegative(),
  why: words,
});

/** A file of a regime. */
export const regimeFileSchema = z.strictObject({
  source: z.array(z.string()).min(1),
  /** Of its own, or the id of one that another file has. */
  regime: z.union([regimeSchema, id]),
  provisions: z.array(provisionSchema),
});

/** A file of terms, which the provisions of every regime use. */
export const termsFileSchema = z.strictObject({
  source: z.array(z.string()).min(1),
  undated: undatedSchema.optional(),
  acts: z.array(actTermSchema).default([]),
  goods: z.array(goodsTermSchema).default([]),
});

export type Regime = z.output<typeof regimeSchema>;
export type ActTerm = z.output<typeof actTermSchema>;
export type GoodsTerm = z.output<typeof goodsTermSchema>;
export type Undated = z.output<typeof undatedSchema>;

/** A provision with its regime and its terms. */
export interface Provision extends Omit<z.output<typeof provisionSchema>, 'elements'> {
  readonly regime: string;
  readonly elements: Omit<z.output<typeof provisionSchema>['elements'], 'act' | 'item'> & {
    readonly act: ActTerm;
    readonly item: GoodsTerm;
  };
}

export interface Law {
  /** In the order of their files, the bundled ones first. */
  readonly regimes: readonly Regime[];
  readonly provisions: readonly Provision[];
  readonly undated: Undated;
}

/** "S/RES/1718 (2006), paragraph 8 (b)" */
export const citationOf = ({ symbol, paragraph }: Pick<Provision, 'symbol' | 'paragraph'>): string =>
  `${symbol}, ${/^\d/.test(paragraph) ? `paragraph ${paragraph}` : paragraph}`;
