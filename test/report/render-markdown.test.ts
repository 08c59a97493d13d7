import { describe, expect, it } from 'vitest';
import { composeReport } from '../../src/report/compose-report.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { claims, config, documents, page, reportInput, said } from './case.js';

describe('a report as Markdown', () => {
  const text = renderMarkdown(composeReport(reportInput(claims, documents)));

  it('has every note that it cites, and cites every note that it has', () => {
    const notes = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => number);
    const cited = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    expect(notes.length).toBeGreaterThan(3);
    expect(new Set(notes)).toEqual(cited);
    expect(text).toMatch(
      /^\[\^\d+\]: White House, in Harbour Gazette, 3 February 2024, paragraph 1\. SHA-256 [0-9a-f]{12}$/m,
    );
  });

  it('keeps the report’s own numbers and has every annex as a table', () => {
    expect(text).toMatch(/^1\\\. /m);
    expect(text).toMatch(/^## Annex I\. Voyages\n\n\| Time \| Carried \|/m);
  });

  it('takes no text of a source for markup', () => {
    const sly =
      '<script>x</script> [a](http://b.example) ![i](j) **bold** | cell `code` https://c.example www.d.example';
    const forged = page(sly, sly, '2024-01-01', [`Russia sent 99 crates. ${sly}`]);
    const one = said(forged, 0, `Russia sent 99 crates. ${sly}`, {
      attribution: [{ who: sly, role: 'claimant' }],
      supplier: 'RU',
      recipient: 'KP',
      item: { class: null, wording: 'crates' },
    });
    const made = renderMarkdown(
      composeReport(reportInput([one], [forged], { case: { ...config, name: `# ${sly}` } })),
    );
    expect(made).not.toMatch(/<script|(?<!\\)\]\(|(?<!\\)!\\?\[|(?<!\\)\*\*|(?<!\\)`/);
    expect(made).not.toMatch(/https?:\/\/|www\.[a-z]/);
  });
});
