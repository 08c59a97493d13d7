import type { DocumentFacts } from '../src/ledger/document-facts.js';
import { sketchOf } from '../src/ledger/sketch.js';
import {
  claimBodySchema,
  makeClaim,
  type Attribution,
  type Claim,
  type ClaimBody,
} from '../src/model/claim.js';
import type { ItemClass, Unit } from '../src/model/enums.js';
import type { Pair } from '../src/model/finding.js';
import type { Vocabulary } from '../src/model/vocabulary.js';
import { randomFrom } from './random.js';

/** A generated case of which it is known who repeats whom, and how statements stand to each other. */
export interface World {
  readonly documents: readonly DocumentFacts[];
  /** By the id of the document. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pairs of documents of which the later is made of the earlier by edits, by their ids: later, earlier. */
  readonly copies: readonly (readonly [later: string, earlier: string])[];
  readonly claims: readonly Claim[];
  /** By the id of a claim that repeats another, the "doc:index" of its oldest telling. */
  readonly echoes: ReadonlyMap<string, string>;
}

const CLAIMS_A_DOCUMENT = 10;
const CLAIMS_A_FLOW = 100;
const DAYS = 1000;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const GOODS: readonly (readonly [ItemClass, Unit])[] = [
  ['container', 'container'],
  ['artillery_shell', 'round'],
  ['rocket', 'round'],
  ['ballistic_missile', 'missile'],
  ['drone', 'drone'],
  ['howitzer', 'gun'],
  ['armoured_vehicle', 'vehicle'],
  ['petroleum', 'barrel'],
];

/** A stream of goods between two states, which grows from its first day. */
interface Flow {
  readonly supplier: string;
  readonly recipient: string;
  readonly goods: (typeof GOODS)[number];
  readonly start: string;
  readonly daily: number;
}

interface Told {
  readonly body: Omit<ClaimBody, 'doc' | 'span'>;
  readonly day: number;
  /** "doc:index" of the oldest telling. */
  readonly root: string;
}

interface Page {
  readonly id: string;
  readonly words: readonly string[];
  readonly told: readonly Told[];
  readonly day: number;
}

/** @param size how many claims, roughly */
export function world(size: number, vocabulary: Vocabulary): World {
  const random = randomFrom(size);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const flows = flowsOf(Math.max(4, size / CLAIMS_A_FLOW), vocabulary, random);
  const speakers = vocabulary.organisations.filter(({ type }) => type === 'ministry' || type === 'research');
  const places = vocabulary.places.filter(({ type }) => type === 'city' || type === 'region');
  const states = vocabulary.states.map(({ code }) => code);
  const words = Array.from({ length: 4000 }, (_, n) => `word${n.toString(36)}`);

  const documents: DocumentFacts[] = [];
  const texts = new Map<string, string>();
  const copies: (readonly [string, string])[] = [];
  const claims: Claim[] = [];
  const echoes = new Map<string, string>();
  const recent: Told[] = [];
  const pages: Page[] = [];
  const count = Math.ceil(size / CLAIMS_A_DOCUMENT);
  for (let n = 0; n < count; n++) {
    const day = Math.floor((n * DAYS) / count);
    const doc = `d${String(n).padStart(7, '0')}`;
    const publisher = `Paper ${Math.floor(random() * 300)}`;
    const copied = pages.length > 0 && random() < 0.1 ? pick(pages) : null;
    // An editor changes a word in a hundred, or one in twelve.
    const edits = 0.01 + 0.07 * random();
    const text = copied
      ? copied.words.map((word) => (random() < edits ? pick(words) : word))
      : Array.from({ length: 250 }, () => pick(words));
    texts.set(doc, text.join(' '));
    if (copied) copies.push([doc, copied.id]);
    const told: Told[] = [];
    for (let index = 0; index < (copied?.told.length ?? CLAIMS_A_DOCUMENT); index++) {
      const source = copied?.told[index] ?? (random() < 0.5 ? relayable(recent, day, random) : null);
      const body = source === null ? statement(day) : retold(source, copied !== null);
      const claim = makeClaim(
        claimBodySchema.parse({ ...body, doc, span: [index * 20, index * 20 + 15] }),
        index,
        'bench',
        [],
      );
      claims.push(claim);
      if (source !== null) echoes.set(claim.id, source.root);
      told.push({ body, day, root: source?.root ?? `${doc}:${index}` });
    }
    recent.push(...told);
    if (recent.length > 5000) recent.splice(0, 2500);
    pages.push({ id: doc, words: text, told, day });
    if (pages.length > 40) pages.shift();
    documents.push({
      id: doc,
      source: doc,
      title: doc,
      publisher,
      published: dayText(day),
      ...sketchOf(text.join(' ')),
      evidence: [],
    });

    function attribution(who: string, stated: string | null): Attribution[] {
      return [
        { who: publisher, role: 'relay' },
        { who, role: 'claimant', stated },
      ];
    }

    /** Somebody's own word, on a stream of goods or on a strike. */
    function statement(on: number): Told['body'] {
      const by = attribution(pick(speakers).name, dayText(on));
      if (random() < 0.15) return strike(on, by);
      // The busiest stream has many times the claims of the others.
      const flow = flows[Math.min(flows.length - 1, Math.floor(flows.length ** random()) - 1)]!;
      const total = flow.daily * (on + 100) * (0.8 + 0.4 * random());
      return {
        ...NOTHING,
        kind: 'transfer',
        attribution: by,
        polarity: random() < 0.03 ? 'denied' : 'affirmed',
        supplier: flow.supplier,
        recipient: flow.recipient,
        item: { class: flow.goods[0], wording: flow.goods[0].replaceAll('_', ' ') },
        quantity: figure(Math.round(total), flow.goods[1], random),
        when: { edtf: `${flow.start}/${dayText(on)}`, scope: 'cumulative' },
      };
    }

    function strike(on: number, by: Attribution[]): Told['body'] {
      const place = pick(places);
      return {
        ...NOTHING,
        kind: 'use',
        attribution: by,
        actor: pick(states),
        target: place.state ?? pick(states),
        item: { class: 'ballistic_missile', wording: 'missiles' },
        quantity: figure(1 + Math.floor(random() * 40), 'missile', random),
        when: { edtf: dayText(on), scope: 'point' },
        place: place.name,
      };
    }

    /** The same again, by another page; sometimes with its bound dropped or turned, its modality raised, or as its own word. */
    function retold({ body, day: told }: Told, whole: boolean): Told['body'] {
      const claimant = body.attribution.at(-1)!;
      const relayed = {
        ...body,
        attribution: [
          { who: publisher, role: 'relay' as const },
          { who: claimant.who, role: 'claimant' as const, stated: claimant.stated ?? null },
        ],
      };
      if (whole) return relayed;
      const change = random();
      const { quantity } = body;
      if (change < 0.1 && quantity?.high === null)
        return { ...relayed, quantity: { ...quantity, high: quantity.low } };
      if (change < 0.15 && quantity?.high === null)
        return { ...relayed, quantity: { ...quantity, low: null, high: quantity.low } };
      if (change < 0.2) return { ...relayed, modality: 'confirmed' };
      if (change < 0.25 && day > told && body.polarity === 'affirmed')
        return { ...body, attribution: [{ who: publisher, role: 'claimant', stated: null }] };
      return relayed;
    }
  }
  return { documents, texts, copies, claims, echoes };
}

const NOTHING = {
  polarity: 'affirmed',
  modality: 'asserted',
  supplier: null,
  recipient: null,
  actor: null,
  target: null,
  item: null,
  quantity: null,
  route: null,
  place: null,
  outcome: null,
  relation: null,
} as const;

/** One of the last days' statements; null where there is none. */
function relayable(recent: readonly Told[], day: number, random: () => number): Told | null {
  const one = recent[Math.floor(recent.length * (1 - random() ** 2 * 0.9))];
  return one !== undefined && day - one.day <= 5 ? one : null;
}

function figure(value: number, unit: Unit, random: () => number): ClaimBody['quantity'] {
  const open = random() < 0.5;
  return { low: value, high: open ? null : value, unit, wording: String(value) };
}

function flowsOf(count: number, { states }: Vocabulary, random: () => number): Flow[] {
  const state = (): string => states[Math.floor(random() * states.length)]!.code;
  return Array.from({ length: Math.ceil(count) }, (_, n) => {
    const supplier = state();
    let recipient = state();
    while (recipient === supplier) recipient = state();
    return {
      supplier,
      recipient,
      goods: GOODS[n % GOODS.length]!,
      start: dayText(-100),
      daily: 10 + Math.floor(random() * 1000),
    };
  });
}

/**
 * How two statements of the world stand to each other, worked out apart from the ledger; null where the world says
 * nothing of it.
 */
export function expectedRelation(a: Claim, b: Claim, oneOrigin: boolean): Pair['relation'] | null {
  if (a.kind !== 'transfer' || b.kind !== 'transfer') return null;
  if (a.polarity !== 'affirmed' && b.polarity !== 'affirmed') return 'agrees';
  if (a.polarity !== 'affirmed' || b.polarity !== 'affirmed') return null;
  const [early, late] = endOf(a) <= endOf(b) ? [a, b] : [b, a];
  const falls = highOf(late) < lowOf(early);
  const days = (Date.parse(endOf(late)) - Date.parse(endOf(early))) / 86_400_000;
  if (oneOrigin && days > 0) return falls ? 'contradicts' : 'supersedes';
  if (days > 31) return falls ? 'contradicts' : 'agrees';
  if (highOf(a) < lowOf(b) || highOf(b) < lowOf(a)) return 'contradicts';
  const inside = (x: Claim, y: Claim): boolean =>
    lowOf(x) >= lowOf(y) && highOf(x) <= highOf(y) && !(lowOf(x) === lowOf(y) && highOf(x) === highOf(y));
  return inside(a, b) || inside(b, a) ? 'refines' : 'agrees';
}

const lowOf = ({ quantity }: Claim): number => quantity?.low ?? -Infinity;
const highOf = ({ quantity }: Claim): number => quantity?.high ?? Infinity;
const endOf = ({ when }: Claim): string => when.edtf?.split('/')[1] ?? '';

const dayText = (day: number): string => new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);
