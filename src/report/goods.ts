import type { Claim, Item } from '../model/claim.js';
import { ITEM_CLASSES, type ItemClass, type Unit } from '../model/enums.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { loadLedgerTables, type VagueWords } from '../model/ledger-tables.js';
import { vagueWord } from '../ledger/vague-words.js';
import { bounds, figure, sourceWords } from './figure.js';
import { article } from './people.js';
import {
  AGREEMENT_WORD,
  BACKWARD_WORDING,
  COMMON_GOODS,
  KNOW_HOW,
  ITEM_NOUNS,
  UNIT_NOUNS,
  UNNAMED_GOODS,
} from './phrases.js';

/** The vocabulary's words for goods. */
export interface Terms {
  /** What a wording must match to name its class of goods. */
  readonly naming: ReadonlyMap<ItemClass, RegExp>;
  /** Lower-case words with which a term begins: they have a capital only where they began a sentence. */
  readonly common: ReadonlySet<string>;
  readonly vague: VagueWords;
}

/** @param vague by default the bundled words */
export function termsOf(vocabulary: Vocabulary, vague: VagueWords = loadLedgerTables().vague): Terms {
  const terms = new Map<ItemClass, string[]>(
    ITEM_CLASSES.map((name) => [name, [ITEM_NOUNS[name].one, ITEM_NOUNS[name].many]]),
  );
  for (const entry of vocabulary.items)
    if (entry.class !== null) terms.get(entry.class)?.push(...entry.terms);
  for (const model of vocabulary.models) terms.get(model.class)?.push(model.name, ...model.aliases);
  const first = [...terms.values()].flat().map((term) => term.split(' ')[0] ?? '');
  return {
    vague,
    naming: new Map([...terms].map(([name, words]) => [name, namingPattern(words)])),
    common: new Set(
      first.filter((word) => word === word.toLowerCase()).flatMap((word) => [word, `${word}s`]),
    ),
  };
}

/** The term must be what the phrase is about: "troops of the 11th corps", not "troop involvement". */
const namingPattern = (terms: readonly string[]): RegExp =>
  new RegExp(
    `(?:^|[\\s-])(?:${terms.map((term) => escaped(term.toLowerCase())).join('|')})(?:e?s)?(?:$|,| (?:and|for|from|in|of|on|to|with|made|supplied)\\b)`,
  );

type Goods = Pick<Claim, 'kind' | 'item' | 'quantity'>;

/** Figure and goods as one noun phrase: "more than 1,000 containers of munitions", "100,000 tonnes of flour", "troops". */
export function goodsWords(claim: Goods, terms: Terms): string {
  const { quantity } = claim;
  const noun = goodsNoun(claim, terms);
  if (quantity === null) return noun.text;
  const amount = bounds(quantity);
  const one = quantity.low === 1 && (quantity.high === 1 || quantity.high === null);
  if (amount !== null) {
    const counted = countedThing(claim, noun, one);
    const rate = quantity.per ? ` a ${sourceWords(quantity.per, 20)}` : '';
    return `${figure(amount)}${quantity.unit === 'usd' ? counted : ` ${counted}`}${rate}`;
  }
  const things = countedThing(claim, noun, false);
  if (quantity.vague === true) {
    const word = vagueWord(quantity.wording, terms.vague);
    if (word !== null)
      return `${figure(word)} ${/(?:s|scores|handful)$/.test(word) && word !== 'several' ? 'of ' : ''}${things}`;
  }
  if (quantity.share_of) return `a share of ${things}, put as ${figure(quoted(quantity.wording))},`;
  return `a number of ${things} put as ${figure(quoted(quantity.wording))}`;
}

const quoted = (words: string): string => `“${sourceWords(words).replace(/[“”"]/g, '')}”`;

interface NounPhrase {
  readonly text: string;
  /** Whether the phrase itself names the thing that the unit counts. */
  readonly counts: boolean;
}

function countedThing(claim: Goods, noun: NounPhrase, one: boolean): string {
  const unit = claim.quantity?.unit ?? null;
  const itemClass = claim.item?.class ?? null;
  if (unit === 'usd') return claim.item === null ? '' : ` worth of ${noun.text}`;
  if (noun.counts || unit === null) {
    return itemClass !== null && noun.text === ITEM_NOUNS[itemClass].many && one
      ? ITEM_NOUNS[itemClass].one
      : noun.text;
  }
  const things = UNIT_NOUNS[unit][one ? 'one' : 'many'];
  if (claim.item === null || claim.kind === 'agreement') return things;
  if (unit === 'attack') return `${things} with ${noun.text}`;
  if (unit === 'person') return noun.text;
  return `${things} of ${noun.text}`;
}

/** The goods as the source words them where that stands alone, else by the name of their class. */
function goodsNoun(claim: Goods, terms: Terms): NounPhrase {
  const { item, quantity, kind } = claim;
  const unit = quantity?.unit ?? null;
  if (item === null) {
    if (unit !== null && unit !== 'usd') return { text: UNIT_NOUNS[unit].many, counts: true };
    return { text: UNNAMED_GOODS[kind], counts: false };
  }
  const wording = ownWording(item, unit, terms);
  if (item.class === null) {
    if (wording === null) return { text: UNNAMED_GOODS[kind], counts: false };
    if (kind === 'agreement' && AGREEMENT_WORD.test(wording))
      return { text: withArticle(wording), counts: false };
    return { text: wording, counts: namesUnit(wording, unit) || countedAsGoods(unit) };
  }
  const noun = ITEM_NOUNS[item.class];
  const named = wording ?? noun.many;
  const text = wording !== null && isKnowHow(claim, wording) ? `${noun.many} (${wording})` : named;
  return { text, counts: noun.unit === unit || (wording !== null && namesUnit(wording, unit)) };
}

/** "Satellites" that were helped with are not satellites that were given. */
const isKnowHow = ({ kind, item }: Goods, wording: string): boolean =>
  kind === 'assistance' && (item?.class ?? '').endsWith('_technology') && !KNOW_HOW.test(wording);

const countedAsGoods = (unit: string | null): boolean =>
  unit === 'item' || unit === 'system' || unit === 'gun';

/** The wording without its article and figure; null where it points back or does not name the class. */
function ownWording({ wording, class: itemClass }: Item, unit: Unit | null, terms: Terms): string | null {
  const words = plainCase(sourceWords(wording, 90), terms)
    .replace(/^(?:the|an?)\s+/i, '')
    // Where they come from is said by the sentence itself.
    .replace(/(?<=\S) (?:from|made by|supplied by) .*$/i, '');
  if (words === '' || BACKWARD_WORDING.test(words) || words.endsWith('…') || /^[\d,.]+\b/.test(words))
    return null;
  if (itemClass === null) return words;
  return terms.naming.get(itemClass)?.test(words.toLowerCase()) === true || namesUnit(words, unit)
    ? words
    : null;
}

/** Goods shouted in capitals, or capital because they began a sentence, are read in lower case; names keep theirs. */
function plainCase(words: string, { common }: Terms): string {
  if (!/\p{Ll}|\d/u.test(words) && words.length > 6) return words.toLowerCase();
  const [first = ''] = words.split(/[ ,]/);
  const noun = common.has(first.toLowerCase()) || COMMON_GOODS.test(first);
  return noun ? first.toLowerCase() + words.slice(first.length) : words;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function namesUnit(wording: string, unit: Unit | null): boolean {
  if (unit === null) return false;
  const { one, many } = UNIT_NOUNS[unit];
  return new RegExp(`\\b(?:${one}|${many})\\b`, 'i').test(wording);
}

const withArticle = (wording: string): string =>
  /s$/i.test(wording) || /^\p{Lu}/u.test(wording) ? wording : `${article(wording)} ${wording}`;
