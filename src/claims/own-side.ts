import { isPartylike } from './roles.js';
import type { Frame, Predicate } from './predicates.js';
import type { Reading } from './reading.js';
import type { Saying } from './saying.js';

/** A side of an act that the speaker says of themselves. */
export interface OwnSide {
  readonly slot: 'supplier' | 'recipient' | 'actor';
  /** State, or the group by its name. */
  readonly id: string;
}

/** "Iran said it had sent", "Tehran denies sending", "we have never received": the speaker is the subject of the act. */
export function ownSide(
  reading: Reading,
  predicate: Predicate,
  frame: Frame,
  saying: Saying | null,
): OwnSide | null {
  const slot = frame.subject;
  const speaker = saying?.chain.at(-1)?.speaker;
  if (saying === null || speaker === undefined || predicate.voice !== 'active') return null;
  if (slot !== 'supplier' && slot !== 'recipient' && slot !== 'actor') return null;
  const id = speaker.state ?? (speaker.kind === 'government' ? speaker.who : null);
  return id !== null && isSubject(reading, predicate, saying) ? { slot, id } : null;
}

function isSubject(reading: Reading, { first }: Predicate, saying: Saying): boolean {
  const { tokens } = reading.sentence;
  const told = saying.at < first;
  for (let i = first - 1; i > (told ? saying.last : -1); i--) {
    const token = tokens[i];
    if (token === undefined || reading.mentions.some((m) => isPartylike(m.mention) && m.last === i))
      return false;
    if (/^(?:we|i)$/.test(token.lower)) return true;
    if (told && /^(?:it|they)$/.test(token.lower)) return true;
    if (/^[;:.]$/.test(token.text) || /^(?:NOUN|PROPN|PRON)$/.test(token.pos)) return false;
  }
  // "denies having sent", "admitted to supplying"
  return told && tokens.slice(saying.at + 1, first + 1).some((t) => t.lower.endsWith('ing'));
}
