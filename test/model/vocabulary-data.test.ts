import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { dayBounds } from '../../src/core/edtf-date.js';
import { ITEM_CLASSES } from '../../src/model/enums.js';
import { loadVocabulary } from '../../src/model/vocabulary.js';
import { STATE_BOUNDS } from './state-bounds.js';

const vocabulary = loadVocabulary();
const FORMER = ['SU', 'DD', 'YU', 'CS'];
/** Aliases that two entries share on purpose: the text's own state tells which is meant. */
const SHARED = ['Al-Jawf'];

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

const namesOf = (entry: Named): string[] => [...new Set([entry.name, ...entry.aliases])];

/** Names that more than one entry claims, each with its entries. */
function sharedNames(entries: readonly { id: string; names: readonly string[] }[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { id, names } of entries) {
    for (const name of new Set(names)) owners.set(name, [...(owners.get(name) ?? []), id]);
  }
  return [...owners]
    .filter(([name, ids]) => ids.length > 1 && !SHARED.includes(name))
    .map(([name, ids]) => `${name}: ${ids.join(' | ')}`);
}

const tagged = (table: string, entries: readonly Named[]) =>
  entries.map((entry) => ({ id: `${table} ${entry.name}`, names: namesOf(entry) }));

const bodies = [
  ...tagged('organisation', vocabulary.organisations),
  ...tagged('person', vocabulary.people),
  ...tagged('model', vocabulary.models),
  ...tagged('vessel', vocabulary.vessels),
  ...tagged('event', vocabulary.events),
];
const placed = tagged('place', vocabulary.places);
const stated = vocabulary.states.map((state) => ({
  id: `state ${state.code}`,
  names: [state.name, ...state.aliases, ...state.demonyms, ...state.metonyms],
}));

describe('the bundled vocabulary', () => {
  it.each([
    ['states', 253],
    ['organisations', 250],
    ['offices', 90],
    ['people', 120],
    ['models', 200],
    ['places', 180],
    ['vessels', 40],
    ['events', 40],
  ] as const)('holds enough %s', (table, least) => {
    expect(vocabulary[table].length).toBeGreaterThanOrEqual(least);
  });

  it('has terms for every class of goods, each term once', () => {
    const terms = vocabulary.items.flatMap((item) => item.terms);
    expect(terms.length).toBeGreaterThanOrEqual(300);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
    const classes = new Set(vocabulary.items.map((item) => item.class));
    expect(ITEM_CLASSES.filter((itemClass) => !classes.has(itemClass))).toEqual([]);
  });

  /** "the coup" is that of the state that a text names: events of several states may share a name. */
  const namesOthers = (shared: string): boolean =>
    !shared
      .slice(shared.indexOf(': ') + 2)
      .split(' | ')
      .every((id) => id.startsWith('event '));

  it('shares a name between events only where they are of other states', () => {
    const seen = new Map<string, string>();
    const twice = vocabulary.events.flatMap((event) =>
      namesOf(event).filter((name) => {
        const key = `${name}: ${event.states.join(' ')}`;
        const known = seen.has(key);
        seen.set(key, event.name);
        return known;
      }),
    );
    expect(twice).toEqual([]);
  });

  it('gives every name to one entry alone', () => {
    expect(sharedNames(bodies).filter(namesOthers)).toEqual([]);
    expect(sharedNames(placed).filter(namesOthers)).toEqual([]);
    expect(sharedNames(stated).filter(namesOthers)).toEqual([]);
    expect(sharedNames([...bodies, ...placed]).filter(namesOthers)).toEqual([]);
    expect(sharedNames([...bodies, ...stated]).filter(namesOthers)).toEqual([]);
  });

  it('shares a name between a state and a place only where the place is in that state', () => {
    const states = new Map(vocabulary.states.map((state) => [state.code, state]));
    const owner = new Map(stated.flatMap(({ id, names }) => names.map((name) => [name, id.slice(-2)])));
    const astray = vocabulary.places.flatMap((place) =>
      namesOf(place).filter((name) => owner.has(name) && owner.get(name) !== place.state),
    );
    expect(astray).toEqual([]);
    expect(states.size).toBe(vocabulary.states.length);
  });

  it('uses no word of another table as the name of a body, person, place, weapon or ship', () => {
    const words = new Set([
      ...vocabulary.items.flatMap((item) => item.terms),
      ...vocabulary.offices.flatMap((office) => [office.title, ...office.aliases]),
    ]);
    const clashes = [...bodies, ...placed].flatMap(({ id, names }) =>
      names.filter((name) => words.has(name)).map((name) => `${id}: ${name}`),
    );
    expect(clashes).toEqual([]);
  });

  it('gives each office title once', () => {
    const titles = vocabulary.offices.flatMap((office) => [office.title, ...office.aliases]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('writes names plainly: straight apostrophes, single spaces, no article in front', () => {
    const faults = [...bodies, ...placed, ...stated].flatMap(({ names }) =>
      names.filter((name) => /[’‘“”]| {2}|^\s|\s$|^the /.test(name)),
    );
    expect(faults).toEqual([]);
  });
});

describe('states', () => {
  it('are all of ISO 3166-1 and the former ones, each once', () => {
    const assigned = Object.keys(countries.getAlpha2Codes()).filter((code) => code !== 'XK');
    const codes = vocabulary.states.map((state) => state.code);
    expect([...codes].sort()).toEqual([...assigned, ...FORMER].sort());
  });

  it('are the only codes that other tables use', () => {
    const known = new Set(vocabulary.states.map((state) => state.code));
    const used = [
      ...vocabulary.organisations.map((organisation) => organisation.state),
      ...vocabulary.places.map((place) => place.state),
      ...vocabulary.people.flatMap((person) => person.posts.map((post) => post.state)),
      ...vocabulary.models.flatMap((model) => model.make),
      ...vocabulary.vessels.flatMap((vessel) => vessel.flags.map((flag) => flag.state)),
      ...vocabulary.events.flatMap((event) => event.states),
    ];
    expect(used.filter((code) => code !== null && !known.has(code))).toEqual([]);
  });

  it.each([
    ['DPRK', 'KP'],
    ['N. Korea', 'KP'],
    ['ROK', 'KR'],
    ['UAE', 'AE'],
    ['Emiratis', 'AE'],
    ['U.S.', 'US'],
    ['Kremlin', 'RU'],
    ['Whitehall', 'GB'],
    ['Kiev', 'UA'],
    ['Burmese', 'MM'],
    ['USSR', 'SU'],
  ])('are known by %s', (name, code) => {
    expect(stated.filter(({ names }) => names.includes(name)).map(({ id }) => id)).toEqual([`state ${code}`]);
  });
});

describe('organisations', () => {
  it('speak for a state only where they have one, and armed groups stand as parties', () => {
    const wrong = vocabulary.organisations.filter(
      ({ origin, state, type, party }) =>
        (origin === 'state' && (state === null || party)) || (type === 'armed_group' && !party),
    );
    expect(wrong.map((organisation) => organisation.name)).toEqual([]);
  });

  it.each([
    ['MSMT', 'Multilateral Sanctions Monitoring Team'],
    ["Seoul's defense ministry", 'Ministry of National Defence (South Korea)'],
    ["South Korea's Defence Ministry", 'Ministry of National Defence (South Korea)'],
    ['HUR', 'Main Directorate of Intelligence (Ukraine)'],
    ['Ansar Allah', 'Houthis'],
    ['CENTCOM', 'U.S. Central Command'],
    ['LNA', 'Libyan National Army'],
    ['Korean Central News Agency', 'KCNA'],
  ])('are known by %s', (alias, name) => {
    const found = vocabulary.organisations.filter((organisation) => namesOf(organisation).includes(alias));
    expect(found.map((organisation) => organisation.name)).toEqual([name]);
  });
});

describe('people', () => {
  it('hold posts of known title, with known bodies of the same state, in order of time', () => {
    const titles = new Set(vocabulary.offices.flatMap((office) => [office.title, ...office.aliases]));
    const bodyByName = new Map(vocabulary.organisations.map((body) => [body.name, body]));
    const faults = vocabulary.people.flatMap(({ name, posts }) =>
      posts.flatMap(({ title, organisation, state, from, to }) => {
        const body = organisation === null ? null : bodyByName.get(organisation);
        const start = from === null ? null : dayBounds(from)?.start;
        const end = to === null ? null : dayBounds(to)?.end;
        return [
          ...(titles.has(title) ? [] : [`${name}: title ${title}`]),
          ...(body === undefined ? [`${name}: no body ${organisation}`] : []),
          ...(body?.type === 'ministry' && body.state !== state ? [`${name}: ${body.name} of ${state}`] : []),
          ...(start && end && start > end ? [`${name}: ${start} after ${end}`] : []),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('leave no ministry with two ministers at once', () => {
    const terms = vocabulary.people.flatMap(({ name, posts }) =>
      posts
        .filter((post) => post.organisation !== null && /^(defence|foreign) minister$/.test(post.title))
        .map((post) => ({
          name,
          seat: `${post.title} @ ${post.organisation}`,
          // The day bounds that allow most: a handover month counts for both.
          from: (post.from !== null ? dayBounds(post.from)?.end : null) ?? '0000',
          to: (post.to !== null ? dayBounds(post.to)?.start : null) ?? '9999',
        })),
    );
    const clashes = terms.flatMap((a, index) =>
      terms
        .slice(index + 1)
        .filter((b) => a.seat === b.seat && a.from < b.to && b.from < a.to)
        .map((b) => `${a.seat}: ${a.name}, ${b.name}`),
    );
    expect(clashes).toEqual([]);
  });
});

describe('places', () => {
  it('have both coordinates or neither', () => {
    expect(vocabulary.places.filter((place) => (place.lat === null) !== (place.lon === null))).toEqual([]);
  });

  it('lie in the bounding box of their state', () => {
    const margin = 0.5; // islands and roadsteads that the outline at this scale leaves out
    const outside = vocabulary.places.filter(({ name, state, lat, lon }) => {
      const box = state === null ? undefined : STATE_BOUNDS[state];
      if (box === undefined || lat === null || lon === null || name === 'Gulf of Sidra') return false;
      const [west, south, east, north] = box;
      return lon < west - margin || lon > east + margin || lat < south - margin || lat > north + margin;
    });
    expect(outside.map((place) => place.name)).toEqual([]);
    const states = new Set(vocabulary.places.flatMap((place) => place.state ?? []));
    expect([...states].filter((state) => !(state in STATE_BOUNDS))).toEqual([]);
  });

  it('are within a region of the table and of the same state', () => {
    const regions = new Map(vocabulary.places.map((place) => [place.name, place]));
    const astray = vocabulary.places.filter(
      ({ within, state }) => within !== null && regions.get(within)?.state !== state,
    );
    expect(astray.map((place) => place.name)).toEqual([]);
  });

  it('have UN/LOCODEs of their own state, each once', () => {
    const coded = vocabulary.places.filter((place) => place.unlocode !== null);
    expect(coded.filter((place) => !/^[A-Z]{2}[A-Z2-9]{3}$/.test(place.unlocode ?? ''))).toEqual([]);
    expect(coded.filter((place) => place.unlocode?.slice(0, 2) !== place.state)).toEqual([]);
    expect(new Set(coded.map((place) => place.unlocode)).size).toBe(coded.length);
  });
});

describe('vessels', () => {
  it('have IMO numbers with a valid check digit, each once', () => {
    const numbers = vocabulary.vessels.flatMap((vessel) => vessel.imo ?? []);
    // IMO resolution A.1117(30): the last digit is that of the sum of the first six times 7 down to 2.
    const invalid = numbers.filter((imo) => {
      const sum = [...imo.slice(0, 6)].reduce(
        (total, digit, index) => total + Number(digit) * (7 - index),
        0,
      );
      return sum % 10 !== Number(imo[6]);
    });
    expect(invalid).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThanOrEqual(40);
  });
});

describe('weapons', () => {
  it('have a plausible calibre', () => {
    const odd = vocabulary.models.filter(
      ({ class: itemClass, calibre_mm: calibre }) =>
        calibre !== null &&
        ((itemClass === 'small_arms' && (calibre < 5 || calibre > 40)) ||
          (itemClass === 'howitzer' && (calibre < 60 || calibre > 240)) ||
          (itemClass === 'tank' && (calibre < 76 || calibre > 130))),
    );
    expect(odd.map((model) => model.name)).toEqual([]);
  });
});

describe('events', () => {
  it('have days that a calendar has, from the Korean armistice on', () => {
    const faults = vocabulary.events.filter(({ date }) => {
      const bounds = dayBounds(date);
      return !bounds?.start || !bounds.end || bounds.start < '1953-07-27';
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['full-scale invasion', '2022-02-24'],
    ['Myanmar coup', '2021-02-01'],
    ['fall of Assad', '2024-12-08'],
    ['resolution 1718', '2006-10-14'],
  ])('are dated by the wording "%s"', (wording, date) => {
    const found = vocabulary.events.filter((event) => namesOf(event).includes(wording));
    expect(found.map((event) => event.date)).toEqual([date]);
  });
});
