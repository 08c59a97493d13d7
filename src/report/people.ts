import type { Attribution, Claim } from '../model/claim.js';
import { claimantOf } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Names } from '../ledger/names.js';
import { sourceWords } from './figure.js';
import { PLACE_TAKES_ARTICLE, STATE_TAKES_ARTICLE, TAKES_ARTICLE, UNNAMED_SPEAKER } from './phrases.js';

/** A party as printed: a state's usual name, a group's own. */
export function partyName(party: string, names: Names): string {
  const nameOf = (one: string): string | null => {
    const known = names.who(one);
    if (known?.state) return stateWords(known.name);
    const name = known?.name ?? null;
    return name !== null && known?.organisation && TAKES_ARTICLE.test(name) ? `the ${name}` : name;
  };
  return nameOf(party) ?? listed(party.split(', ').map((one) => nameOf(one) ?? sourceWords(one)));
}

/** The claimant as the subject of a sentence: "the Ministry of Defence of Ukraine", "an official of the port". */
export function claimantWords(claim: Claim, document: Document, names: Names): string {
  const claimant = claimantOf(claim);
  if (claimant.who === null) {
    const titled = document.title === null ? '' : ` (“${sourceWords(document.title)}”)`;
    return publisherWords(document, names) ?? `an unnamed publisher${titled}`;
  }
  return speakerWords(claimant, names);
}

/** The publisher with its article; null where the document does not name it. */
export const publisherWords = (document: Document, names: Names): string | null =>
  document.publisher === null ? null : speakerWords({ who: document.publisher, role: 'relay' }, names);

function speakerWords({ who, anonymous }: Attribution, names: Names): string {
  const name = sourceWords(who ?? '');
  const known = names.who(name);
  if (known?.state && (known.matched === 'exact' || name.startsWith('Government of '))) {
    return `the Government of ${stateWords(known.name)}`;
  }
  if (known?.person) return known.name;
  const proper = ofState(known?.state ? name : (known?.name ?? name), names);
  const type = known?.organisation?.type;
  if (type === 'newspaper' || type === 'news_agency' || type === 'broadcaster' || type === 'company')
    return proper;
  if (/^(?:the|a|an|one|two|several|some|many) /i.test(proper)) return proper.replace(/^The /, 'the ');
  if (/^[A-Z0-9]+$/.test(proper)) return proper;
  if (TAKES_ARTICLE.test(proper)) return `the ${proper}`;
  if (anonymous === true && UNNAMED_SPEAKER.test(proper)) return `${article(proper)} ${proper}`;
  return proper;
}

/** "Ministry of Defence (Ukraine)" is printed as "Ministry of Defence of Ukraine". */
function ofState(name: string, names: Names): string {
  const bracket = /^(.+) \(([^()]+)\)$/.exec(name);
  if (!bracket) return name;
  const [, body = '', inside = ''] = bracket;
  const state = names.who(inside)?.state;
  if (!state) return name;
  return `${body} of ${stateWords(state.name)}`;
}

const stateWords = (name: string): string => (STATE_TAKES_ARTICLE.test(name) ? `the ${name}` : name);

export const article = (noun: string): string =>
  /^(?:[aeio]|u(?!n[ia]|se|s\b|k\b)|18|8|11\b)/i.test(noun) ? 'an' : 'a';

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  const [last = '', ...others] = [...parts].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

export const capitalised = (text: string): string =>
  // A figure's mark may stand before the first letter.
  text.replace(
    /^([^\p{L}\p{N}“"]*)(\p{Ll})/u,
    (_, before: string, first: string) => before + first.toUpperCase(),
  );

/** "in Kharkiv", "at Rajin", "in the Black Sea". */
export function atPlace(place: string, names: Names): string {
  return listed(
    place.split(', ').map((one) => {
      const known = names.place(one);
      const name = sourceWords(known?.state ? stateWords(known.name) : one);
      const point =
        known?.place && ['port', 'airport', 'base', 'border_crossing', 'depot'].includes(known.place.type);
      return `${point ? 'at' : 'in'} ${PLACE_TAKES_ARTICLE.test(name) ? 'the ' : ''}${name}`;
    }),
  );
}
