import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCase, initCase, openCaseFolder } from '../../src/pipeline/case-folder.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

describe('making a case', () => {
  it('writes a case.yaml that opens again, with every setting', () => {
    const root = join(folder, 'whole');
    const made = initCase(root, {
      name: 'Flotilla: "the whole"',
      parties: ['KP', 'RU'],
      period: '2023-08/..',
      languages: ['en', 'uk'],
      team: [{ name: 'A. Analyst', role: 'lead' }],
    });
    expect(openCaseFolder(root)).toEqual(made);
    expect(made.config).toMatchObject({
      name: 'Flotilla: "the whole"',
      parties: ['KP', 'RU'],
      period: '2023-08/..',
    });
    expect(readFileSync(join(root, 'case.yaml'), 'utf8')).toMatch(/^# .*\n\n# .*\nid: /);
  });

  it('takes its name from the folder where none is given', () => {
    expect(initCase(join(folder, 'Eastern Ports'), {}).config).toMatchObject({
      name: 'Eastern Ports',
      id: expect.stringMatching(/^eastern_ports_[0-9a-f]{8}$/) as string,
    });
  });

  it.each(['Флот', '42', '___', 'a'.repeat(200), "x'; drop schema public; --"])(
    'makes an id that a database can use of the name %j',
    (name) => {
      const { config } = initCase(join(folder, `named-${Buffer.from(name).toString('hex').slice(0, 20)}`), {
        name,
      });
      expect(config.id).toMatch(/^[a-z][a-z0-9_]{2,40}$/);
      expect(config.name).toBe(name);
    },
  );

  it('gives two cases of one name two ids', () => {
    const [one, two] = ['one', 'two'].map((part) => initCase(join(folder, part), { name: 'Same' }).config.id);
    expect(one).not.toBe(two);
  });

  it('never overwrites a case', () => {
    const root = join(folder, 'kept');
    const { config } = initCase(root, { name: 'Kept' });
    expect(() => initCase(root, { name: 'Other' })).toThrow(expect.objectContaining({ code: 'case-exists' }));
    expect(openCaseFolder(root).config).toEqual(config);
  });

  it('may stand in a folder that holds sources', () => {
    const root = join(folder, 'with-sources');
    mkdirSync(root);
    writeFileSync(join(root, 'note.txt'), 'kept');
    initCase(root, {});
    expect(readFileSync(join(root, 'note.txt'), 'utf8')).toBe('kept');
  });

  it('says which setting does not fit', () => {
    expect(() => initCase(join(folder, 'bad'), { period: 'spring' })).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringMatching(/^period: /) as string }),
    );
  });

  it('says that a folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => initCase(join(folder, 'file', 'case'), {})).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
  });
});

describe('finding a case', () => {
  const root = join(folder, 'outer');
  const { config } = initCase(root, { name: 'Outer' });

  it('takes the nearest folder above that has one', () => {
    const inner = join(root, 'sources', 'mails');
    mkdirSync(inner, { recursive: true });
    expect(findCase(inner).config).toEqual(config);
    const nested = initCase(join(root, 'sources'), { name: 'Inner' });
    expect(findCase(inner).root).toBe(nested.root);
  });

  it('says where it looked', () => {
    const nowhere = join(folder, 'nowhere');
    mkdirSync(nowhere);
    expect(() => findCase(nowhere)).toThrow(expect.objectContaining({ code: 'no-case', where: nowhere }));
    expect(() => openCaseFolder(nowhere)).toThrow(expect.objectContaining({ code: 'no-case' }));
  });

  it('names the line of case.yaml that does not fit', () => {
    const bad = join(folder, 'bad-config');
    mkdirSync(bad);
    const path = join(bad, 'case.yaml');
    writeFileSync(path, 'id: case_one\nname: One\nperiod: spring\n');
    expect(() => openCaseFolder(bad)).toThrow(
      expect.objectContaining({
        code: 'bad-case',
        message: expect.stringContaining(`${path}:3:9 period`) as string,
      }),
    );
  });
});
