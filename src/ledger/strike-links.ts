import { dayBounds } from '../core/edtf-date.js';
import { overlaps } from '../core/span.js';
import type { Claim } from '../model/claim.js';
import type { KeptFinding, Standing } from '../model/finding.js';
import type { StrikeLink } from '../model/strike-case.js';
import { supports } from './modality.js';
import type { Names } from './names.js';
import { partyId } from './question.js';
import { compare } from './statement-date.js';
import type { StrikeClaim } from './strike-claim.js';

interface Transfer {
  readonly finding: KeptFinding;
  /** Affirmed, of what happened, by somebody's own word. */
  readonly claims: readonly { readonly claim: Claim; readonly standing: Standing }[];
}

/** The transfers that claims support, by the class of goods and who received them. */
export class TransferIndex {
  readonly #byGoods = new Map<string, Transfer[]>();

  constructor(findings: readonly KeptFinding[], claims: ReadonlyMap<string, Claim>) {
    for (const finding of findings) {
      const { kind, item, recipient } = finding.question;
      if (kind !== 'transfer' || item === null || recipient === null) continue;
      const supporting = finding.standings.flatMap((standing) => {
        const claim = claims.get(finding.claims[standing.at]!.claim);
        return claim !== undefined && standing.affirmed && supports(claim.modality)
          ? [{ claim, standing }]
          : [];
      });
      if (supporting.length === 0) continue;
      const key = `${item} ${recipient}`;
      const transfer = { finding, claims: supporting };
      const there = this.#byGoods.get(key);
      if (there) there.push(transfer);
      else this.#byGoods.set(key, [transfer]);
    }
  }

  to(item: string, recipient: string): readonly Transfer[] {
    return this.#byGoods.get(`${item} ${recipient}`) ?? [];
  }
}

interface Strike {
  /** EDTF. */
  readonly date: string;
  readonly uses: readonly StrikeClaim[];
  /** States whose make the weapons are said to be. */
  readonly makers: readonly string[];
  readonly users: readonly string[];
}

/**
 * The transfers by which the weapons of a strike came, as claims state it of them; else those that fit: the same class
 * of goods and model, to the one who used them, from the state whose make they are said to be, begun before the strike.
 */
export function linksOf(strike: Strike, transfers: TransferIndex, names: Names): StrikeLink[] {
  const affirmed = strike.uses.filter(({ claim }) => claim.polarity === 'affirmed');
  const stated = affirmed.flatMap(({ claim }) => statedLinks(claim, strike, transfers, names));
  const inferred = affirmed.flatMap(({ claim }) => inferredLinks(claim, strike, transfers, names));
  const known = new Set(stated.map(({ supplier, recipient }) => `${supplier} ${recipient}`));
  return merged([
    ...stated,
    ...inferred.filter(({ supplier, recipient }) => !known.has(`${supplier} ${recipient}`)),
  ]);
}

/** A claim that names the supplier of what was fired, or tells the transfer of such goods in the same words. */
function statedLinks(use: Claim, { users }: Strike, transfers: TransferIndex, names: Names): StrikeLink[] {
  const links: StrikeLink[] = [];
  const supplier = partyId(use.supplier, names);
  if (supplier !== null) {
    const recipient = partyId(use.recipient ?? use.actor, names);
    const grounds = ['the claim names who supplied what was used'];
    links.push({ basis: 'stated', supplier, recipient, finding: null, claims: [use.id], grounds });
  }
  const item = use.item?.class ?? null;
  if (item === null) return links;
  for (const user of users) {
    for (const { finding, claims } of transfers.to(item, user)) {
      const here = claims.filter(({ claim }) => claim.doc === use.doc && overlaps(claim.span, use.span));
      if (here.length === 0) continue;
      links.push({
        basis: 'stated',
        supplier: finding.question.supplier,
        recipient: user,
        finding: finding.id,
        claims: [use.id, ...here.map(({ claim }) => claim.id)],
        grounds: ['the same sentence tells the transfer of such goods to the user'],
      });
    }
  }
  return links;
}

function inferredLinks(
  use: Claim,
  { date, makers, users }: Strike,
  transfers: TransferIndex,
  names: Names,
): StrikeLink[] {
  const named = (party: string): string => names.who(party)?.name ?? party;
  const item = use.item?.class ?? null;
  const day = dayBounds(date)?.start ?? null;
  if (item === null || day === null) return [];
  return users.flatMap((user) =>
    transfers.to(item, user).flatMap(({ finding, claims }): StrikeLink[] => {
      const { supplier } = finding.question;
      if (supplier === null || (makers.length > 0 && !makers.includes(supplier))) return [];
      const fitting = claims.filter(
        ({ claim, standing }) => sameModel(use, claim) && begun(claim, standing) < day,
      );
      if (fitting.length === 0) return [];
      const first = fitting.map(({ claim, standing }) => begun(claim, standing)).sort(compare)[0]!;
      const model = fitting.some(({ claim }) => (claim.item?.model ?? null) !== null) && use.item?.model;
      return [
        {
          basis: 'inferred',
          supplier,
          recipient: user,
          finding: finding.id,
          claims: fitting.map(({ claim }) => claim.id),
          grounds: [
            `the same goods: ${item.replaceAll('_', ' ')}${model ? `, ${model}` : ''}`,
            `received by the one said to have used them: ${named(user)}`,
            `known to have begun by ${first}, before the strike`,
            makers.length === 0
              ? 'no claim says whose make the weapon was'
              : `from the state whose make the weapon is said to be: ${named(supplier)}`,
          ],
        },
      ];
    }),
  );
}

/** Models are the same where both name one; where only one does, nothing speaks against it. */
function sameModel(use: Claim, transfer: Claim): boolean {
  const [a, b] = [use.item?.model ?? null, transfer.item?.model ?? null];
  return a === null || b === null || a === b;
}

/**
 * By when a transfer is known to have begun: the last day that the first date of its window allows, and by the day of the
 * statement unless that comes before the window.
 */
function begun({ when }: Claim, { day }: Standing): string {
  const first = dayBounds((when.edtf ?? '').split('/')[0]!);
  const end = first?.end ?? null;
  if (end === null) return day ?? '9999';
  const saidLater = day !== null && (first?.start ?? '') <= day;
  return saidLater && day < end ? day : end;
}

/** One link a transfer: several claims on the weapon may lead to it. */
function merged(links: readonly StrikeLink[]): StrikeLink[] {
  const found = new Map<string, StrikeLink>();
  for (const link of links) {
    const key = JSON.stringify([link.basis, link.supplier, link.recipient, link.finding]);
    const there = found.get(key);
    const claims = [...new Set([...(there?.claims ?? []), ...link.claims])];
    const grounds = [...new Set([...(there?.grounds ?? []), ...link.grounds])];
    found.set(key, { ...link, claims, grounds });
  }
  return [...found].sort(([a], [b]) => compare(b, a)).map(([, link]) => link);
}
