import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { makeToken, type Token } from './token.js';

const schema = z.strictObject({
  source: z.array(z.string()),
  irregular: z.record(z.string(), z.array(z.string()).min(1).max(2)),
});

/** Lemma of each irregular past form. */
const lemmaOfPast = new Map<string, string>();
const PARTICIPLES = new Set<string>();
for (const [lemma, forms] of Object.entries(
  readYaml(join(DATA_FOLDER, 'claims', 'verbs.yaml'), schema).irregular,
)) {
  for (const form of forms) lemmaOfPast.set(form, lemma);
  PARTICIPLES.add(forms.at(-1) as string);
}

const HELPERS = new Set('have has had having be is are was were been being'.split(' '));
const PROGRESSIVE = new Set('is are was were been'.split(' '));
const MODALS = new Set('will would can could may might must shall should do does did'.split(' '));
/** Words that may stand between a helping verb and its own. */
const BETWEEN = new Set('both all each also not never already since reportedly now only'.split(' '));
const OPENS_NOUN = new Set(
  'the a an such these those its their his our several many further other'.split(' '),
);
const DETERMINERS = /^(?:DET|NUM|PRON|PROPN)$/;

/**
 * Puts right what a tagger trained on other texts gets wrong about verbs, by their neighbours alone: "have both sent
 * missiles" and "Iran sent him three" hold no adjective.
 */
export function withVerbTags(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) =>
    isVerb(tokens, i)
      ? retagged(token, 'VERB', lemmaOfPast.get(token.lower) ?? token.lemma)
      : isNoun(tokens, i)
        ? retagged(token, 'NOUN', token.lemma)
        : token,
  );
}

const retagged = ({ text, lower, start, end }: Token, pos: string, lemma: string): Token =>
  makeToken(text, lower, lemma, pos, start, end);

/** "such hauls", "its transfers": a form in -s behind a word that only nouns follow. */
const isNoun = (tokens: readonly Token[], i: number): boolean => {
  const [token, before] = [tokens[i] as Token, tokens[i - 1]];
  return (
    token.pos === 'VERB' &&
    /[^s]s$/.test(token.lower) &&
    before !== undefined &&
    OPENS_NOUN.has(before.lower) &&
    before.pos !== 'PROPN'
  );
};

function isVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.text !== token.lower || !/^(?:ADJ|NOUN|PROPN)$/.test(token.pos)) return false;
  // "the shells that Russia fires": the verb of a relative clause.
  if (
    token.pos === 'NOUN' &&
    /[^s]s$/.test(token.lower) &&
    tokens[i - 1]?.pos === 'PROPN' &&
    /^(?:that|which)$/.test(tokens[i - 2]?.lower ?? '') &&
    tokens[i - 3]?.pos === 'NOUN' &&
    /^(?:ADP|DET)$/.test(tokens[i + 1]?.pos ?? '')
  )
    return true;
  // "Research lists the deliveries", "Kyiv reports that": behind a name, before what only a verb governs.
  if (
    token.pos === 'NOUN' &&
    /[^s]s$/.test(token.lower) &&
    tokens[i - 1]?.pos === 'PROPN' &&
    /^(?:the|a|an|that|no|its)$/.test(tokens[i + 1]?.lower ?? '')
  )
    return true;
  // "China states in its report that": behind a name that opens its sentence.
  if (
    token.pos === 'NOUN' &&
    i === 1 &&
    /[^s]s$/.test(token.lower) &&
    tokens[0]?.pos === 'PROPN' &&
    tokens[2]?.lower === 'in' &&
    tokens[3]?.lower === 'its'
  )
    return true;
  // "Kim, a defector, alleged in May that": a past form between a mark and what is told.
  if (
    token.pos === 'ADJ' &&
    /[^e]ed$/.test(token.lower) &&
    tokens[i - 1]?.text === ',' &&
    (tokens[i + 1]?.lower === 'that' ||
      (tokens[i + 1]?.pos === 'ADP' && tokens.slice(i + 2, i + 7).some(({ lower }) => lower === 'that')))
  )
    return true;
  // "accused Iran of smuggling cash": an act that somebody is charged with.
  if (
    token.pos === 'NOUN' &&
    token.lower.endsWith('ing') &&
    /^(?:of|with)$/.test(tokens[i - 1]?.lower ?? '') &&
    /^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(tokens[i + 1]?.pos ?? '') &&
    tokens
      .slice(Math.max(0, i - 12), i)
      .some(({ lemma }) => /^(?:accuse|suspect|charge|convict)$/.test(lemma))
  )
    return true;
  // "the states that arm the rebels"
  if (
    token.pos === 'NOUN' &&
    !token.lower.endsWith('s') &&
    /^(?:that|who|which)$/.test(tokens[i - 1]?.lower ?? '') &&
    /^(?:NOUN|PROPN)$/.test(tokens[i - 2]?.pos ?? '') &&
    /^(?:DET|PROPN|PRON)$/.test(tokens[i + 1]?.pos ?? '')
  )
    return true;
  // "What the ministry found is that": a noun to the tagger.
  if (
    token.pos === 'NOUN' &&
    lemmaOfPast.has(token.lower) &&
    /^(?:is|was|that|no)$/.test(tokens[i + 1]?.lower ?? '') &&
    /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.pos ?? '')
  )
    return true;
  // "Burundian soldiers fight beside the army": the only word of its clause that can be a verb.
  if (token.pos === 'NOUN' && !token.lower.endsWith('s') && isOnlyVerb(tokens, i)) return true;
  // "Chang Guang, a Chinese company, supplies the army with": behind what the subject is called.
  if (
    token.pos === 'NOUN' &&
    /[^s]s$/.test(token.lower) &&
    tokens[i - 1]?.text === ',' &&
    i > 2 &&
    /^(?:DET|PROPN)$/.test(tokens[i + 1]?.pos ?? '') &&
    !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  )
    return true;
  const past = lemmaOfPast.has(token.lower);
  const regular = token.lower.length > 4 && token.lower.endsWith('ed');
  const helper = helperOf(tokens, i);
  if ((regular || PARTICIPLES.has(token.lower)) && HELPERS.has(helper))
    return (
      token.pos !== 'ADJ' || past || /^(?:have|has|had|having)$/.test(helper) || tokens[i + 1]?.lower === 'by'
    );
  // "is arming South Sudan": a form in -ing between a form of "be" and its object.
  if (token.pos === 'NOUN' && token.lower.endsWith('ing') && PROGRESSIVE.has(helper))
    return /^(?:DET|PRON|PROPN)$/.test(tokens[i + 1]?.pos ?? '');
  if (MODALS.has(helper) && !past && !regular) return token.pos === 'NOUN' && !token.lower.endsWith('s');
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before === undefined || after === undefined || (!past && !regular)) return false;
  // "two hit their targets": a figure is the subject of a form that is also a noun.
  if (past && token.pos === 'NOUN' && before.pos === 'NUM' && /^(?:DET|PRON)$/.test(after.pos)) return true;
  return (
    /^(?:PROPN|PRON)$/.test(before.pos) &&
    (DETERMINERS.test(after.pos) ||
      (past && /^(?:NOUN|ADJ)$/.test(after.pos)) ||
      /^(?:to|into|at|up|more|some|over|nearly|about|around|dozens|hundreds|thousands)$/.test(after.lower))
  );
}

/** Behind a plural and before what a verb governs, in a clause without another verb. */
function isOnlyVerb(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before?.pos !== 'NOUN' || !/[^s]s$/.test(before.lower) || after === undefined) return false;
  if (!/^(?:DET|PRON|ADP)$/.test(after.pos) || after.lower === 'of') return false;
  const opens = tokens.slice(0, i).findLastIndex(({ text }) => /^[,;:]$/.test(text)) + 1;
  const ends = tokens.findIndex(({ text }, k) => k > i && /^[,;:.]$/.test(text));
  return !tokens
    .slice(opens, ends < 0 ? tokens.length : ends)
    .some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** The helping verb before a word, with adverbs passed over; empty where another word stands there. */
function helperOf(tokens: readonly Token[], i: number): string {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const token = tokens[k] as Token;
    if (HELPERS.has(token.lower) || MODALS.has(token.lower)) return token.lower;
    if (token.pos !== 'ADV' && token.pos !== 'PART' && !BETWEEN.has(token.lower)) return '';
  }
  return '';
}
