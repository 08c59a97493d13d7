import { beforeVerb, prepositionOf, type Placed } from './clause.js';
import { isType, type PartyMention } from './mentions.js';
import type { Frame, Predicate } from './predicates.js';
import { isPartylike, partyOf } from './roles.js';
import type { Token } from './token.js';

/** Parties that a pronoun means: "has supplied it with drones", "to them", "they have begun to buy". */

/** A party that a sentence before is about, and how many sentences ago. */
export interface Topic {
  readonly party: PartyMention;
  readonly ago: number;
}

/**
 * The pronouns of a sentence that stand where a side of an act does, with whom they mean; one that may as well mean goods,
 * or a speaker named in the sentence, is left out.
 * @param topics what the last sentences were about, the latest last
 */
export function pronounParties(
  tokens: readonly Token[],
  mentions: readonly Placed[],
  predicates: readonly Predicate[],
  topics: readonly Topic[],
): PartyMention[] {
  const parties = sidesIn(tokens, mentions);
  return tokens.flatMap((token, i) => {
    if (!/^(?:it|they|them)$/.test(token.lower)) return [];
    if (mentions.some(({ first, last }) => first <= i && i <= last)) return [];
    const side = sideAt(tokens, predicates, i);
    if (side === null) return [];
    const here = parties.filter(({ last }) => last < i);
    const party =
      side === 'subject'
        ? subjectOf(i, here, predicates, topics, token)
        : objectOf(tokens, side, here, topics, token);
    return party === null
      ? []
      : [{ ...party, span: [token.start, token.end] as const, form: 'described' as const }];
  });
}

/** The parties of a sentence, those that a body or a leader stands for among them; a people's name only by itself. */
function sidesIn(tokens: readonly Token[], mentions: readonly Placed[]): Placed<PartyMention>[] {
  return mentions.flatMap((placed): Placed<PartyMention>[] => {
    const { mention, first, last } = placed;
    if (isType('party')(mention)) {
      const qualifies = /^(?:NOUN|ADJ|PROPN)$/.test(tokens[last + 1]?.pos ?? '');
      return mention.form === 'demonym' && qualifies ? [] : [{ mention, first, last }];
    }
    const id = isPartylike(mention) ? partyOf(mention) : null;
    return id === null
      ? []
      : [
          {
            mention: { type: 'party', span: mention.span, id, name: id, form: 'name', home: id },
            first,
            last,
          },
        ];
  });
}

/** Where a pronoun stands to an act: its subject, or the verb that has it for its other side; null for neither. */
function sideAt(
  tokens: readonly Token[],
  predicates: readonly Predicate[],
  i: number,
): 'subject' | Predicate | null {
  const acting = predicates.filter((p) => p.voice !== 'nominal' && p.frames.some(isTraded));
  if (/^(?:it|they)$/.test(tokens[i]?.lower ?? '')) {
    const act = acting.find((p) => p.first > i && beforeVerb(tokens, p.first) === i && p.voice === 'active');
    if (act?.frames.some(({ subject }) => /^(?:supplier|recipient|actor)$/.test(subject)))
      return isSpoken(tokens, predicates, i) ? null : 'subject';
  }
  if (tokens[i]?.lower === 'they') return null;
  const next = tokens[i + 1];
  const verb = acting.find((p) => p.last === i - 1);
  if (verb !== undefined) {
    // "supply it with", "gave them rifles", "reached it": not the goods themselves ("delivered them to").
    const given = next?.lower === 'with' || /^(?:NUM|DET|ADJ|NOUN)$/.test(next?.pos ?? '');
    const sides = verb.frames.some(({ object }) => object === 'recipient' || object === 'target');
    const whole =
      (sides && !verb.frames.some(({ object }) => object === 'goods')) || /^(?:re)?arm$/.test(verb.lemma);
    if (
      (given && verb.frames.some(({ second, object }) => second === 'recipient' || object === 'recipient')) ||
      whole
    )
      return verb;
    return null;
  }
  // "accused it of having given"
  const charged =
    tokens[i - 1]?.pos === 'VERB' && next?.lower === 'of' && tokens[i + 2]?.lower.endsWith('ing') === true;
  if (charged) return acting.find((p) => p.first > i) ?? null;
  const word = tokens[i - 1]?.lower ?? '';
  if (!/^(?:to|for|against|at|on|into)$/.test(word)) return null;
  return (
    acting.find(({ frames, first }) => {
      const slot = frames.map(({ prepositions }) => prepositions[word]).find((s) => s !== undefined);
      return /^(?:recipient|target)$/.test(slot ?? '') && first < i && i - first < 14;
    }) ?? null
  );
}

const isTraded = ({ kind }: Frame): boolean =>
  /^(?:transfer|assistance|use|agreement|deployment)$/.test(kind);

/** "Iran said it had sent": own-side.ts knows whom a pronoun behind a verb of saying means. */
const isSpoken = (tokens: readonly Token[], predicates: readonly Predicate[], i: number): boolean =>
  predicates.some(({ speech, first }) => speech !== null && first < i) ||
  tokens.slice(0, i).some(({ text }) => /^["“”]$/.test(text));

/** Whom a subject means: who the sentence began with, else whom the sentences before are about. */
function subjectOf(
  i: number,
  here: readonly Placed<PartyMention>[],
  predicates: readonly Predicate[],
  topics: readonly Topic[],
  token: Token,
): PartyMention | null {
  const opening = here.find((p) =>
    predicates.some(({ first, voice }) => voice !== 'nominal' && first > p.last && first < i),
  );
  if (opening !== undefined) return agrees(opening.mention, token) ? opening.mention : null;
  return latest(topics, token, new Set(), 2);
}

/** Whom another side means: somebody of the sentence who is not its subject, else whom the sentences before are about. */
function objectOf(
  tokens: readonly Token[],
  verb: Predicate,
  here: readonly Placed<PartyMention>[],
  topics: readonly Topic[],
  token: Token,
): PartyMention | null {
  const governed = (p: Placed): string => prepositionOf(tokens, p.first);
  const subject = here.findLast((p) => p.last < verb.first && governed(p) === '');
  const others = here.filter(
    (p) => p.mention.id !== subject?.mention.id && !/^(?:from|by)$/.test(governed(p)),
  );
  const other = others.findLast(({ mention }) => agrees(mention, token));
  return other?.mention ?? latest(topics, token, new Set(here.map(({ mention }) => mention.id)), 4);
}

const latest = (
  topics: readonly Topic[],
  token: Token,
  besides: ReadonlySet<string>,
  within: number,
): PartyMention | null =>
  topics.findLast(({ party, ago }) => ago <= within && !besides.has(party.id) && agrees(party, token))
    ?.party ?? null;

/** Several are groups and peoples, one is a state or a group. */
const agrees = ({ form, home, id }: PartyMention, { lower }: Token): boolean =>
  lower === 'it' ? true : form === 'group' || (form === 'described' && home !== id);

/** What a sentence is about: the side that it names first, a subject before others; null where it names none. */
export function topicOf(tokens: readonly Token[], mentions: readonly Placed[]): PartyMention | null {
  const sides = sidesIn(tokens, mentions);
  const subject = sides.find(({ first }) => prepositionOf(tokens, first) === '');
  return (subject ?? sides[0])?.mention ?? null;
}
