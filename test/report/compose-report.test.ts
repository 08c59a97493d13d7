import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/hash.js';
import type { Document } from '../../src/model/document.js';
import { reportSchema, type Report } from '../../src/model/report.js';
import { composeReport } from '../../src/report/compose-report.js';
import { law } from '../law/law.js';
import { claims, documents, page, reportInput, said } from './case.js';

const sentencesOf = (report: Report) =>
  report.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences));
const report = composeReport(reportInput());
const texts = sentencesOf(report).map(({ text }) => text);

describe('a report', () => {
  it('has the published form and is the same for the same case', () => {
    expect(reportSchema.parse(report)).toEqual(report);
    expect(canonicalJson(composeReport(reportInput()))).toBe(canonicalJson(report));
    const turned = { ...reportInput([...claims].reverse(), [...documents].reverse()) };
    expect(canonicalJson(composeReport(turned))).toBe(canonicalJson(report));
  });

  it('tells who said what, with bounds, likelihood, dates, route and status as claimed', () => {
    expect(texts).toEqual(
      expect.arrayContaining([
        'The White House stated on 1 February 2024 that North Korea had transferred more than 4,200 containers to Russia since August 2023.',
        'The White House assessed on 1 February 2024 that more than 4,200 containers sent by North Korea to Russia could hold up to 1.9 million shells.',
        'According to Harbour Gazette (3 February 2024), the Government of Russia denied that North Korea had transferred arms to Russia; repeated by Inland Courier (10 February 2024).',
        'According to Harbour Gazette (3 February 2024), the White House stated that a ship had travelled from Rajin to Vostochny.',
        'According to Harbour Gazette (3 February 2024), Olena Marchuk stated that Russia had used three ballistic missiles against Ukraine in Kharkiv on 2 January 2024.',
        'According to Inland Courier (10 February 2024), Delta Survey stated that Russia may have transferred fuel to North Korea.',
      ]),
    );
  });

  it('groups flows by direction, each beside what moved the other way', () => {
    expect(report.sections.map(({ title }) => title)).toEqual([
      'Summary',
      'Mandate and method',
      'Reported: Arms and goods from North Korea to Russia',
      'Reported: Use in attacks',
      'Reported: Routes and movements',
      'Alleged: What moved the other way: arms and goods from Russia to North Korea',
    ]);
    const numbers = report.sections.flatMap(({ paragraphs }) => paragraphs.map(({ number }) => number));
    expect(numbers).toEqual(numbers.map((_, position) => position + 1));
  });

  it('tells as a finding only what meets its standard, and says which that is', () => {
    const titles = (standard: string) =>
      composeReport(reportInput(claims, documents, { standard })).sections.map(({ title }) => title);
    expect(report.standard).toBe('two-origins');
    expect(titles('one-official')).toContain('Arms and goods from North Korea to Russia');
    for (const title of titles('two-origins').slice(2)) expect(title).toMatch(/^(?:Reported|Alleged): /);
    expect(texts).toContain(
      'By the standard of this report this is reported and no finding, as a single origin states it.',
    );
    expect(texts).toContain(
      'By the standard of this report this is alleged, as nobody states as fact that it happened.',
    );
    expect(() => titles('none-such')).toThrow('no such standard');
  });

  it('gives likelihood and confidence, never in one sentence', () => {
    expect(texts).toContain('That this is so, whatever its extent, is likely.');
    expect(texts).toContain('Confidence in this judgement is low.');
    for (const text of texts) expect(/\blikely\b/.test(text) && /confidence\b/.test(text)).toBe(false);
  });

  it('marks what an assumption gives, and cites the assumption for each figure of it', () => {
    const converted = sentencesOf(report).find(({ text }) => text.startsWith('By the assumption'));
    expect(converted?.text).toBe(
      'By the assumption container-152mm, at least 4,200 containers would be at least 1.05 million rounds, which can be so together with what is stated in that unit.',
    );
    expect(converted?.conversions).toMatchObject([
      {
        figure: '1.05 million',
        from: 'more than 4,200',
        assumption: 'assumption container-152mm of Tallyman (2026-11-27): 250 to 480 rounds a container',
      },
    ]);
  });

  it('gives every grade, assumption and reason a row', () => {
    const annex = (title: string) => report.annexes.find((one) => one.title.startsWith(title));
    const grades = annex('Grades')?.rows ?? [];
    expect(grades).toContainEqual([
      expect.any(String) as string,
      'White House',
      'B2',
      'B: an official body of a state',
      expect.stringContaining('usually reliable source') as string,
    ]);
    expect(annex('Standing')?.rows).toHaveLength(reportInput().findings.length);
    expect(annex('Conversions')?.rows.map(([, name]) => name)).toContain('container-152mm');
  });

  it('quotes the text at the span, and cites every sentence on a finding', () => {
    const byId = new Map(documents.map((document) => [document.id, document]));
    const cited = [
      ...sentencesOf(report),
      ...report.annexes.flatMap(({ citations }) => citations.map((c) => ({ finding: null, citations: c }))),
    ];
    for (const { finding, citations } of cited) {
      if (finding !== null) expect(citations.length).toBeGreaterThan(0);
      for (const { doc, span, quote, sha256 } of citations) {
        expect(byId.get(doc)?.text.slice(...span)).toBe(quote);
        expect(sha256).toBe(byId.get(doc)?.source);
      }
    }
  });

  it('also quotes the nearest sentence that names a party which the claim only refers to', () => {
    const capacity = sentencesOf(report).find(({ text }) => text.includes('could hold'));
    expect(capacity?.citations.map(({ quote }) => quote)).toEqual([
      'Such a load could hold up to 1.9 million shells, it reckoned.',
      expect.stringContaining('North Korea had sent Russia more than 4,200 containers'),
    ]);
  });

  it('points each figure to the quote that holds it', () => {
    const capacity = sentencesOf(report).find(({ text }) => text.includes('could hold'));
    expect(capacity?.figures.map(({ span, citation }) => [capacity.text.slice(...span), citation])).toEqual([
      ['more than 4,200', 1],
      ['up to 1.9 million', 0],
    ]);
  });

  it('says of a figure that stands in no quote how it was worked out', () => {
    const derived = sentencesOf(report).find(({ text }) => text.includes('worked out from'));
    expect(derived?.text).toContain('worked out from the words “twice as many”');
    expect(derived?.conversions[0]).toMatchObject({ figure: 'one', from: 'twice as many', citation: 0 });
  });

  it('gives every statement a row with its bounds, and every source its hash', () => {
    const annex = (title: string) => report.annexes.find((one) => one.title === title);
    const [findings, statements, sources] = [
      annex('Findings with their range'),
      annex('Statements with their bounds'),
      annex('Sources'),
    ];
    expect(findings?.rows).toHaveLength(new Set(reportInput().findings.map(({ id }) => id)).size);
    expect(statements?.rows).toHaveLength(claims.length);
    const row = statements?.rows.find(([, , claimant]) => claimant === 'White House');
    expect(row).toEqual(expect.arrayContaining(['4,200', 'open', 'container', 'stated as fact']));
    expect(sources?.rows.map((cells) => cells.at(-1))).toEqual(documents.map(({ source }) => source));
  });

  it('says on what day, and to whom, all of this was known', () => {
    const told = (knownTo: 'world' | 'case'): string | undefined => {
      const early = composeReport(reportInput(claims, documents, { asOf: { day: '2024-02-05', knownTo } }));
      expect(early.as_of).toBe('2024-02-05');
      return early.sections
        .find(({ title }) => title === 'Mandate and method')
        ?.paragraphs[0]?.sentences.map(({ text }) => text)
        .join(' ');
    };
    expect(told('world')).toContain('leaves out what was published after 5 February 2024');
    expect(told('case')).toContain('leaves out what was obtained or judged after 5 February 2024');
  });

  it('tells who only repeats, what a retelling changed, the range of several statements and their dispute', () => {
    const [gazette, courier] = documents as [Document, Document];
    const boxes = (low: number | null, high: number | null, qualifier: string | null, wording: string) => ({
      supplier: 'KP',
      recipient: 'RU',
      item: { class: 'container', wording: 'containers' },
      quantity: { low, high, unit: 'container', qualifier, wording },
      when: { edtf: null, scope: 'cumulative' },
    });
    const by = (document: Document, who: string, stated: string) => [
      { who: document.publisher, role: 'relay' },
      { who, role: 'claimant', stated },
    ];
    const words = 'more than 4,200 containers';
    const list = [
      said(gazette, 0, words, {
        ...boxes(4200, null, 'more than', 'more than 4,200'),
        attribution: by(gazette, 'White House', '2024-02-01'),
      }),
      said(courier, 0, 'Two rail cars', {
        ...boxes(4200, null, 'more than', 'more than 4,200'),
        attribution: by(courier, 'White House', '2024-02-01'),
      }),
      said(courier, 1, 'twice as many', {
        ...boxes(null, 4200, 'up to', 'up to 4,200'),
        attribution: by(courier, 'White House', '2024-02-01'),
      }),
      said(courier, 2, 'weapons by North Korea', {
        ...boxes(100, 100, 'about', 'about 100'),
        attribution: by(courier, 'Delta Survey', '2024-02-09'),
      }),
    ];
    const told = sentencesOf(composeReport(reportInput(list))).map(({ text }) => text);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^The White House .* more than 4,200 containers to Russia; repeated by Inland Courier \(10 February 2024\)\.$/,
        ),
        'According to Inland Courier (10 February 2024), the White House stated on 1 February 2024 that North Korea had transferred up to 4,200 containers to Russia; this retells a statement of the White House with a change: a lower bound has become an upper one, or the reverse.',
        'These statements are in dispute: more than 4,200 by the White House (1 February 2024) stands against about 100 by Delta Survey (9 February 2024).',
        'The statements that qualify together leave open a range of at least 90 containers, as of 9 February 2024.',
      ]),
    );
    const range = sentencesOf(composeReport(reportInput(list))).find(({ text }) =>
      text.includes('leave open'),
    );
    expect(range?.conversions).toMatchObject([{ figure: '90', from: 'about 100' }]);
  });

  it('tells which provisions each finding engages, on whose word, and the law in an annex', () => {
    const legal = composeReport(reportInput(claims, documents, { law: { law, standard: null } }));
    const section = legal.sections.at(-1);
    expect(section?.title).toBe('Provisions engaged');
    const [method, containers] = section?.paragraphs ?? [];
    expect(method?.sentences.map(({ text }) => text).join(' ')).toMatch(/it is no verdict/);
    expect(containers?.sentences.map(({ text, finding }) => [text, finding !== null])).toEqual([
      [
        'Open elements, on what paragraph 5 tells: S/RES/1718 (2006), paragraph 8 (b) (binding North Korea and all States); S/RES/1874 (2009), paragraph 9 (binding North Korea and all States). Open: the goods or services: what the containers held must be shown.',
        false,
      ],
      ['What is told comes from the statement of the White House.', true],
      ['Against it stands the denial of the Government of Russia.', true],
    ]);
    expect(containers?.sentences[1]?.citations[0]?.quote).toMatch(
      /^North Korea had sent Russia more than 4,200/,
    );
    const provisions = legal.annexes.find(({ title }) => title.startsWith('Provisions engaged'));
    expect(provisions?.rows[0]).toEqual(
      expect.arrayContaining([
        'S/RES/1718 (2006), paragraph 8 (b)',
        'https://undocs.org/en/S/RES/1718(2006)',
      ]),
    );
    const elements = legal.annexes.find(({ title }) => title.startsWith('Elements'));
    expect(elements?.rows[0]).toEqual(
      expect.arrayContaining([
        '5',
        'Open elements',
        'the act, who is bound, the direction and the date',
        'met',
      ]),
    );
    expect(elements?.citations[0]?.map(({ claim }) => claim)).toEqual([claims[0]?.id]);
  });

  it('lists inputs that could not be used', () => {
    const reject = {
      stage: 'documents',
      subject: 'x',
      where: 'lost.pdf',
      code: 'malformed',
      reason: 'cut off',
      remedy: 'Obtain it again.',
    } as const;
    const { annexes } = composeReport(reportInput(claims, documents, { rejects: [reject] }));
    expect(annexes.at(-1)?.rows).toEqual([['documents', 'lost.pdf', 'cut off', 'Obtain it again.']]);
  });

  it('puts a likelihood word in no mouth that did not use it', () => {
    const plain = texts.filter(
      (text) => /(?:stated|denied|retells)/.test(text) && !/Delta Survey|could hold/.test(text),
    );
    expect(plain.length).toBeGreaterThan(4);
    for (const text of plain)
      expect(text).not.toMatch(/\b(?:may|might|probably|likely|apparently|possibly)\b/);
  });

  it('lets no text of a source forge a figure', () => {
    const forged = page('t', 'Sly\uE000Post\uE001', '2024-01-01', ['Russia sent \uE00099\uE001 crates.']);
    const one = said(forged, 0, 'Russia sent \uE00099\uE001 crates.', {
      attribution: [{ who: 'Sly\uE000Post\uE001', role: 'claimant' }],
      supplier: 'RU',
      recipient: 'KP',
      item: { class: null, wording: 'cra\uE0007\uE001tes' },
    });
    for (const { text, figures } of sentencesOf(composeReport(reportInput([one], [forged])))) {
      expect(text).not.toMatch(/[\uE000\uE001]/);
      expect(figures).toEqual([]);
    }
  });
});
