import type { Span } from '../core/span.js';
import type { Attribution } from '../model/claim.js';

/** Somebody who can give their word: a person, a body, a government, or people who are not named. */
export interface Speaker {
  readonly span: Span;
  readonly who: string;
  readonly kind: 'person' | 'body' | 'government' | 'unnamed';
  /** Newspapers, agencies and broadcasters, which pass on rather than assert. */
  readonly medium: boolean;
  /** Words of their titles and types, lower case: what "the minister" or "the agency" can refer to. */
  readonly titles: readonly string[];
  /** Code of the state for which they speak; null where none is known. */
  readonly state: string | null;
  readonly many: boolean;
  /** The body that they head or speak for: what "his office" or "the ministry" may mean after they spoke. */
  readonly body: Speaker | null;
}

/** Speakers from the outermost, who passes the word on, to the claimant, whose word it is. */
export type Chain = readonly { readonly speaker: Speaker; readonly role: 'relay' | 'claimant' }[];

/** "Government of the United States", as the field writes it. */
export const governmentOf = (name: string): string =>
  `Government of ${/^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Democratic Republic|Central African|Dominican Republic|Czech Republic)/.test(name) ? 'the ' : ''}${name}`;

/** The attribution that a chain gives, outermost first, the publisher before everybody. */
export function attributionOf(chain: Chain, publisher: string | null, stated: string | null): Attribution[] {
  const outer: Attribution[] = chain.some(({ speaker }) => speaker.who === publisher)
    ? []
    : [{ who: publisher, role: 'relay' }];
  return [
    ...outer,
    ...chain.map(({ speaker, role }): Attribution =>
      role === 'relay'
        ? { who: speaker.who, role }
        : { who: speaker.who, role, anonymous: speaker.kind === 'unnamed', stated },
    ),
  ];
}
