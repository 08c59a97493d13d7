import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_VERSION } from '../../src/core/package-root.js';
import { initCase } from '../../src/pipeline/case-folder.js';
import { writeFiles } from '../pipeline/sources.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';
import { tallyman } from './tallyman.js';

const folder = temporaryFolder();
const root = join(folder, 'case');
beforeAll(() => {
  initCase(root, {});
});

const at = (cwd: string, ...args: string[]) => tallyman(args, { cwd });

describe('help', () => {
  it.each([[['--help']], [['help']], [['help', 'add']], [['add', '--help']]])('%j is no error', (args) => {
    const { status, stdout, stderr } = at(folder, ...args);
    expect(stdout).toContain('Examples:');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('gives the version', () => {
    expect(at(folder, '--version').stdout).toBe(`${PACKAGE_VERSION}\n`);
  });
});

describe('a command that cannot be carried out', () => {
  it.each<[string, string[], RegExp]>([
    ['a command that is none', ['lst'], /unknown command 'lst'/],
    ['an option that is none', ['run', '--fast'], /unknown option '--fast'/],
    ['a missing argument', ['add'], /missing required argument 'source'/],
    ['an argument too many', ['run', 'now'], /too many arguments/],
    ['a form that is none', ['claims', '--format', 'xml'], /Allowed choices are table, jsonl, json, csv/],
    ['a kind that is none', ['claims', '--kind', 'sale'], /Allowed choices are transfer/],
    ['a time that is none', ['claims', '--period', 'spring'], /no EDTF date/],
    ['a port that is none', ['serve', '--port', '99999'], /no port/],
    ['a report without a file', ['report'], /--output <file>/],
  ])('%s: exit code 2, what and what to do on standard error', (_, args, message) => {
    const { status, stdout, stderr } = at(root, ...args);
    expect(stderr).toMatch(/^error: .+\n {2}\S.*\n$/s);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('for want of any: the help, on standard error', () => {
    const { status, stdout, stderr } = at(root);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: tallyman/);
  });

  it('outside of a case', () => {
    const { status, stderr } = at(folder, 'claims');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `error: no case.yaml here or above (${folder})\n  Make one with \`tallyman init DIR\`, or name it with \`--case DIR\`.\n`,
    });
    expect(at(folder, '--case', folder, 'claims').status).toBe(2);
  });

  it('in a case whose case.yaml does not fit, with the line', () => {
    const bad = writeFiles(join(folder, 'bad'), {
      'case.yaml': 'id: case_one\nname: One\nlanguages: [English]\n',
    });
    const { status, stderr } = at(bad, 'claims');
    expect(status).toBe(2);
    expect(stderr).toContain(`${join(bad, 'case.yaml')}:3:13 languages.0: `);
  });

  it('on a server that cannot be reached, without telling its password', () => {
    const env = { DATABASE_URL: 'postgres://analyst:s3cret@127.0.0.1:1/none' };
    const { status, stderr } = tallyman(['claims'], { cwd: root, env });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: .*127\.0\.0\.1/);
    expect(stderr).not.toContain('s3cret');
  });
});
