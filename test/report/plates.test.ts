import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.js';
import { renderHtml } from '../../src/report/render-html.js';
import { vocabulary } from '../ledger/vocabulary.js';
import { claims, documents, page, reportInput, said } from './case.js';
import { domOf } from './dom.js';

const boxes = (low: number | null, high: number | null, wording: string) => ({
  supplier: 'KP',
  recipient: 'RU',
  item: { class: 'container', wording: 'containers' },
  quantity: { low, high, unit: 'container', qualifier: null, wording },
});
const log = page('Log', 'Pier Log', '2024-02-20', [
  'Delta Survey counted 4,500 containers from North Korea to Russia between August 2023 and January 2024.',
  'A ship took 300 containers from Rajin to Vostochny in January 2024, <b>Sly & Co</b> said.',
]);
const more = [
  said(
    log,
    0,
    'Delta Survey counted 4,500 containers from North Korea to Russia between August 2023 and January 2024.',
    {
      ...boxes(4500, 4500, '4,500'),
      attribution: [{ who: 'Delta Survey', role: 'claimant' }],
      when: { edtf: '2023-08/2024-01', scope: 'cumulative' },
    },
  ),
  said(log, 1, 'A ship took 300 containers from Rajin to Vostochny in January 2024, <b>Sly & Co</b> said.', {
    ...boxes(300, 300, '300'),
    attribution: [{ who: '<b>Sly & Co</b>', role: 'claimant' }],
    when: { edtf: '2024-01', scope: 'period' },
    route: { mode: ['sea'], origin: 'Rajin', destination: 'Vostochny', via: [], vessel: null },
  }),
];
/** Two quays, with their positions. */
const withPlaces = {
  ...vocabulary,
  places: [
    ...vocabulary.places.filter(({ name }) => name !== 'Rajin' && name !== 'Vostochny'),
    ...[
      { name: 'Rajin', state: 'KP', lat: 42.24, lon: 130.3 },
      { name: 'Vostochny', state: 'RU', lat: 42.74, lon: 133.08 },
    ].map((place) => ({ ...place, aliases: [], type: 'port' as const, within: null, unlocode: null })),
  ],
};
const made = () =>
  composeReport(reportInput([...claims, ...more], [...documents, log], { vocabulary: withPlaces }));
const report = made();
const plate = (kind: string) => report.plates.find((one) => one.kind === kind);

describe('the pictures of a report', () => {
  it('are the same for the same report', () => {
    expect(made().plates).toEqual(report.plates);
  });

  it('are of a range, of flows and of routes, numbered in the order in which they stand', () => {
    expect(report.plates.map(({ kind }) => kind)).toEqual(['flow', 'map', 'range']);
    expect(report.plates.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('cite the statement of every bar, under the letter that it has in the picture', () => {
    for (const { svg, statements } of report.plates) {
      expect(statements.length).toBeGreaterThan(0);
      for (const { citation } of statements) {
        expect(citation.quote).not.toBe('');
        expect(svg).toContain(`href="#${citation.claim}"`);
      }
    }
    const { svg = '', statements = [] } = plate('range') ?? {};
    for (const { key } of statements) expect(svg).toContain(`${key} `);
  });

  it('draw an open end as open and say in words what they show', () => {
    expect(plate('range')?.alternative).toContain('at least 4,200 containers');
    expect(plate('range')?.alternative).toContain('Delta Survey');
    expect(plate('range')?.svg).toContain('→');
    expect(plate('map')?.alternative).toContain('Rajin to Vostochny');
    expect(plate('map')?.svg).toContain('stroke-dasharray');
  });

  it('let no source make markup, style or script', () => {
    for (const { svg } of report.plates) {
      expect(svg).not.toMatch(/<b>|<style|<script|style=|\son\w+=/);
      expect(svg).not.toMatch(/(?:href|src)="(?!#c-)/);
    }
    expect(plate('range')?.svg).toContain('&lt;b&gt;Sly &amp; Co&lt;/b&gt;');
  });

  it('stand in the page after their paragraph, each bar leading to the words', () => {
    const html = renderHtml(report, [...documents, log]);
    const dom = domOf(html);
    const figures = [...dom.querySelectorAll('figure.plate')];
    expect(figures).toHaveLength(3);
    for (const anchor of dom.querySelectorAll('figure.plate svg a')) {
      const target = anchor.getAttribute('href')?.slice(1) ?? '';
      expect(dom.querySelector(`mark[id="${target}"]`)).not.toBeNull();
    }
  });
});
