import { TallymanError } from '../core/errors.js';
import { claimBodySchema, claimantOf, type Claim } from './claim.js';
import type { Judgement, Standing } from './judgement.js';

type Fields = NonNullable<Judgement['set']>;
type Value = Fields[string];

/** The fields of a claim that an edit may set, and what their values are. A claim stays where it was read. */
export const EDITABLE = {
  kind: 'text',
  polarity: 'text',
  modality: 'text',
  claimant: 'text',
  anonymous: 'flag',
  stated: 'text',
  supplier: 'text',
  recipient: 'text',
  actor: 'text',
  target: 'text',
  item: 'none',
  'item.class': 'text',
  'item.wording': 'text',
  'item.model': 'text',
  'item.calibre_mm': 'number',
  quantity: 'none',
  'quantity.low': 'number',
  'quantity.high': 'number',
  'quantity.unit': 'text',
  'quantity.qualifier': 'text',
  'quantity.wording': 'text',
  'quantity.vague': 'flag',
  'quantity.share_of': 'text',
  'quantity.per': 'text',
  'when.edtf': 'text',
  'when.scope': 'text',
  route: 'none',
  'route.mode': 'list',
  'route.origin': 'text',
  'route.destination': 'text',
  'route.via': 'list',
  'route.vessel': 'text',
  place: 'text',
  outcome: 'text',
  relation: 'none',
  'relation.type': 'text',
  'relation.claim': 'number',
} as const satisfies Record<string, 'text' | 'number' | 'flag' | 'list' | 'none'>;

type Field = keyof typeof EDITABLE;
const isField = (name: string): name is Field => Object.hasOwn(EDITABLE, name);

/**
 * Reads `field=value`; `null` is no value, a list has commas.
 * @throws TallymanError `usage` for another field or a value that is none of its
 */
export function readAssignment(text: string): readonly [field: string, value: Value] {
  const at = text.indexOf('=');
  const field = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (at < 0 || !isField(field))
    throw new TallymanError(
      'usage',
      `no field of a claim; fields are ${Object.keys(EDITABLE).join(', ')}`,
      text,
    );
  if (value === 'null' || value === '') return [field, EDITABLE[field] === 'list' ? [] : null];
  switch (EDITABLE[field]) {
    case 'text':
      return [field, value];
    case 'list':
      return [field, value.split(',').map((each) => each.trim())];
    case 'number': {
      const number = Number(value.replace(/(?<=\d)[,_](?=\d{3})/g, ''));
      if (!Number.isFinite(number)) throw new TallymanError('usage', 'is no number', text);
      return [field, number];
    }
    case 'flag':
      if (value !== 'true' && value !== 'false') throw new TallymanError('usage', 'is true or false', text);
      return [field, value === 'true'];
    case 'none':
      throw new TallymanError('usage', 'is set to null or field by field', text);
  }
}

/** The claim with these fields set. @throws TallymanError `usage` where it then breaks the format */
export function editedClaim(claim: Claim, fields: Fields): Claim {
  if (Object.keys(fields).length === 0) return claim;
  const draft = structuredClone(claim) as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields)) setField(draft, field, value);
  const body = claimBodySchema.safeParse(draft);
  if (!body.success) {
    const faults = body.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new TallymanError('usage', faults.join('; '), claim.id);
  }
  return { ...claim, ...body.data };
}

/** What a part that is null begins as when one of its fields is set. */
const BLANK: Readonly<Record<string, () => Record<string, unknown>>> = {
  item: () => ({ class: null, wording: '' }),
  quantity: () => ({ low: null, high: null, unit: null, wording: '' }),
  route: () => ({ mode: [], origin: null, destination: null, via: [], vessel: null }),
  relation: () => ({ claim: null }),
};

/** The claimant's own fields stand in the last attribution. */
const CLAIMANT: Readonly<Record<string, string>> = {
  claimant: 'who',
  anonymous: 'anonymous',
  stated: 'stated',
};

function setField(draft: Record<string, unknown>, field: string, value: Value): void {
  const own = CLAIMANT[field];
  const [part = '', inner] = field.split('.');
  if (own !== undefined) {
    const last = claimantOf(draft as Claim) as Record<string, unknown>;
    last[own] = value;
  } else if (inner === undefined) {
    draft[part] = value;
  } else {
    draft[part] ??= BLANK[part]?.() ?? {};
    (draft[part] as Record<string, unknown>)[inner] = value;
  }
}

/** The claim as its judgements have it stand. @throws TallymanError `usage` where an edit no longer fits it */
export function judgedClaim(read: Claim, standing: Standing | null): Claim {
  if (standing === null) return read;
  const { id, by, at, why } = standing.last;
  const judgement = { verdict: standing.verdict, id, by, at, why, edited: Object.keys(standing.set) };
  return { ...editedClaim(read, standing.set), judgement };
}
