import type { DraftClaim } from './draft-claim.js';
import type { Saying } from './saying.js';
import type { Sentence } from './sentences.js';
import type { Chain, Speaker } from './speaker.js';

/** Quotes that run over several sentences: those that name no speaker are the word of whoever the quote is given to. */

/** Where a sentence stands to the quotes of its text. */
interface Place {
  /** It lies in a quote from its first word to its last. */
  readonly whole: boolean;
  /** Its quote was open before it began. */
  readonly goesOn: boolean;
  /** A quote is open where it ends. */
  readonly open: boolean;
}

export class Quotes {
  private open = false;
  private block = -1;
  /** Whoever the quote that is open, or that closed last in this paragraph, was given to; null for nobody yet. */
  private chain: Chain | null = null;
  /** The last sentence holds a quote. */
  private quoting = false;
  /** Claims of the quote that is open, told before its speaker is named. */
  private pending: DraftClaim[] = [];
  private place: Place = { whole: false, goesOn: false, open: false };

  /** Takes the next sentence; the speaker to whom the whole of it is given, null where it is not a quote or nobody's yet. */
  enter(sentence: Sentence, text: string): Speaker | null {
    const fresh = sentence.block !== this.block;
    if (fresh) this.open = false;
    this.block = sentence.block;
    const words = text.slice(...sentence.span);
    this.place = placeOf(words, this.open);
    const { whole, goesOn, open } = this.place;
    if (!goesOn) this.pending = [];
    // A paragraph that opens with a quote goes on with the one before it; any other begins anew.
    if (fresh && !(whole && this.quoting)) this.chain = null;
    this.open = open;
    this.quoting = goesOn || /["“”]/.test(words);
    return whole ? (this.chain?.at(-1)?.speaker ?? null) : null;
  }

  /** Keeps who spoke in a sentence, and gives them what their quote told before they were named. */
  leave(sayings: readonly Saying[], drafts: readonly DraftClaim[]): void {
    const { whole, goesOn } = this.place;
    if (whole) {
      this.pending.push(...drafts.filter(({ chain, rules }) => chain.length === 0 || rules[0] === 'quote'));
      return;
    }
    const said = sayings.filter(({ depth, modality }) => depth === 0 && modality !== 'denied');
    const chain = said.at(-1)?.chain ?? null;
    if (goesOn && chain !== null)
      for (const draft of this.pending) {
        draft.chain = chain;
        draft.rules = ['quote', ...draft.rules.filter((rule) => rule !== 'narration')];
      }
    this.pending = [];
    this.chain = chain ?? null;
  }
}

function placeOf(words: string, before: boolean): Place {
  const opens = /^["“]/.test(words);
  let open = before;
  let closed = false;
  const last = words.length - 1;
  for (let i = 0; i < words.length; i++) {
    const mark = words[i];
    if (mark !== '"' && mark !== '“' && mark !== '”') continue;
    open = mark === '"' ? !open : mark === '“';
    if (!open && i < last) closed = true;
  }
  return { whole: (before || opens) && !closed, goesOn: before, open };
}
