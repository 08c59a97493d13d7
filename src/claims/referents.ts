import type { SpeechWords } from './predicates.js';
import type { Speaker } from './speaker.js';

/** Those named before, the likeliest last, and what nouns can mean them. */
export interface Referents {
  readonly before: readonly Speaker[];
  /** Who has spoken in the last sentences, the latest last. */
  readonly spoken: readonly Speaker[];
  /** Whom the last sentence named first; null where it named nobody. */
  readonly subject: Speaker | null;
  readonly words: SpeechWords;
}

const typesOf = (noun: string, { referents }: SpeechWords): readonly string[] =>
  referents.find(({ nouns }) => nouns.includes(noun))?.types ?? [];

/** Who is meant by "the minister" or "the agency": the latest that bears the noun in their name, else that is so called. */
export function resolveSpeaker(speaker: Speaker, { before, words }: Referents): Speaker {
  // "the UN mission" names its own body.
  if (speaker.kind !== 'unnamed' || speaker.body !== null) return speaker;
  const noun = speaker.titles[0] ?? '';
  const types = typesOf(noun, words);
  const match =
    before.findLast((earlier) => earlier.kind === 'body' && bears(earlier.who, noun) && fits(earlier)) ??
    before.findLast(fits) ??
    // "the general": whoever spoke or was named last, where nobody bears the title.
    (words.anyone.includes(noun) && !speaker.many
      ? before.findLast(({ kind, many }) => !many && (kind === 'person' || kind === 'unnamed'))
      : undefined);
  return match ? { ...match, span: speaker.span } : speaker;

  function fits(earlier: Speaker): boolean {
    if (speaker.state !== null && earlier.state !== speaker.state) return false;
    if (earlier.kind === 'person' || earlier.kind === 'unnamed')
      return (
        earlier.many === speaker.many &&
        earlier.titles.some((t) => t === noun || t.endsWith(` ${noun}`) || t.startsWith(`${noun} `))
      );
    return (
      (earlier.kind === 'body' || noun === 'government') &&
      earlier.titles.some((title) => types.some((type) => title.includes(type)))
    );
  }
}

/** Whether a noun is one of the words of a name. */
const bears = (name: string, noun: string): boolean =>
  name.length >= noun.length && name.toLowerCase().includes(noun) && wordsOf(name).includes(noun);

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[^\p{L}]+/u);

/** Whom a pronoun means: he and she people, it a body or government, they several. */
export function pronounSpeaker(
  pronoun: string,
  { before, spoken, subject, words }: Referents,
): Speaker | null {
  const fits = (speaker: Speaker): boolean => {
    if (/^(?:he|she|his|her)$/.test(pronoun))
      return speaker.kind === 'person' || (speaker.kind === 'unnamed' && !speaker.many);
    if (/^its?$/.test(pronoun))
      return (
        speaker.kind === 'body' ||
        speaker.kind === 'government' ||
        (speaker.kind === 'unnamed' && typesOf(speaker.titles[0] ?? '', words).length > 0)
      );
    return speaker.many || speaker.kind === 'body';
  };
  // "its figures": those of the body for which the last to speak does so.
  const housed = /^its$/.test(pronoun)
    ? before.map((speaker) => (fits(speaker) ? speaker : (speaker.body ?? speaker)))
    : before;
  const latest = housed.findLast(fits) ?? null;
  // "…, it finds": rather the body that has been speaking than a state that was only named.
  if (pronoun !== 'it' || latest?.kind !== 'government' || latest.who === subject?.who) return latest;
  return spoken.findLast(fits) ?? latest;
}
