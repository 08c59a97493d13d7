import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTheMoney } from '../../src/exchange/followthemoney.js';
import { linesOf } from '../../src/exchange/lines.js';
import type { ListEntry } from '../../src/exchange/list-entry.js';
import { listFormat, readList } from '../../src/exchange/read-list.js';
import { unList } from '../../src/exchange/un-list.js';
import { temporaryFolder } from '../pipeline/temporary-folder.js';

const LISTS = fileURLToPath(new URL('./lists/', import.meta.url));
const folder = temporaryFolder();

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Bytes in pieces of a size, as a disk gives them. */
async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const listedOf = (entries: readonly ListEntry[]) =>
  entries.flatMap((entry) => ('listed' in entry ? [entry.listed] : []));
const refusedOf = (entries: readonly ListEntry[]) =>
  entries.flatMap((entry) => ('reason' in entry ? [[entry.line, entry.reason]] : []));

describe('entity JSON lines', () => {
  const path = join(LISTS, 'entities.ftm.jsonl');

  it('are read with their names, numbers and countries, and bad lines are refused by number', async () => {
    expect(await listFormat(path)).toBe('followthemoney');
    const entries = await all(readList(path, 'followthemoney'));
    expect(listedOf(entries).map(({ id, type }) => [id, type])).toEqual([
      ['ofac-lady-r', 'vessel'],
      ['ofac-angara', 'vessel'],
      ['ofac-tmf', 'organisation'],
      ['addr-1', 'other'],
      ['ofac-shoigu', 'person'],
      ['ofac-sparta-4', 'vessel'],
    ]);
    expect(refusedOf(entries)).toEqual([
      [3, 'is no JSON'],
      [6, 'has no name'],
      [8, expect.stringContaining('is no entity: properties') as string],
    ]);
    expect(listedOf(entries)[1]).toEqual({
      id: 'ofac-angara',
      type: 'vessel',
      schema: 'Vessel',
      name: 'ANGARA',
      aliases: [],
      imo: ['9179842'],
      mmsi: [],
      call_signs: [],
      countries: ['ru'],
      births: [],
      programmes: ['us_ofac_sdn', 'gb_fcdo_sanctions'],
      listed: '2022-05-09',
    });
    expect(listedOf(entries)[2]?.aliases).toEqual([
      { name: 'OOO TRANSMORFLOT', weak: false },
      { name: 'MG-FLOT LLC', weak: false },
      { name: 'TMF', weak: true },
    ]);
  });

  it('are each read or refused, whatever the lines hold', async () => {
    const json = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\n\r]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(json, { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        async (lines, size) => {
          const entries = await all(followTheMoney(pieces(lines.join('\n'), size)));
          const filled = lines.filter((line) => Buffer.from(line).toString('utf8').trim() !== '').length;
          expect(entries).toHaveLength(filled);
        },
      ),
    );
  });

  it('have lines of any length, of which too long ones are refused', async () => {
    const lines = await all(linesOf(pieces(`ab\r\n\n${'x'.repeat(50)}\ncd`), 20));
    expect(lines).toEqual([
      { number: 1, text: 'ab' },
      { number: 2, text: '' },
      { number: 3, text: null },
      { number: 4, text: 'cd' },
    ]);
  });
});

describe('the UN list', () => {
  const path = join(LISTS, 'consolidated.xml');

  it('is read with aliases and their quality, births, ships in comments and days of listing', async () => {
    expect(await listFormat(path)).toBe('un-consolidated');
    const entries = await all(readList(path, 'un-consolidated'));
    expect(refusedOf(entries)).toEqual([[55, 'has no name']]);
    const [yun, ri, komid, omm] = listedOf(entries);
    expect(yun).toEqual({
      id: 'KPi.001',
      type: 'person',
      schema: 'Individual',
      name: 'YUN HO-JIN',
      aliases: [{ name: 'Yun Ho-chin', weak: false }],
      imo: [],
      mmsi: [],
      call_signs: [],
      countries: ["Democratic People's Republic of Korea"],
      births: ['1944-10-13'],
      programmes: ['DPRK'],
      listed: '2009-07-16',
    });
    expect(ri).toMatchObject({ aliases: [{ name: 'Ri Che Son', weak: true }], births: ['1938'] });
    expect(komid?.aliases.map(({ name }) => name)).toEqual(['CHANGGWANG SINYONG CORPORATION', 'KOMID']);
    expect(omm).toMatchObject({ imo: ['8606173', '7937317'], aliases: [], listed: '2014-07-28' });
    expect(entries.map((entry) => ('edition' in entry ? entry.edition : null))).toContain('2024-06-14');
  });

  const un = (inner: string, before = ''): Promise<ListEntry[]> =>
    all(unList(pieces(`${before}<CONSOLIDATED_LIST>${inner}</CONSOLIDATED_LIST>`), 'list.xml'));

  it('expands no entity and reads no document type', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    await expect(un('<ENTITY><FIRST_NAME>&b;&c;</FIRST_NAME></ENTITY>', bomb)).rejects.toMatchObject({
      code: 'malformed',
      message: expect.stringContaining('document type') as string,
    });
    await expect(un('<ENTITY><FIRST_NAME>&a;</FIRST_NAME></ENTITY>')).rejects.toMatchObject({
      code: 'malformed',
    });
  });

  it('is refused where it is broken, with the line', async () => {
    await expect(un('\n\n<ENTITY><FIRST_NAME>X</ENTITY>')).rejects.toMatchObject({
      code: 'malformed',
      where: expect.stringMatching(/^list\.xml:3:/) as string,
    });
    await expect(un(`<ENTITY>${'<A>'.repeat(50)}`)).rejects.toMatchObject({ code: 'malformed' });
    await expect(
      all(unList(pieces(Buffer.from([0x3c, 0x41, 0x3e, 0xff, 0xfe])), 'list.xml')),
    ).rejects.toMatchObject({
      code: 'malformed',
      message: 'is not UTF-8',
    });
  });
});

it('no other file is taken for a list', async () => {
  const at = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  await expect(listFormat(at('a.xml', '<sdnList></sdnList>'))).rejects.toMatchObject({ code: 'unsupported' });
  await expect(listFormat(at('a.csv', 'name,imo\n'))).rejects.toMatchObject({ code: 'unsupported' });
  await expect(listFormat(at('empty', '  '))).rejects.toMatchObject({ code: 'empty' });
  await expect(listFormat(join(folder, 'none'))).rejects.toMatchObject({ code: 'unreadable' });
  expect(
    await listFormat(at('b.xml', '\uFEFF<?xml version="1.0"?>\n<!-- c -->\n<CONSOLIDATED_LIST a="b">')),
  ).toBe('un-consolidated');
});
