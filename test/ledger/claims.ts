import fc from 'fast-check';
import { claimBodySchema, makeClaim, type Claim } from '../../src/model/claim.js';
import { documentFacts, type DocumentFacts } from '../../src/ledger/document-facts.js';
import { makeDocument } from '../../src/model/document.js';

/** A claim with what matters given and the rest at rest. */
export function claim(body: Record<string, unknown> = {}, index = 0): Claim {
  return makeClaim(
    claimBodySchema.parse({
      doc: 'd1',
      span: [0, 10],
      kind: 'transfer',
      polarity: 'affirmed',
      modality: 'asserted',
      attribution: [{ who: 'White House', role: 'claimant', stated: '2024-02-01' }],
      supplier: 'KP',
      recipient: 'RU',
      item: { class: 'container', wording: 'containers' },
      when: { edtf: null, scope: 'cumulative' },
      ...body,
    }),
    index,
    'test',
    [],
  );
}

export const quantity = (low: number | null, high: number | null, more: object = {}): object => ({
  low,
  high,
  unit: 'container',
  wording: `${low ?? ''}-${high ?? ''}`,
  ...more,
});

export const facts = (
  id: string,
  published: string | null = '2024-02-03',
  publisher: string | null = 'Gazette',
): DocumentFacts => ({
  ...documentFacts(
    makeDocument({
      source: 's'.repeat(64),
      reader: 'test',
      title: `Title of ${id}`,
      publisher,
      byline: null,
      language: 'en',
      published: published === null ? null : { edtf: published, how: 'header' },
      canonical_url: null,
      text: `text of ${id}`,
      blocks: [{ span: [0, `text of ${id}`.length], kind: 'paragraph', dropped: null, page: null }],
      truncated: false,
      ocr: null,
      warnings: [],
    }),
  ),
  id,
});

const party = fc.constantFrom(null, 'KP', 'RU', 'UA', 'Red Hills Front');
const bound = fc.constantFrom(null, 10, 100, 1000);

/** Claims of every shape that the rules tell apart, in a few documents. */
export const anyClaimsIn = (documents: readonly string[]): fc.Arbitrary<Claim[]> =>
  fc
    .array(
      fc.record({
        doc: fc.constantFrom(...documents),
        kind: fc.constantFrom('transfer', 'use', 'casualty', 'movement', 'capacity', 'interdiction'),
        polarity: fc.constantFrom('affirmed', 'affirmed', 'affirmed', 'denied', 'negated'),
        modality: fc.constantFrom('confirmed', 'asserted', 'assessed', 'reported', 'possible', 'planned'),
        who: fc.constantFrom(
          'White House',
          'Washington',
          'NATO official',
          'Olena Marchuk',
          'Delta Survey',
          null,
        ),
        stated: fc.constantFrom(null, '2024-01', '2024-01-15', '2024-02-01', '2024-03-20'),
        supplier: party,
        recipient: party,
        actor: party,
        target: party,
        item: fc.constantFrom(null, 'container', 'ballistic_missile'),
        low: bound,
        high: bound,
        figure: fc.constantFrom('none', 'plain', 'about', 'vague', 'share', 'rate'),
        unit: fc.constantFrom('container', 'missile', null),
        edtf: fc.constantFrom(
          null,
          '2024-01',
          '2024-01-02',
          '2024-01-02/2024-01-10',
          '2023-09/2024-02-01',
          '../2024-02',
        ),
        scope: fc.constantFrom('point', 'period', 'cumulative', 'unknown'),
        place: fc.constantFrom(null, 'Kharkiv', 'Kharkiv region', 'Rajin'),
        origin: fc.constantFrom(null, 'Rajin', 'Vostochny'),
        vessel: fc.constantFrom(null, 'Grey Heron', 'MV Grey Heron'),
        relation: fc.option(
          fc.record({
            type: fc.constantFrom('part_of', 'alternative_to', 'given', 'revises'),
            claim: fc.constantFrom(null, 0, 1, 2),
          }),
          { freq: 4 },
        ),
      }),
      { maxLength: 12 },
    )
    .map((shapes) => {
      const counts = new Map<string, number>();
      return shapes.map((shape) => {
        const index = counts.get(shape.doc) ?? 0;
        counts.set(shape.doc, index + 1);
        const [low, high] =
          shape.low !== null && shape.high !== null && shape.low > shape.high
            ? [shape.high, shape.low]
            : [shape.low, shape.high];
        const figure = {
          none: null,
          plain: { low, high, unit: shape.unit, wording: 'n' },
          about: { low, high, unit: shape.unit, qualifier: 'about', wording: 'about n' },
          vague: { low: null, high: null, unit: shape.unit, vague: true, wording: 'dozens' },
          share: { low: null, high: null, unit: shape.unit, share_of: '1/2', wording: 'half' },
          rate: { low, high, unit: shape.unit, per: 'day', wording: 'n a day' },
        }[shape.figure];
        return claim(
          {
            doc: shape.doc,
            kind: shape.kind,
            polarity: shape.polarity,
            modality: shape.modality,
            attribution: [{ who: shape.who, role: 'claimant', stated: shape.stated }],
            supplier: shape.supplier,
            recipient: shape.recipient,
            actor: shape.actor,
            target: shape.target,
            item: shape.item === null ? null : { class: shape.item, wording: shape.item },
            quantity: figure,
            when: { edtf: shape.edtf, scope: shape.scope },
            place: shape.place,
            route: { mode: [], origin: shape.origin, destination: null, via: [], vessel: shape.vessel },
            relation: shape.relation,
          },
          index,
        );
      });
    });

const DOCUMENTS = ['d1', 'd2', 'd3'];

export const anyClaims = anyClaimsIn(DOCUMENTS);

/** Claims that are told again, by the same or another page, with and without a change. */
export const retoldClaimsIn = (documents: readonly string[]): fc.Arbitrary<Claim[]> =>
  fc
    .tuple(
      anyClaimsIn(documents),
      fc.array(
        fc.record({
          of: fc.nat(30),
          doc: fc.constantFrom(...documents),
          change: fc.constantFrom(
            'none',
            'none',
            'low',
            'high',
            'vague',
            'modality',
            'unattributed',
            'relayed',
          ),
        }),
        { maxLength: 12 },
      ),
    )
    .map(([claims, retellings]) => {
      const all = [...claims];
      for (const { of, doc, change } of retellings) {
        const told = all[of % Math.max(1, all.length)];
        if (told === undefined) continue;
        const { quantity: figure, attribution } = told;
        const index = all.filter((each) => each.doc === doc).length;
        const retold = {
          none: {},
          low: { quantity: figure && { ...figure, high: figure.low } },
          high: { quantity: figure && { ...figure, low: null } },
          vague: {
            quantity: figure && { ...figure, low: null, high: null, vague: true, wording: 'hundreds' },
          },
          modality: { modality: 'confirmed' },
          unattributed: { attribution: [{ who: null, role: 'claimant' }] },
          relayed: { attribution: [{ who: 'Courier', role: 'relay' }, ...attribution] },
        }[change];
        all.push(
          claim({ ...told, id: undefined, doc, span: [index * 20, index * 20 + 10], ...retold }, index),
        );
      }
      return all;
    });

export const retoldClaims = retoldClaimsIn(DOCUMENTS);

/** Many claims on one question, or on the few that differ from it by a rate, or by having no figure. */
export const claimsOnOneQuestionIn = (documents: readonly string[]): fc.Arbitrary<Claim[]> =>
  fc.array(retoldClaimsIn(documents), { minLength: 2, maxLength: 5 }).map((lists) => {
    const counts = new Map<string, number>();
    return lists.flat().map((each) => {
      const index = counts.get(each.doc) ?? 0;
      counts.set(each.doc, index + 1);
      return claim(
        {
          ...each,
          id: undefined,
          span: [index * 20, index * 20 + 10],
          kind: 'transfer',
          supplier: 'KP',
          recipient: 'RU',
          actor: null,
          target: null,
          item: { class: 'container', wording: 'containers' },
          quantity: each.quantity && { ...each.quantity, unit: 'container' },
          outcome: null,
        },
        index,
      );
    });
  });
