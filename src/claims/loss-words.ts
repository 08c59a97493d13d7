import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { OUTCOMES, type Outcome } from '../model/enums.js';
import type { Token } from './token.js';
import { TokenPhrases } from './token-phrases.js';

/** Where a word of loss has its count: `take` behind it or, as a participle, before it; `suffer` and `count` before it; `toll` behind it. */
export type LossRole = 'take' | 'suffer' | 'count' | 'toll';

/** A word that says what became of people. */
export interface LossWord {
  readonly first: number;
  readonly last: number;
  readonly outcome: Outcome;
  /** What its parts say, where several are joined. */
  readonly told: readonly Outcome[];
  readonly roles: readonly LossRole[];
}

const words = z.array(z.string());
const outcome = z.strictObject({ take: words, suffer: words, count: words, toll: words });
const schema = z.strictObject({
  source: words,
  outcomes: z.record(z.enum(OUTCOMES), outcome),
  reach: words,
  people: words,
  troops: words,
  neutral: words,
  pronouns: words,
  reporting: words,
});

const ROLES: readonly LossRole[] = ['take', 'suffer', 'count', 'toll'];

/** Those who are no troops, those who are, and those who may be. */
export type PeopleNoun = 'civilians' | 'troops' | 'neutral';

/** The words of `data/claims/losses.yaml`. */
export class LossWords {
  private readonly losses: TokenPhrases<{ outcome: Outcome; role: LossRole }>;
  private readonly reaching: TokenPhrases<true>;
  private readonly people: TokenPhrases<PeopleNoun>;
  private readonly pronouns: TokenPhrases<true>;
  private readonly reporting: TokenPhrases<true>;

  constructor() {
    const data = readYaml(join(DATA_FOLDER, 'claims', 'losses.yaml'), schema);
    this.losses = new TokenPhrases(
      OUTCOMES.flatMap((of) =>
        ROLES.flatMap((role) =>
          data.outcomes[of][role].map((phrase) => [phrase, { outcome: of, role }] as const),
        ),
      ),
    );
    const set = (list: readonly string[]) => new TokenPhrases(list.map((phrase) => [phrase, true] as const));
    this.reaching = set(data.reach);
    const nouns = (of: PeopleNoun, list: readonly string[]) => list.map((noun) => [noun, of] as const);
    this.people = new TokenPhrases([
      ...nouns('civilians', data.people),
      ...nouns('troops', data.troops),
      ...nouns('neutral', data.neutral),
    ]);
    this.pronouns = set(data.pronouns);
    this.reporting = set(data.reporting);
  }

  /** The words of loss in a sentence; two joined with no count between ("killed or wounded") are losses not told apart. */
  read(tokens: readonly Token[]): LossWord[] {
    const found: LossWord[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const [longest, ...others] = this.losses.at(tokens, i);
      if (longest === undefined) continue;
      const { last } = longest;
      const all = [longest, ...others.filter((other) => other.last === last)];
      const word: LossWord = {
        first: i,
        last,
        outcome: longest.value.outcome,
        told: [longest.value.outcome],
        roles: [...new Set(all.map(({ value }) => value.role))],
      };
      const previous = found.at(-1);
      const joint =
        previous === undefined
          ? ''
          : tokens
              .slice(previous.last + 1, i)
              .map((t) => t.lower)
              .join(' ');
      if (previous !== undefined && /^(?:and|or|and \/ or|\/|,)(?: been)?$/.test(joint))
        found[found.length - 1] = {
          first: previous.first,
          last,
          outcome: previous.outcome === word.outcome ? word.outcome : 'losses',
          told: [...previous.told, ...word.told],
          roles: previous.roles.filter((role) => word.roles.includes(role)),
        };
      else found.push(word);
      i = last;
    }
    return found;
  }

  isReach(token: Token | undefined): boolean {
    return this.reaching.has(token);
  }

  /** What sort of people a word names; null for one that names none. */
  peopleIn(tokens: readonly Token[], i: number): PeopleNoun | null {
    return this.people.at(tokens, i)[0]?.value ?? null;
  }

  isPronoun(token: Token | undefined): boolean {
    return this.pronouns.has(token);
  }

  isReporting(token: Token | undefined): boolean {
    return this.reporting.has(token);
  }
}
