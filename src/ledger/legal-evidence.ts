import type { Claim } from '../model/claim.js';
import type { KeptFinding, Standing } from '../model/finding.js';
import type { Undated } from '../model/provision.js';
import type { Days } from '../law/in-force.js';
import { supports } from './modality.js';
import { relationContext } from './pairs.js';
import { relate } from './relation.js';

/** A claim of a finding that is no echo. */
export interface Witness {
  readonly ref: { readonly doc: string; readonly index: number; readonly claim: string };
  readonly claim: Claim;
  readonly standing: Standing;
  /** Whether it can show what it says: affirmed, said of what happened, by its own word and no arithmetic. */
  readonly qualifies: boolean;
  /** When what it says was; null where that is not known. */
  readonly time: (Days & { readonly assumed: boolean }) | null;
}

export interface Testimony {
  /** Affirmed, in the order of their statements. */
  readonly affirmed: readonly Witness[];
  /** Denied, or told as not so. */
  readonly denials: readonly Witness[];
  /** Whether a denial covers what an affirmed claim says. */
  readonly denies: (denial: Witness, affirmed: Witness) => boolean;
}

/** @param claims the claims of the case by id */
export function testimonyOn(
  finding: KeptFinding,
  claims: ReadonlyMap<string, Claim>,
  undated: Undated,
): Testimony {
  const standings = new Map(finding.standings.map((standing) => [standing.at, standing]));
  const witnesses = finding.claims.flatMap(({ doc, index, claim: id, derived_from }, at) => {
    const [claim, standing] = [claims.get(id), standings.get(at)];
    if (claim === undefined || standing === undefined) return [];
    const qualifies = claim.polarity === 'affirmed' && supports(claim.modality) && derived_from === null;
    const time = timeOf(standing, undated);
    return [{ ref: { doc, index, claim: id }, claim, standing, qualifies, time }];
  });
  const context = relationContext(finding);
  return {
    affirmed: witnesses.filter(({ standing }) => standing.affirmed),
    denials: witnesses.filter(({ standing }) => !standing.affirmed),
    denies: (denial, affirmed) =>
      relate(denial.standing, affirmed.standing, context).relation === 'contradicts',
  };
}

/** An open start is assumed to lie some months before the statement, as the law's data says. */
function timeOf({ window: { start, end } }: Standing, { months }: Undated): Witness['time'] {
  if (end === null) return null;
  if (start !== null) return { start, end, assumed: false };
  return months === 0 ? null : { start: monthsBefore(end, months), end, assumed: true };
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

export const originsOf = (witnesses: readonly Witness[]): number =>
  new Set(witnesses.map(({ standing }) => standing.origin)).size;
