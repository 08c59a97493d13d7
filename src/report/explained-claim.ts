import { claimantOf, type Claim } from '../model/claim.js';
import { markup, type Markup } from './markup.js';

/** A claim as a line of its slots, with the rules that built it. */
export function claimMarkup(claim: Claim, positions: ReadonlyMap<string, number>): Markup {
  const slots = slotsOf(claim).map(([name, value]) => markup`<span><i>${name}</i> ${value}</span> `);
  return markup`<dt>Claim ${positions.get(claim.id)}</dt>
<dd class="claim"><div>${slots}</div>
<div class="rules">${claim.rules.map((rule) => markup`<code>${rule}</code> `)}</div></dd>`;
}

/** What a claim says, slot by slot, empty ones left out. */
export function slotsOf(claim: Claim): (readonly [name: string, value: string])[] {
  const { quantity, when, route, relation } = claim;
  const pairs: (readonly [string, string | number | null | undefined])[] = [
    ['kind', claim.kind],
    ['standing', claim.polarity === 'affirmed' ? claim.modality : `${claim.polarity}, ${claim.modality}`],
    ['claimant', claimantOf(claim).who ?? 'not named'],
    ['supplier', claim.supplier],
    ['recipient', claim.recipient],
    ['actor', claim.actor],
    ['target', claim.target],
    ['item', claim.item === null ? null : (claim.item.class ?? 'mixed or unsaid')],
    ['model', claim.item?.model],
    ['figure', quantity === null ? null : figureWords(quantity)],
    ['when', when.edtf],
    ['scope', when.scope],
    [
      'route',
      route === null ? null : [route.origin, ...route.via, route.destination].filter((p) => p).join(' → '),
    ],
    ['by', route === null ? null : route.mode.join(', ')],
    ['vessel', route?.vessel],
    ['place', claim.place],
    ['outcome', claim.outcome],
    [
      'relation',
      relation === null
        ? null
        : `${relation.type}${relation.claim === null ? '' : ` claim ${relation.claim + 1}`}`,
    ],
  ];
  return pairs.flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)] as const],
  );
}

function figureWords({ low, high, unit, vague, share_of, per }: NonNullable<Claim['quantity']>): string {
  const figure =
    low === null && high === null
      ? (share_of ?? (vague === true ? 'vague' : 'none'))
      : low === high
        ? digits(low)
        : `${digits(low)} to ${digits(high)}`;
  return [figure, unit, per === null || per === undefined ? null : `a ${per}`]
    .filter((part) => part)
    .join(' ');
}

const digits = (value: number | null): string => value?.toLocaleString('en-GB') ?? 'open';
