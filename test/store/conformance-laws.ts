import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ITEM_CLASSES,
  KINDS,
  MODALITIES,
  MODES,
  OUTCOMES,
  POLARITIES,
  SCOPES,
  UNITS,
} from '../../src/model/enums.js';
import { claimSchema, type Claim, type ClaimBody } from '../../src/model/claim.js';
import { documentSchema } from '../../src/model/document.js';
import type { Store } from '../../src/model/store.js';
import { EXTRACTOR, aClaim, aDocument, aFinding, aReject, aSource, all, anEntity } from './records.js';

/** Any text, damaged ones included: U+0000, halves of surrogate pairs, escapes that look like our own. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\0', '\ud83d', '\ude00', '\\', '\\u0000', "'", '"', '%', 'a', 'İ', '\u2028'),
  }),
  fc.string({ minLength: 900, maxLength: 1200, unit: 'grapheme' }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const record = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });
const edtf = fc.constantFrom(
  '2024',
  '2024-05-03',
  '2024-21',
  '../2023',
  '2023-09/..',
  '1985~',
  '-0044',
  '0000',
  'Y17000',
);
const amount = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });

const body: fc.Arbitrary<Partial<ClaimBody>> = record({
  kind: fc.constantFrom(...KINDS),
  polarity: fc.constantFrom(...POLARITIES),
  modality: fc.constantFrom(...MODALITIES),
  attribution: fc.array(
    record({
      who: maybe(text),
      role: fc.constantFrom('relay' as const, 'claimant' as const),
      stated: maybe(edtf),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  supplier: maybe(text),
  recipient: maybe(text),
  actor: maybe(text),
  target: maybe(text),
  item: maybe(record({ class: maybe(fc.constantFrom(...ITEM_CLASSES)), wording: text, model: maybe(text) })),
  quantity: maybe(
    record({
      low: amount,
      high: fc.constant(null),
      unit: maybe(fc.constantFrom(...UNITS)),
      wording: text,
    }),
  ),
  when: record({ edtf: maybe(edtf), scope: fc.constantFrom(...SCOPES) }),
  route: maybe(
    record({
      mode: fc.uniqueArray(fc.constantFrom(...MODES)),
      origin: maybe(text),
      destination: maybe(text),
      via: fc.array(text, { maxLength: 2 }),
      vessel: maybe(text),
    }),
  ),
  place: maybe(text),
  outcome: maybe(fc.constantFrom(...OUTCOMES)),
});

export function storeLaws(open: () => Store): void {
  it('gives back exactly what was written, whatever the text', { timeout: 120_000 }, async () => {
    const store = open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(body, { maxLength: 4 }), async (words, publisher, bodies) => {
        const name = `round trip ${(run += 1)}`;
        const source = aSource(name, {
          media_type: words,
          origins: [
            {
              uri: `${words}${name}`,
              obtained: '2024-05-01T08:30:00Z',
              method: 'file',
              container: null,
              hints: { publisher },
            },
          ],
        });
        const document = aDocument(source, { text: words, publisher, title: publisher, warnings: [words] });
        const claims = bodies.map((one, index) => damaged(aClaim(document, index), one, name));
        const reject = aReject('claims', document.id, words);
        await store.addSource(source);
        await store.commitDocument(words, source.id, document);
        await store.commitClaims(EXTRACTOR, document.id, claims, [reject]);
        const finding = aFinding(`f-${name}`, claims, {
          supplier: words,
          event: { date: null, place: publisher },
        });
        await store.commitLedger(words, [finding], [anEntity(words)]);

        expect(await store.source(source.id)).toStrictEqual(source);
        expect(await store.document(document.id)).toStrictEqual(document);
        expect(documentSchema.parse(await store.document(document.id))).toEqual(document);
        const listed = await all(store.claims({ document: document.id }));
        expect(listed.toSorted((a, b) => a.index - b.index)).toStrictEqual(claims);
        for (const claim of claims) {
          // The order of keys too: what is printed from the store is what would have been printed before.
          expect(JSON.stringify(await store.claim(claim.id))).toBe(JSON.stringify(claim));
          claimSchema.parse(await store.claim(claim.id));
        }
        expect(await all(store.findings({ party: words }))).toStrictEqual([finding]);
        expect(await all(store.entities())).toStrictEqual([anEntity(words)]);
        expect(await store.ledgerState()).toBe(words);
        expect(await store.rejects('claims')).toContainEqual(reject);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it(
    'lists the same, however often and in whatever order sources are committed',
    { timeout: 120_000 },
    async () => {
      const store = open();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(record({ claims: fc.nat(3), fails: fc.boolean(), date: edtf }), {
            minLength: 1,
            maxLength: 5,
          }),
          fc.infiniteStream(fc.nat()),
          async (plans, order) => {
            const salt = `order ${(run += 1)}`;
            const works = plans.map(({ claims, fails, date }, i) => {
              const source = aSource(`${salt} ${i}`);
              const document = aDocument(source, { publisher: salt, published: { edtf: date, how: 'meta' } });
              const drawn = Array.from({ length: claims }, (_, index) =>
                aClaim(document, index, { supplier: salt }),
              );
              return { source, document, claims: drawn, fails };
            });
            // Each source has its steps in order; how the sources' steps interleave, and which are repeated, is any.
            const steps = works.map(({ source, document, claims, fails }) => [
              () => store.addSource(source),
              () => store.commitDocument('1', source.id, fails ? aReject('documents', source.id) : document),
              ...(fails ? [] : [() => store.commitClaims(EXTRACTOR, document.id, claims, [])]),
            ]);
            const done = steps.map(() => 0);
            while (done.some((count, i) => count < steps[i]!.length)) {
              const i = order.next().value % steps.length;
              const upTo = Math.min(done[i]! + 1, steps[i]!.length);
              // Any step up to the next one: a repeat, or progress.
              const step = order.next().value % upTo;
              await steps[i]![step]!();
              if (step === done[i]) done[i] += 1;
            }
            const read = works.filter(({ fails }) => !fails);
            const documents = await all(store.documents({ publisher: salt }));
            expect(new Set(documents)).toEqual(new Set(read.map(({ document }) => document)));
            const claims = await all(store.claims({ party: salt }));
            expect(claims).toHaveLength(read.reduce((sum, work) => sum + work.claims.length, 0));
            expect(new Set(claims)).toEqual(new Set(read.flatMap((work) => work.claims)));
            const rejected = (await store.rejects('documents')).map(({ subject }) => subject);
            for (const { source, fails } of works) expect(rejected.includes(source.id)).toBe(fails);
            const unread = (await store.unreadSources('1', 1000)).map(({ id }) => id);
            expect(unread.filter((id) => works.some(({ source }) => source.id === id))).toEqual([]);
          },
        ),
        { numRuns: 12, endOnFailure: true },
      );
    },
  );
}

/** A claim that says this; canonical JSON, which ids are made of, is not defined for halves of surrogate pairs. */
const damaged = (claim: Claim, body: Partial<ClaimBody>, name: string): Claim => ({
  ...claim,
  ...body,
  id: `c-${name}-${claim.index}`,
});
