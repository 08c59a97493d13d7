import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as reading from '../src/exchange/read-list.js';
import type * as screening from '../src/ledger/screening.js';
import { entityId, type Entity, type EntityType } from '../src/model/entity.js';
import { isImo } from '../src/model/identifiers.js';
import { randomFrom } from './random.js';

/**
 * Screening at scale, on made-up names: LISTED entries of a list in a file (entity JSON lines) against ENTITIES of a
 * ledger. One in a hundred of the ledger's stands on the list under another spelling, number or order of words, so that
 * what is found is measured as well as the time.
 */

/** As it ships: the loader that runs this file rewrites code, which would be measured too. */
const dist = (file: string): string => new URL(`../dist/${file}.js`, import.meta.url).href;
const { readList } = (await import(dist('exchange/read-list'))) as typeof reading;
const { Screener } = (await import(dist('ledger/screening'))) as typeof screening;
const LISTED = Number(process.argv[2] ?? 1_000_000);
const ENTITIES = Number(process.argv[3] ?? 10_000);

const next = randomFrom(20240614);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;

const SYLLABLES =
  'ka ri mo shi ta ven dor al ha min go ro sa lev chen yu pak bor zhi kov an el is tan mar os fa du ne qa ter'.split(
    ' ',
  );
const COMPANY = [
  'Trading',
  'Shipping',
  'Group',
  'Maritime',
  'General',
  'Industries',
  'Logistics',
  'International',
];
const FORMS = ['LLC', 'Ltd', 'Co', 'Corporation', 'JSC', 'FZE'];
/** Some words are borne by many, most by few, as names are. */
const WORDS = Array.from({ length: 60_000 }, () => {
  const word = Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(SYLLABLES)).join('');
  return word[0]!.toUpperCase() + word.slice(1);
});
const word = (): string => WORDS[Math.floor(WORDS.length * next() ** 3)]!;

type Kind = 'Person' | 'Company' | 'Vessel';
const kind = (): Kind => pick(['Person', 'Person', 'Company', 'Company', 'Vessel']);
const name = (of: Kind): string =>
  of === 'Person'
    ? [word(), word(), ...(next() < 0.5 ? [word()] : [])].join(' ')
    : of === 'Company'
      ? `${word()} ${next() < 0.5 ? `${word()} ` : ''}${pick(COMPANY)} ${pick(FORMS)}`
      : `${word()} ${next() < 0.4 ? word() : String(1 + Math.floor(next() * 30))}`;
function imo(): string {
  for (;;) {
    const number = String(1_000_000 + Math.floor(next() * 9_000_000));
    if (isImo(number)) return number;
  }
}

const TYPES: Record<Kind, EntityType> = { Person: 'person', Company: 'company', Vessel: 'vessel' };

function entity(of: Kind, called: string, number: string | null): Entity {
  const sort = of === 'Vessel' ? 'vessel' : 'party';
  return {
    id: entityId({ sort, key: called }),
    sort,
    key: called,
    type: TYPES[of],
    name: called,
    state: null,
    origin: called,
    matched: 'none',
    claims: 1,
    names: [{ name: called, claims: 1 }],
    aliases: [],
    identifiers: number === null ? [] : [{ scheme: 'imo', value: number, from: null, to: null }],
    flags: [],
    false_identities: [],
    posts: [],
    merged: [],
  };
}

/** The same name as another writes it. */
function respelled(called: string): string {
  const swaps: [string, string][] = [
    ['v', 'w'],
    ['ya', 'ia'],
    ['yu', 'iu'],
    ['k', 'q'],
    ['sh', 'sch'],
  ];
  const [from, to] = swaps.find(([letters]) => called.toLowerCase().includes(letters)) ?? ['a', 'aa'];
  const words = called.replace(from, to).split(' ');
  return next() < 0.3 ? words.reverse().join(' ') : words.join(' ').toUpperCase();
}

const folder = mkdtempSync(join(tmpdir(), 'tallyman-screening-'));
try {
  const entities: Entity[] = [];
  const planted = new Map<string, string>();
  const file = join(folder, 'list.json');
  const out = createWriteStream(file);
  for (let n = 0; n < LISTED; n++) {
    const of = kind();
    const called = name(of);
    const number = of === 'Vessel' ? imo() : null;
    if (entities.length < ENTITIES / 100 && n % Math.ceil(LISTED / (ENTITIES / 100)) === 0) {
      const ours = entity(of, respelled(called), number);
      entities.push(ours);
      planted.set(ours.id, `x-${n}`);
    }
    const line = JSON.stringify({
      id: `x-${n}`,
      caption: called,
      schema: of,
      properties: {
        name: [called],
        alias: next() < 0.5 ? [name(of)] : [],
        ...(number === null ? {} : { imoNumber: [number] }),
        country: ['ru'],
        topics: ['sanction'],
        notes: ['x'.repeat(300)],
      },
      datasets: ['bench'],
      referents: [],
      first_seen: '2024-06-14T00:00:00',
      last_seen: '2024-06-14T00:00:00',
      last_change: '2024-06-14T00:00:00',
    });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  while (entities.length < ENTITIES) {
    const of = kind();
    entities.push(entity(of, name(of), of === 'Vessel' && next() < 0.5 ? imo() : null));
  }

  const began = process.cpuUsage();
  const clock = performance.now();
  const screener = new Screener(entities, () => 'RU', 0.7);
  const list = { id: 'bench', name: 'bench', version: '1' };
  for await (const entry of readList(file, 'followthemoney'))
    if ('listed' in entry) screener.look(entry.listed, list);
  const hits = screener.hits();
  const seconds = (performance.now() - clock) / 1000;
  const { user, system } = process.cpuUsage(began);
  const found = [...planted].filter(([id, entry]) =>
    hits.some((hit) => hit.entity === id && hit.listed.id === entry),
  ).length;
  console.log(
    [
      `${screener.entities} entities against ${LISTED} entries (${Math.round(statSync(file).size / 1e6)} MB):`,
      `${seconds.toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of processor time,`,
      `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most; ${hits.length} hits,`,
      `${found} of ${planted.size} that were put there under another spelling`,
    ].join(' '),
  );
} finally {
  rmSync(folder, { recursive: true });
}
