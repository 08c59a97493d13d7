import { describe, expect, it } from 'vitest';
import { markBoilerplate } from '../../src/documents/boilerplate.js';

const LEAD =
  'Three ships unloaded at the eastern quay during the night, the harbour authority said on Monday.';
const BODY =
  'None of them had filed papers, and the cranes were switched off again before the sun had risen.';

const marks = (...lines: readonly string[]): (string | null)[] =>
  markBoilerplate(lines.map((text) => ({ text, kind: 'paragraph' })));

describe('what a page says of itself and of its readers', () => {
  it.each([
    ['Log in  Subscribe', 'subscription-plea'],
    ['Sign in | Register | My account', 'subscription-plea'],
    ['You have read 3 of 4 free articles this week.', 'subscription-plea'],
    [
      'You’ve read 7 articles in the last year. Quality takes time. Support us from $1 a week. Remind me in May',
      'subscription-plea',
    ],
    ['The Evening Quay. Four stories about cargo, in your inbox at 18:00. Sign up', 'subscription-plea'],
    ['Our Standards: The Quay Gazette Charter of Principles.', 'site-notice'],
    ['Our Standards: The Quay Handbook of Reporting', 'site-notice'],
  ])('%j goes by the rule %s', (line, rule) => {
    expect(marks(LEAD, line, BODY)[1]).toBe(rule);
    expect(marks(LEAD, BODY, line)[2]).toBe(rule);
  });

  it('topics and buttons below the article go with the line above them', () => {
    expect(
      marks(LEAD, BODY, 'Explore more on these topics', 'Quays Islands Cranes Share Reuse this content'),
    ).toEqual([null, null, 'related-list', 'related-list']);
  });

  it.each([
    'You have read two letters to the ministry in this account, and neither of them was answered by its press office.',
    'The registers of the quay say who could log in to the cranes that night, and the list has four names on it.',
    'The harbour office said that its standards require a handbook on each ship, and that two of them had none.',
  ])('a sentence of the article stays: %j', (line) => {
    expect(marks(LEAD, line, BODY)).toEqual([null, null, null]);
  });
});
