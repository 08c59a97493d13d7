import { describe, expect, it } from 'vitest';
import { explain } from '../../src/claims/explain.js';
import { explanationHtml } from '../../src/report/explanation-html.js';
import { extractor, page } from '../claims/extractor.js';
import { domOf } from './dom.js';

const HOSTILE =
  'Iran sent 40 drones to Sudan, the panel said. "><script>alert(1)</script> <img src=x onerror=alert(2)> </title><style>*{}</style>';

describe('the page of an explanation', () => {
  const html = explanationHtml([explain(extractor, page(HOSTILE, 'The LNA holds 3 tanks.'))]);
  const dom = domOf(html);

  it('never lets a text become markup', () => {
    expect(dom.querySelectorAll('script, img, iframe, link, [onerror]')).toHaveLength(0);
    expect(dom.querySelectorAll('style')).toHaveLength(1);
    const words = [...dom.querySelectorAll('.text')].map(({ textContent }) => textContent).join(' ');
    expect(words).toContain('"><script>alert(1)</script> <img src=x onerror=alert(2)>');
  });

  it('loads and runs nothing, by its own policy', () => {
    const policy =
      dom.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/,
    );
    expect(dom.querySelectorAll('[src], [href], [style]')).toHaveLength(0);
  });

  it('marks the figures by their role, and gives each claim with its rules', () => {
    expect(dom.querySelector('.text mark.claimed')?.textContent).toBe('40');
    expect(dom.querySelector('.claim .rules')?.textContent).toContain('said:say');
    expect(dom.querySelector('.text mark.claimed')?.getAttribute('title')).toContain('figure: claimed');
  });

  it('is the same, byte for byte, for the same explanation', () => {
    expect(explanationHtml([explain(extractor, page(HOSTILE, 'The LNA holds 3 tanks.'))])).toBe(html);
  });
});
