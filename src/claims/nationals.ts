import type { ItemClass } from '../model/enums.js';
import type { Figure } from './figures.js';
import type { ItemHit } from './goods.js';
import type { Entry } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { PhraseIndex } from './phrase-index.js';
import type { Sentence } from './sentences.js';

/** People who are named by their nation or group alone: "3,000 Cubans", "120 Houthi fighters". */

interface Input {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
  readonly plain: string;
  readonly lower: string;
  readonly lexicon: PhraseIndex<Entry>;
}

/** A people's or a group's name that is counted, or marked as people by what follows; offsets from the sentence's start. */
export function nationals(input: Input): ItemHit[] {
  const { sentence, plain, lower } = input;
  const [from] = sentence.span;
  return input.mentions.flatMap((mention): ItemHit[] => {
    if (mention.type !== 'party') return [];
    const span = [mention.span[0] - from, mention.span[1] - from] as const;
    const calling =
      mention.form === 'group'
        ? isCounted(input, span)
          ? calledIn(input, span)
          : null
        : mention.form === 'demonym' && isPeople(input, span)
          ? callingIn(lower)
          : null;
    if (calling === null) return [];
    const term = {
      class: calling,
      unit: 'person' as const,
      terms: [plain.slice(...span)],
      unless_before: [],
    };
    return [{ span, carrier: null, entry: { type: 'item', many: true, term } }];
  });
}

function isCounted({ figures, lower }: Input, [start]: ItemHit['span']): boolean {
  return figures.some(
    (figure) =>
      figure.distractor === null &&
      figure.span[1] < start &&
      /^(?: (?:of the|of|the|more|other|young|armed))* $/.test(lower.slice(figure.span[1], start)),
  );
}

/** Whether "North Koreans" are people here, and neither an adjective nor their state ("sold the Russians shells"). */
function isPeople(input: Input, span: ItemHit['span']): boolean {
  const { sentence, plain, lower } = input;
  const [start, end] = span;
  const next = sentence.tokens.find((token) => token.start >= sentence.span[0] + end);
  if (plain[end] === '-') return false; // "Iranian-made"
  const name = plain.slice(start, end);
  // "Syrians" can be no adjective; "Cuban" and "Burmese" before a noun are.
  const adjectival = !/[^s]s$/.test(name) && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.pos ?? '');
  if (!/[sn]$|ese$/.test(name) || adjectival) return false;
  const before = lower.slice(0, start);
  return (
    isCounted(input, span) ||
    /\b(?:number of (?:the )?|there (?:is|are|was|were|have been) (?:still |now |also )?|(?:train|recruit|hir|enlist|teach)\w* )$/.test(
      before,
    ) ||
    (/\b(?:sen[dt]\w*|deploy\w*|fl(?:y\w*|ew|own)|dispatch\w*|ferr\w*|transport\w*) $/.test(before) &&
      /^ (?:to|into|home|back|abroad)\b/.test(lower.slice(end))) ||
    (!/\bthe $/.test(before) && OCCUPIED.test(lower.slice(end)))
  );
}

const OCCUPIED =
  /^ (?:(?:have been |had been |has been |were |are |was |being )(?:now |being |also )*(?:trained|taught|instructed|recruited|hired|enlisted)|(?:(?:have been|had been|has been|were|are|was|being) (?:now |also )?)?(?:working|employed|fighting|serving|earning|living|abroad)|in (?:the |its |their )?(?:first line|front line|front rank|ranks|trenches)|at the front|with (?:\p{L}+ )?(?:work )?(?:permits?|visas?|contracts?))\b/u;

/** What the last word of a group's name calls its people; null where it is none for people. */
function calledIn({ plain, lower, lexicon }: Input, [start, end]: ItemHit['span']): ItemClass | null {
  const word = plain.lastIndexOf(' ', end - 1) + 1;
  const entries = word <= start ? [] : (lexicon.at(plain, lower, word)?.values ?? []);
  const people = entries.find((entry) => entry.type === 'item' && entry.term.unit === 'person');
  return people?.type === 'item' ? people.term.class : null;
}

/** What people who are named by their nation alone are there for. */
function callingIn(lower: string): ItemClass {
  if (/\b(?:been|were|are|was) (?:being )?(?:trained|taught|instructed)\b/.test(lower)) return 'troops';
  if (/\b(?:train(?:ed|ing|ers?)?|instruct\w*|coach\w*|teach\w*)\b/.test(lower)) return 'instructors';
  if (/\b(?:work(?:ers?|ing)?|labou?r\w*|visas?|jobs?|earn\w*|employ\w*)\b/.test(lower)) return 'workers';
  return 'troops';
}
