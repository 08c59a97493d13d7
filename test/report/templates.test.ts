import { describe, expect, it } from 'vitest';
import { reportSchema, TEMPLATES, type Report, type TemplateName } from '../../src/model/report.js';
import { composeReport } from '../../src/report/compose-report.js';
import { claims, documents, reportInput, said } from './case.js';

const made = (template: TemplateName, more = {}): Report =>
  composeReport(reportInput(claims, documents, { template, ...more }));
const textOf = ({ sections }: Pick<Report, 'sections'>): string =>
  sections
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
    .join('\n');

describe('templates', () => {
  it('keep the published form and number paragraphs without a gap', () => {
    for (const template of TEMPLATES) {
      const report = made(template);
      expect(reportSchema.parse(report)).toEqual(report);
      expect(report.template).toBe(template);
      const numbers = report.sections.flatMap(({ paragraphs }) => paragraphs.map(({ number }) => number));
      expect(numbers).toEqual(numbers.map((_, position) => position + 1));
    }
  });

  it('monitoring-team: its summary tells only what meets the standard, and where it is told whole', () => {
    const summary = (standard: string): string => {
      const { sections } = made('monitoring-team', { standard });
      return textOf({ sections: sections.slice(0, 1) });
    };
    expect(summary('two-origins')).toMatch(/^Nothing that the sources state meets the standard/);
    expect(summary('one-official')).toContain(
      'The White House stated on 1 February 2024 that North Korea had transferred more than 4,200 containers to Russia since August 2023 (paragraph 8).',
    );
    expect(summary('one-official')).not.toContain('fuel');
  });

  it('monitoring-team: a voyage has a row with its places and how it is known', () => {
    const voyages = made('monitoring-team').annexes.find(({ title }) => title === 'Voyages');
    expect(voyages?.rows).toEqual([
      [
        'not stated',
        'by sea',
        '',
        'Rajin',
        '',
        'Vostochny',
        '',
        'the White House',
        'claimed: stated as fact',
      ],
    ]);
    expect(voyages?.citations[0]?.[0]?.quote).toContain('sailed from Rajin');
  });

  it('monitoring-team: an outlook only where a claim states what is to come', () => {
    const titles = (report: Report): string[] => report.sections.map(({ title }) => title);
    expect(titles(made('monitoring-team'))).not.toContain('Outlook');
    const [, courier] = documents;
    const plan = said(courier!, 9, 'Russia may have sent fuel to the North Koreans, Delta Survey wrote.', {
      modality: 'planned',
      attribution: [{ who: 'Delta Survey', role: 'claimant' }],
      supplier: 'RU',
      recipient: 'KP',
      item: { class: 'coal', wording: 'coal' },
    });
    const report = composeReport(reportInput([...claims, plan], documents));
    const outlook = report.sections.filter(({ title }) => title === 'Outlook');
    expect(textOf({ sections: outlook })).toMatch(/Delta Survey stated that Russia would transfer coal/);
  });

  it('brief: leading findings and disputes within what two pages hold', () => {
    const report = made('brief', { standard: 'one-official' });
    expect(report.sections.map(({ title }) => title)).toEqual([
      'Leading findings',
      'Disputes',
      'Mandate and method',
    ]);
    expect(textOf(report)).toContain('more than 4,200 containers');
    expect(textOf(report).length).toBeLessThan(6600);
    expect(textOf(made('brief'))).toContain('Nothing that the sources state meets the standard');
  });

  it('fact-check: claim, who says so, who repeats it, what contradicts it, what is shown', () => {
    const report = made('fact-check');
    const containers = report.sections.find(({ title }) => title.startsWith('Containers'));
    const part = (heading: string): string =>
      containers?.paragraphs
        .filter((paragraph) => paragraph.heading === heading)
        .flatMap(({ sentences }) => sentences.map(({ text }) => text))
        .join(' ') ?? '';
    expect(containers?.paragraphs.map(({ heading }) => heading)).toEqual([
      'The claim',
      'Who says so',
      'Who only repeats it',
      'What contradicts it',
      'What is shown',
    ]);
    expect(part('The claim')).toContain('more than 4,200 containers');
    expect(part('Who only repeats it')).toMatch(
      /Inland Courier .* retells a statement of the Government of Russia/,
    );
    const moves = report.sections.find(({ title }) => title.startsWith('Ballistic'));
    expect(moves?.paragraphs[2]?.sentences[0]?.text).toBe('No other source that is held repeats it.');
    expect(part('What contradicts it')).toContain('the Government of Russia denied');
    expect(part('What is shown')).toContain('this is reported and no finding');
  });
});
