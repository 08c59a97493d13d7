import { describe, expect, it } from 'vitest';
import { ERRORS, TallymanError } from '../../src/core/errors.js';
import { rejectFor, rejectSchema } from '../../src/model/reject.js';

describe('a reject', () => {
  it('keeps what went wrong, where, and what to do', () => {
    const error = new TallymanError('encrypted', 'needs a password', 'panel.pdf, page 1');
    expect(rejectFor('documents', 'f00d', 'panel.pdf', error)).toEqual({
      stage: 'documents',
      subject: 'f00d',
      where: 'panel.pdf, page 1',
      code: 'encrypted',
      reason: 'needs a password',
      remedy: ERRORS.encrypted.remedy,
    });
  });

  it('falls back on the place that the stage gives', () => {
    expect(
      rejectFor('documents', 'f00d', 'panel.pdf', new TallymanError('empty', 'holds nothing')).where,
    ).toBe('panel.pdf');
  });

  it('calls an error that no table knows internal, and keeps its words', () => {
    const reject = rejectFor('claims', 'f00d', 'panel.pdf', new RangeError('out of range'));
    expect(reject).toMatchObject({ code: 'internal', reason: 'out of range' });
    expect(rejectSchema.parse(reject)).toEqual(reject);
  });
});
