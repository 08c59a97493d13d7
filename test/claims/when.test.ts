import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** Window and scope of each claim of a page of 14 March 2024, a Thursday. */
const windows = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ when }) => [when.edtf, when.scope]);

describe('a date of the statement is no date of the act', () => {
  it.each([
    'The panel, in its report of May 2023, said that Iran had sent 40 drones to the Houthis.',
    'According to the fact sheet issued on 4 February by the Pentagon, Iran has sent 40 drones to the Houthis.',
    "At Monday's briefing the ministry said that Iran had sent 40 drones to the Houthis.",
    'Iran has sent 40 drones to the Houthis, the ministry said on 4 February.',
  ])('%s', (sentence) => {
    expect(windows(sentence)).toEqual([[null, 'cumulative']]);
  });
});

describe('a date dates the act beside which it stands', () => {
  it.each([
    ['Iran sent 40 drones to the Houthis on 4 February.', '2024-02-04', 'point'],
    ['On 4 February Iran sent 40 drones to the Houthis.', '2024-02-04', 'point'],
    ['Iran sent 40 drones to the Houthis in 2022.', '2022', 'period'],
    ['Iran sent 40 drones to the Houthis between June and August 2022.', '2022-06/2022-08', 'period'],
    ['Since June 2022 Iran has sent 40 drones to the Houthis.', '2022-06/2024-03-14', 'cumulative'],
    ['As of 4 February Iran had sent 40 drones to the Houthis.', '../2024-02-04', 'cumulative'],
    ['Iran has recently sent 40 drones to the Houthis.', null, 'period'],
    ['Iran has sent 40 drones to the Houthis so far.', null, 'cumulative'],
    ['Iran has sent 40 drones to the Houthis.', null, 'cumulative'],
    ['Iran sends the Houthis 40 drones a month.', null, 'unknown'],
    ['Iran has sent drones to the Houthis.', null, 'unknown'],
  ])('%s', (sentence, edtf, scope) => {
    expect(windows(sentence)).toEqual([[edtf, scope]]);
  });

  it('not one of another verb', () => {
    expect(windows('Iran has sent 40 drones to the Houthis, whose movement began in 1994.')).toEqual([
      [null, 'cumulative'],
    ]);
  });

  it('a time since which it lasts ends with the statement', () => {
    expect(
      windows('On 4 February the ministry said that Iran had sent the Houthis 40 drones since June 2022.'),
    ).toEqual([['2022-06/2024-02-04', 'cumulative']]);
  });
});

it('a dateline sets the day from which relative dates count', () => {
  expect(windows('ADEN (Feb. 9) -- Iran sent 40 drones to the Houthis on Tuesday.')).toEqual([
    ['2024-02-06', 'point'],
  ]);
});

describe('a time holds for what points back to it', () => {
  it.each(['Among them were 12 cruise missiles from Iran to the Houthis.'])('%s', (next) => {
    expect(windows('Iran sent 40 drones to the Houthis in June 2022.', next).at(-1)).toEqual([
      '2022-06',
      'point',
    ]);
  });

  it('and for nothing else', () => {
    expect(
      windows(
        'Iran sent 40 drones to the Houthis in June 2022.',
        'Iran has sent Sudan 12 cruise missiles.',
      ).at(-1),
    ).toEqual([null, 'cumulative']);
  });
});

describe('what happened at one time and place goes on there', () => {
  it.each([
    ['A drone struck the barracks at Tall Qurayb on 4 February.', 'Six soldiers were killed, the army said.'],
    ['The coast guard intercepted a dhow at Tall Qurayb on 4 February.', 'It seized 40 Iranian drones.'],
  ])('%s %s', (first, next) => {
    const last = claimsOf(`${first} ${next}`).at(-1);
    expect([last?.when.edtf, last?.place]).toEqual(['2024-02-04', 'Tall Qurayb']);
  });

  it('but not where the next sentence names its own', () => {
    const last = claimsOf(
      'A drone struck the barracks at Tall Qurayb on 4 February. In January six soldiers were killed at Beled Hawo.',
    ).at(-1);
    expect([last?.when.edtf, last?.place]).toEqual(['2024-01', 'Beled Hawo']);
  });
});

it('a past week counts from the day of the statement', () => {
  expect(
    windows('The ministry said on 5 February that Iran had sent 40 drones to the Houthis in the past week.'),
  ).toEqual([['2024-01-29/2024-02-05', 'period']]);
});

it('a date before what somebody is told is that of the telling', () => {
  expect(
    windows('The minister assured parliament in early February that Iran had sent 40 drones to the Houthis.'),
  ).toEqual([[null, 'cumulative']]);
});

it('an event that several states had is the one of the state that the text names', () => {
  expect(windows('Since the coup Iran has sent 40 drones to Sudan.')).toEqual([
    ['2021-10-25/2024-03-14', 'cumulative'],
  ]);
});

it('a year up to a month is twelve months', () => {
  expect(windows('Iran sent 40 drones to the Houthis in the year to March 2023.')).toEqual([
    ['2022-04/2023-03', 'period'],
  ]);
});

describe('a date without its year', () => {
  it('counts from a day of an earlier year that the sentence gives', () => {
    expect(
      windows(
        'The institute reported on 16 October 2022 that Iran had sent 40 drones to the Houthis from mid-August to 14 October.',
      ),
    ).toEqual([['2022-08/2022-10-14', 'period']]);
    expect(
      windows('The ministry said on 3 May 2022 that Iran had sent 40 drones to Sudan in April.'),
    ).toEqual([['2022-04', 'point']]);
  });

  it('does not count from one that lacks its year, too', () => {
    expect(
      windows('From 30 December until 22 February Russian forces fired 20 such missiles at Kyiv.'),
    ).toEqual([['2023-12-30/2024-02-22', 'period']]);
  });
});

describe('a time beside who tells or learns', () => {
  it.each([
    'In March the newspaper learnt from officials that Iran had sent 40 drones to the Houthis.',
    'Back in February six people said that Iran had sent 40 drones to the Houthis.',
    'The minister put the drones that Iran had sent to the Houthis at 40 in February.',
    'In June 2023, the minister said that Iran had sent 40 drones to the Houthis.',
  ])('dates the telling: %s', (sentence) => {
    expect(windows(sentence)).toEqual([[null, 'cumulative']]);
  });

  it.each([
    ['In 2022, an official told the broadcaster, Iran sent 40 drones to the Houthis.', '2022', 'period'],
    ['In June, the envoy added, Iran delivered 40 drones to the Houthis.', '2023-06', 'point'],
    ['On Monday, the ministry said, Iran delivered 40 drones to the Houthis.', '2024-03-11', 'point'],
    ['The delivery of 40 drones from Iran to the Houthis, he added, began in May 2022.', '2022-05', 'point'],
  ])('but where it only stands between: %s', (sentence, edtf, scope) => {
    expect(windows(sentence)).toEqual([[edtf, scope]]);
  });

  it.each([
    'Iran has sent the Houthis drones since 2021, a complaint that two lawyers lodged on 2 February alleges.',
    'Answering questions on 2 February, the minister said that Iran had sent the Houthis drones since 2021.',
  ])('ends what lasts till then: %s', (sentence) => {
    expect(windows(sentence)).toEqual([['2021/2024-02-02', 'cumulative']]);
  });
});

it('a date without its year goes on from the year that the paragraph tells of', () => {
  const told = 'In July 2019 Iran sent 40 drones to the Houthis.';
  const next = 'On 11 August Serbia delivered 12 howitzers to Chad.';
  expect(windows(`${told} ${next}`).at(-1)).toEqual(['2019-08-11', 'point']);
  expect(windows(told, next).at(-1)).toEqual(['2023-08-11', 'point']);
});

it('goods found are dated by the finding', () => {
  expect(windows('In June the Kenyan authorities found 40 rifles under a load of tea near Mombasa.')).toEqual(
    [['2023-06', 'point']],
  );
});

describe('entries', () => {
  it('of a live page happened on its day', () => {
    const page = [
      'WED 21:40',
      'A drone has hit a barracks at Tall Qurayb, the army says.',
      'THU 06:15',
      'Six people were killed in a strike on Beled Hawo.',
    ];
    expect(windows(...page)).toEqual([
      ['2024-03-13', 'point'],
      ['2024-03-14', 'point'],
    ]);
  });

  it('of a chronicle, too, whatever they tell', () => {
    const page = [
      '3 May 2022',
      'Iran delivers 40 drones to the Houthis.',
      '9 June 2022',
      'Serbia sends 12 howitzers to Chad.',
    ];
    expect(windows(...page)).toEqual([
      ['2022-05-03', 'point'],
      ['2022-06-09', 'point'],
    ]);
  });

  it('but a single date above a text is that of the text', () => {
    expect(windows('3 May 2022', 'Iran has sent 40 drones to the Houthis.')).toEqual([[null, 'cumulative']]);
  });
});

describe('a time holds for', () => {
  it.each([
    [
      'a denial',
      'A drone struck the camp at Tall Qurayb on 4 February.',
      'Iran denied any part in that attack.',
      '2024-02-04',
    ],
    [
      'a part',
      'Russia has fired 1,200 drones at Ukraine since 7 May 2023.',
      'Of these, 221 were shot down.',
      '2023-05-07/2024-03-14',
    ],
    [
      'a price',
      'Iran sold the Houthis 40 drones on 16 November 2023.',
      'They were worth $12 million.',
      '2023-11-16',
    ],
    [
      'losses there',
      'A drone struck the barracks at Tall Qurayb on 4 February.',
      'Six soldiers were killed there.',
      '2024-02-04',
    ],
  ])('%s', (_, first, next, edtf) => {
    expect(windows(`${first} ${next}`).at(-1)?.[0]).toBe(edtf);
  });

  it('the rows of a table under it', () => {
    expect(
      windows(
        'The army imported arms worth $1 billion from abroad between May and July 2022, the panel found. Its breakdown by origin:',
        'Supplier | Value',
        'Iran | $406 million',
      ).map(([edtf]) => edtf),
    ).toEqual(['2022-05/2022-07', '2022-05/2022-07']);
  });
});

it('a complaint that is unsealed opens its case', () => {
  expect(
    windows('A complaint unsealed on Tuesday charges two men with sending American parts to Iran.'),
  ).toEqual([['2024-03-12', 'point']]);
});
