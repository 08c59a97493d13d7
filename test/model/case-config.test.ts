import { describe, expect, it } from 'vitest';
import { caseConfigSchema } from '../../src/model/case-config.js';

describe('case.yaml', () => {
  it('needs an id and a name alone', () => {
    expect(caseConfigSchema.parse({ id: 'case_one', name: 'One' })).toEqual({
      id: 'case_one',
      name: 'One',
      parties: [],
      period: null,
      languages: ['en'],
      standard: 'two-origins',
      second_reader: 'off',
      team: [],
    });
  });

  it.each([
    ['an id that would be no schema name', { id: 'case"; drop schema public; --' }],
    ['an id that starts with a digit', { id: '1case' }],
    ['an empty name', { name: '' }],
    ['a period that is no date', { period: 'last year' }],
    ['a language that is no code', { languages: ['English'] }],
    ['a key that it does not have', { colour: 'grey' }],
  ])('refuses %s', (_, change) => {
    expect(caseConfigSchema.safeParse({ id: 'case_one', name: 'One', ...change }).success).toBe(false);
  });
});
