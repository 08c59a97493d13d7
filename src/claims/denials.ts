import type { Kind } from '../model/enums.js';
import { fits, itemOf } from './draft-claim.js';
import type { DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Frame } from './predicates.js';
import { draftFor } from './reading.js';
import type { Reading } from './reading.js';
import { noParties, partiesOf } from './roles.js';
import type { Speaker } from './speakers.js';

/** What is denied, and admissions and denials by two together. */

/** "Moscow and Pyongyang both deny …": one denied claim for each who denies. Null where the sentence denies nothing. */
export function deniedClaims(reading: Reading): DraftClaim[] | null {
  const denial = reading.sayings.find((saying) => saying.modality === 'denied');
  if (denial === undefined) return null;
  if (/\b(?:neither|nor)\b/.test(words(reading, Math.max(0, denial.at - 4), denial.at + 1))) return [];
  const { sentence } = reading;
  const complement = reading.predicates.filter((p) => p.frames.length > 0 && p.first > denial.at);
  const goods = reading.goods.find((g) => g.first > denial.at);
  const act = complement
    .flatMap((p) => p.frames.map((frame) => ({ p, frame })))
    .find(({ frame }) => deniable(frame, goods?.mention ?? null));
  const kind: Kind | null =
    act?.frame.kind ?? (goods ? (fits('deployment', goods.mention, true) ? 'deployment' : 'transfer') : null);
  const told = kind ?? anaphoric(reading, denial.at);
  if (told === null) return [];
  const parties = act
    ? partiesOf(
        sentence,
        act.p,
        act.frame,
        reading.mentions.filter((m) => m.first > denial.at),
        reading.predicates,
        reading.speaking,
      )
    : noParties();
  const future = /\b(?:will|would|plans?|intends?)\b/.test(words(reading, denial.at, sentence.tokens.length));
  return deniers(reading, denial.chain.at(-1)?.speaker ?? null, denial.at).map((speaker) => {
    const draft = draftFor(reading, told, act?.p ?? null, parties);
    draft.polarity = 'denied';
    draft.modality = future ? 'planned' : 'asserted';
    draft.chain = [...denial.chain.slice(0, -1), { speaker, role: 'claimant' }];
    draft.item = goods
      ? itemOf(goods.mention)
      : told === 'deployment'
        ? { class: 'troops', wording: '' }
        : told === 'use'
          ? (reading.discourse.latest((d) => d.kind === 'use')?.item ?? null)
          : null;
    if (draft.item && kind === 'transfer' && draft.item.class === 'container')
      draft.item = { ...draft.item, class: null };
    draft.rules.push('denial', ...parties.rules);
    return draft;
  });
}

/** "rejected the reports": what is denied was told just before. */
function anaphoric(reading: Reading, at: number): Kind | null {
  if (
    !/\b(?:reports?|accusations?|claims?|allegations?|charges?|account|story|notion|suggestions?)\b/.test(
      words(reading, at + 1, at + 6),
    )
  )
    return null;
  return reading.discourse.latest((d) => d.kind === 'transfer' || d.kind === 'deployment')?.kind ?? null;
}

const deniable = (frame: Frame, goods: GoodsMention | null): boolean =>
  frame.kind !== 'capacity' &&
  frame.kind !== 'investigation' &&
  (goods === null ? true : fits(frame.kind, goods, false) || frame.kind === 'agreement');

/** The subject of a saying and the one joined to it by "and": "Moscow and Pyongyang both deny". */
export function deniers(reading: Reading, subject: Speaker | null, at: number): Speaker[] {
  if (subject === null) return [];
  const { tokens } = reading.sentence;
  const start = tokens.findIndex((token) => token.end > subject.span[0]);
  const end = tokens.findLastIndex((token) => token.start < subject.span[1]);
  const other = reading.speakers.findLast((speaker) => {
    const [first, last] = [
      tokens.findIndex((token) => token.end > speaker.span[0]),
      tokens.findLastIndex((token) => token.start < speaker.span[1]),
    ];
    const [from, to] = last < start ? [last, start] : [end, first];
    return (
      speaker.who !== subject.who &&
      speaker.kind !== 'unnamed' &&
      first < at &&
      to > from &&
      tokens.slice(from + 1, to).every((t) => /^(?:and|the)$/.test(t.lower)) &&
      to - from <= 3 &&
      to - from > 1
    );
  });
  if (other === undefined) return [subject];
  return other.span[0] < subject.span[0] ? [other, subject] : [subject, other];
}

/** "Kim and Putin acknowledged …": an admission by two is one claim for each. */
export function jointly(reading: Reading, draft: DraftClaim): DraftClaim[] {
  const saying = reading.sayings.find(
    ({ chain, rule }) =>
      /^said:(?:acknowledge|admit|confirm|write|deny)$/.test(rule) &&
      chain.at(-1)?.speaker.who === draft.chain.at(-1)?.speaker.who,
  );
  if (saying === undefined) return [draft];
  const speakers = deniers(reading, saying.chain.at(-1)?.speaker ?? null, saying.at);
  return speakers.length < 2
    ? [draft]
    : speakers.map((speaker) => ({
        ...draft,
        rules: [...draft.rules, 'jointly'],
        chain: [
          ...draft.chain.slice(0, -1).filter(({ speaker: s }) => !speakers.some(({ who }) => who === s.who)),
          { speaker, role: 'claimant' as const },
        ],
      }));
}
