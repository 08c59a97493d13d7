import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/claims/extract.js';
import { readSentences } from '../../src/claims/sentences.js';
import { claimSchema } from '../../src/model/claim.js';
import { loadVocabulary } from '../../src/model/vocabulary.js';
import { claimCases, meets, unmet } from '../cases/claims/cases.js';
import { extractor } from './extractor.js';

const cases = await claimCases();

describe('the golden documents', () => {
  describe.each(cases)('$slug', ({ document, claims: expected, never }) => {
    const { claims, rejects } = extractor.extract(document);

    it('give the claims that must be there', () => {
      expect(unmet(expected, claims, document)).toEqual([]);
    });

    it('give none that must not be there', () => {
      expect(claims.filter((claim) => never.some((one) => meets(claim, one, document)))).toEqual([]);
    });

    it('give nothing that the format refuses', () => {
      expect(rejects).toEqual([]);
    });
  });
});

describe('every claim of every document', () => {
  describe.each(cases)('$slug', ({ document }) => {
    const { claims } = extractor.extract(document);

    it('is of the format, its id its own, its position its index', () => {
      for (const claim of claims) expect(claimSchema.parse(claim)).toEqual(claim);
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      expect(claims.map(({ index }) => index)).toEqual(claims.map((_, i) => i));
    });

    it('stands on whole sentences of a block that belongs to the article', () => {
      const sentences = readSentences(document);
      for (const { span } of claims) {
        expect(span[0]).toBeLessThan(span[1]);
        expect(sentences.some((sentence) => sentence.span[0] === span[0])).toBe(true);
        expect(sentences.some((sentence) => sentence.span[1] === span[1])).toBe(true);
        const block = document.blocks.find((b) => b.span[0] <= span[0] && span[1] <= b.span[1]);
        expect(block).toMatchObject({ dropped: null });
        expect(['header', 'heading']).not.toContain(block?.kind);
      }
    });

    it('quotes the words of its figure from the document, and says how it was read', () => {
      for (const { quantity, rules, doc } of claims) {
        if (quantity) expect(document.text).toContain(quantity.wording);
        expect(rules.length).toBeGreaterThan(0);
        expect(doc).toBe(document.id);
      }
    });

    it('names no other claim than one of its document', () => {
      for (const { relation, index } of claims) {
        const other = relation?.claim ?? null;
        if (other === null) continue;
        expect(other).toBeLessThan(claims.length);
        expect(other).not.toBe(index);
      }
    });
  });
});

describe('the same input', () => {
  const bytes = (order: typeof cases, with_: typeof extractor): string[] =>
    order.map(({ document }) => JSON.stringify(with_.extract(document)));

  it('gives the same bytes again, and from another extractor', () => {
    const first = bytes(cases, extractor);
    expect(bytes(cases, extractor)).toEqual(first);
    expect(bytes(cases, createExtractor(loadVocabulary()))).toEqual(first);
  });

  it('gives them in whatever order the documents come', () => {
    expect(bytes([...cases].reverse(), extractor).reverse()).toEqual(bytes(cases, extractor));
  });
});

describe('what was set aside', () => {
  it('gives no claim, and what was kept still does', () => {
    for (const { document } of cases) {
      const all = { ...document, blocks: document.blocks.map((block) => ({ ...block, dropped: 'test' })) };
      expect(extractor.extract(all).claims).toEqual([]);
      const headings = {
        ...document,
        blocks: document.blocks.map((block) => ({ ...block, kind: 'heading' as const })),
      };
      expect(extractor.extract(headings).claims).toEqual([]);
    }
    expect(cases.some(({ document }) => extractor.extract(document).claims.length > 0)).toBe(true);
  });
});

describe('the rules that claims name', () => {
  const documented = [
    ...readFileSync(new URL('../../docs/claims.md', import.meta.url), 'utf8').matchAll(/^\| (`.+?`) \| /gm),
  ]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => new RegExp(`^${name.replace(/[A-Z]{2,}/g, '.+')}$`));

  it('are documented', () => {
    expect(documented.length).toBeGreaterThan(20);
    const rules = new Set(
      cases.flatMap(({ document }) => extractor.extract(document).claims.flatMap((claim) => claim.rules)),
    );
    expect(rules.size).toBeGreaterThan(10);
    expect([...rules].filter((rule) => !documented.some((pattern) => pattern.test(rule)))).toEqual([]);
  });
});
