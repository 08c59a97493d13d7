import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERRORS, TallymanError, messageOf, systemCode, type ErrorCode } from '../../src/core/errors.js';

describe('errors', () => {
  it('carry their code, place and remedy', () => {
    const error = new TallymanError('encrypted', 'needs a password', 'report.pdf');
    expect(error).toBeInstanceOf(Error);
    expect({ code: error.code, where: error.where, remedy: error.remedy }).toEqual({
      code: 'encrypted',
      where: 'report.pdf',
      remedy: ERRORS.encrypted.remedy,
    });
    expect(new TallymanError('usage', 'what?').where).toBeNull();
  });

  it.each(Object.keys(ERRORS) as ErrorCode[])(
    '%s has an error status, an exit code and a remedy in a sentence',
    (code) => {
      const { status, exit, remedy } = ERRORS[code];
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect([1, 2]).toContain(exit);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('tell a system error by its code', () => {
    let thrown: unknown;
    try {
      readFileSync('/no/such/file');
    } catch (error) {
      thrown = error;
    }
    expect(systemCode(thrown)).toBe('ENOENT');
    expect(systemCode(new Error('ENOENT'))).toBeNull();
    expect(systemCode('ENOENT')).toBeNull();
  });

  it('give a message for anything thrown', () => {
    expect(messageOf(new Error('gone'))).toBe('gone');
    expect(messageOf('gone')).toBe('gone');
    expect(messageOf(undefined)).toBe('undefined');
  });
});
