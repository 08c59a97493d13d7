import type { Discourse } from './discourse.js';
import type { DraftClaim } from './draft-claim.js';
import { whole } from './lists.js';
import type { Saying } from './saying.js';
import type { Speaker } from './speaker.js';
import type { Sentence } from './sentences.js';

/**
 * "That is how the mayor described it", "So says the ministry": a sentence that tells nothing new but whose word the one
 * before it was.
 */
export function giveBack(
  { tokens, block }: Sentence,
  sayings: readonly Saying[],
  speakers: readonly Speaker[],
  drafts: readonly DraftClaim[],
  discourse: Discourse,
): void {
  const opening = tokens
    .slice(0, 9)
    .map(({ lower }) => lower)
    .join(' ');
  const [named] = speakers;
  const saying =
    sayings.at(-1) ?? (OWNED.test(opening) && named !== undefined ? whole(named, 'told-so') : undefined);
  if (saying === undefined || saying.modality === 'denied' || drafts.length > 0 || tokens.length > 30) return;
  if (!POINTING.test(opening) && !OWNED.test(opening)) return;
  const last = discourse.latest(() => true);
  if (last?.block !== block) return;
  for (const draft of discourse.toldIn(last.span)) {
    if (draft.chain.length > 0) continue;
    draft.chain = saying.chain;
    draft.rules = [saying.rule, ...draft.rules.filter((rule) => rule !== 'narration')];
  }
}

const POINTING =
  /^(?:or )?(?:(?:that|this|such|so)(?: ,)?(?: at least ,)? (?:is|was|are|were|runs?|goes|went|has it)?,? ?(?:how|what|as|at least|according to|by|in|the (?:account|version|count|figure|word|story|reckoning|estimate|tally|view|claim|finding)|say|says|said|tells?|told|reports?|writes?|wrote|claims?|reckons?)\b|at least (?:so|that)\b)/;

const OWNED =
  /^(?:the|these|those|such) (?:words?|accounts?|figures?|counts?|version|claim|information|estimates?|numbers?) (?:is|are|comes?|came|stems?) (?:(?:that|those) )?(?:of|from)\b/;
