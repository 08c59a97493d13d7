import { say, sayFailure } from '../parts/toasts.js';
import { queryClient } from './query-client.js';
import { ApiProblem, request, send } from './request.js';
import { reviewerName } from './reviewer.js';
import type { ClaimDetail, Judged } from './types.js';

/** Judgements on claims, by whoever this browser says it is, each with what takes it back. */

export type Verdict = 'accept' | 'reject' | 'edit';
export type Fields = Readonly<Record<string, string | number | null>>;

const DONE: Readonly<Record<Verdict, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  edit: 'Edited',
};

/** The judgements made here that are not taken back, the latest last. */
const made: { readonly id: string; readonly words: string }[] = [];

export const claimQuery = (id: string) => ({
  queryKey: ['claim', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<ClaimDetail>(`/claims/${id}`, {}, { signal }),
});

/**
 * Judges a claim and says so.
 * @returns whether it was done; what failed is said
 */
export async function judge(
  claim: string,
  verdict: Verdict,
  why: string,
  words: string,
  set?: Fields,
): Promise<boolean> {
  if (!named()) return false;
  try {
    // What the reviewer has before them: a judgement that came since is not overruled unseen.
    const seen = await queryClient.ensureQueryData(claimQuery(claim));
    const after = seen.judgements.at(-1)?.id ?? null;
    const { judgement } = await send<Judged>('POST', '/judgements', {
      claim,
      verdict,
      by: reviewerName(),
      why,
      after,
      ...(set === undefined ? {} : { set }),
    });
    made.push({ id: judgement.id, words });
    say(`${DONE[verdict]}: ${words}`, { label: 'Undo', run: () => void undoJudgement(judgement.id, words) });
    changed();
    return true;
  } catch (error) {
    failed(error, `Not ${DONE[verdict].toLowerCase()}`);
    return false;
  }
}

/** Takes the last judgement made here back. */
export async function undoLast(): Promise<void> {
  const last = made.at(-1);
  if (last === undefined) say('Nothing was judged here that could be undone');
  else await undoJudgement(last.id, last.words);
}

export async function undoJudgement(id: string, words: string): Promise<void> {
  if (!named()) return;
  try {
    await send('POST', `/judgements/${id}/undo`, { by: reviewerName(), why: 'taken back in the desk' });
    const at = made.findIndex((each) => each.id === id);
    if (at >= 0) made.splice(at, 1);
    say(`Taken back: ${words}`);
    changed();
  } catch (error) {
    failed(error, 'Not taken back');
  }
}

/** Whether there is a name to judge by; where there is none, it is asked for. */
export function named(): boolean {
  if (reviewerName() !== '') return true;
  say('Say who judges first: judgements are kept with a name');
  document.getElementById('reviewer')?.focus();
  return false;
}

function failed(error: unknown, what: string): void {
  sayFailure(what, error);
  // Another has judged, or the claims are others: what is shown is no longer so.
  if (error instanceof ApiProblem && error.status === 409) changed();
}

/** The ledger has changed: whatever is shown is asked for again. */
export const changed = (): void => void queryClient.invalidateQueries();
