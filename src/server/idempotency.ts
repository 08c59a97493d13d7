import { TallymanError } from '../core/errors.js';
import { canonicalJson, sha256 } from '../core/hash.js';

/** An answer that was given, to be given again. */
interface Answer {
  readonly text: string;
}

/** Keys that are remembered, the newest. */
const MOST = 1000;

/**
 * Requests that carry a key are carried out once: the same one sent again, as after a lost answer, gets the answer of
 * the first, and waits for it where it is still at work. What failed is tried again.
 */
export class Idempotency {
  readonly #answers = new Map<string, { readonly request: string; readonly answer: Promise<Answer> }>();

  /** @throws TallymanError `usage` where the key has been used for another request */
  async once(key: string | undefined, request: unknown, work: () => Promise<Answer>): Promise<Answer> {
    if (key === undefined) return work();
    const hash = sha256(canonicalJson(request));
    const known = this.#answers.get(key);
    if (known !== undefined) {
      if (known.request === hash) return known.answer;
      throw new TallymanError(
        'usage',
        'this Idempotency-Key was used for another request',
        key.slice(0, 100),
      );
    }
    const answer = work();
    this.#answers.set(key, { request: hash, answer });
    answer.catch(() => this.#answers.delete(key));
    if (this.#answers.size > MOST) this.#answers.delete(this.#answers.keys().next().value ?? '');
    return answer;
  }
}
