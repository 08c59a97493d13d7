import { describe, expect, it } from 'vitest';
import { claimantOf, type Claim } from '../../src/model/claim.js';
import { claimsOf } from './extractor.js';

/** The claimant of the last claim of some paragraphs. */
const claimant = (...paragraphs: readonly string[]) => {
  const claim = claimsOf(...paragraphs).at(-1);
  expect(claim, paragraphs.join(' ')).toBeDefined();
  return claim === undefined ? null : claimantOf(claim).who;
};
/** The claimants of all of them. */
const claimants = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map((claim) => claimantOf(claim).who);

it('"it" is the body that the sentence is about, whoever spoke before', () => {
  expect(
    claimant(
      'The Government of Sudan said that no drone had come.',
      "France's Ministry of Armed Forces was blunt when it told lawmakers that Iran had sent 40 drones to Sudan.",
    ),
  ).toContain('Armed Forces');
});

describe('who stands beside a verb of saying', () => {
  it.each([
    ['a body of no known name', 'The coast guard said that Iran sent 40 drones to Sudan.', 'coast guard'],
    ['people at the head of a sentence', 'Villagers said Iran sent 40 drones to Sudan.', 'Villagers'],
    ['behind the verb', 'Iran sent 40 drones to Sudan, said a village elder.', 'village elder'],
    ['in the plural', 'Turkish aircraft dropped bombs near Mekelle, the rebels allege.', 'rebels'],
    [
      'with their seat',
      'The opposition in Kampala says that Iran sent 40 drones to Sudan.',
      'opposition in Kampala',
    ],
    ['a filing', 'The indictment says that Iran sent 40 drones to Sudan.', 'indictment'],
    ['a court', 'The court found that Iran had sent 40 drones to Sudan.', 'court'],
    [
      'people who speak together',
      'Iran sent 40 drones to Sudan, three diplomats and two officials said.',
      'three diplomats and two officials',
    ],
    ['a clause with "as"', 'As Bloomberg first reported, Iran sent 40 drones to Sudan.', 'Bloomberg'],
    [
      'with a long post',
      'Iran sent 40 drones to Sudan, Karim Sadek, deputy minister for security and military affairs, said.',
      'Karim Sadek',
    ],
  ])('%s', (_, sentence, who) => expect(claimant(sentence)).toBe(who));

  it.each([
    ['what goes round', 'Media reports say Iran sent 40 drones to Sudan.'],
    ['records of nobody', 'Iran sent 40 drones to Sudan, according to flight data.'],
  ])('%s is the word of the publisher', (_, sentence) => expect(claimant(sentence)).toBe('Harbour Review'));

  it.each([
    ['records that somebody examined', 'according to flight data reviewed by Bloomberg', 'Bloomberg'],
    ['a briefing', 'lawmakers said after a briefing by the Pentagon', 'Pentagon'],
    ['a source abroad', 'was the word from the Pentagon', 'Pentagon'],
  ])('%s', (_, words, who) => expect(claimant(`Iran sent 40 drones to Sudan, ${words}.`)).toBe(who));

  it('who cites papers speaks for them', () =>
    expect(claimant('Bloomberg reported, citing documents, that Iran had sent 40 drones to Sudan.')).toBe(
      'Bloomberg',
    ));
});

describe('a quote over several sentences', () => {
  it('goes on behind its attribution', () => {
    expect(
      claimants(
        '"Iran sent us 12 tanks," Yassin Ibrahim said. "It wants a port. And it sent 40 drones to Sudan."',
      ),
    ).toEqual(['Yassin Ibrahim', 'Yassin Ibrahim']);
  });

  it('begins before it', () => {
    expect(
      claimants('"Iran sent 40 drones to Sudan. It sent 12 tanks to Chad," Yassin Ibrahim said.'),
    ).toEqual(['Yassin Ibrahim', 'Yassin Ibrahim']);
  });

  it('goes on in the next paragraph', () => {
    expect(claimant('"Iran sent us 12 tanks," said Yassin Ibrahim.', '"It sent 40 drones to Sudan."')).toBe(
      'Yassin Ibrahim',
    );
  });

  it('ends where the text speaks again', () => {
    expect(
      claimant('"Iran sent us 12 tanks," said Yassin Ibrahim.', 'Iran also sent 40 drones to Sudan.'),
    ).toBe('Harbour Review');
  });
});

describe('a transcript', () => {
  const turns = [
    'LT. GEN. ANNA LINDQVIST: Good morning. Iran sent 40 drones to Sudan.',
    'Q: Is that all?',
    'LINDQVIST: No. It sent 12 tanks, too.',
    'Q: The Pentagon says Iran sent 7 jets to Sudan. Is that right?',
    'LINDQVIST: We estimate that Iran sent 300 rockets to Sudan.',
  ];

  it('gives each turn to whom its label names, in full once the name was given', () => {
    expect(claimants(...turns)).toEqual(['Anna Lindqvist', 'Anna Lindqvist', 'Pentagon', 'Anna Lindqvist']);
  });

  it('reads "we" as the speaker', () => expect(claimsOf(...turns).at(-1)?.modality).toBe('assessed'));

  it("leaves the house's own people to the publisher", () => {
    expect(
      claimants(
        'PRESENTER: Iran sent 40 drones to Sudan.',
        'REPORTER: It sent 12 tanks to Chad.',
        'PRESENTER: And it sent 7 jets to Mali.',
        'REPORTER: It sent 300 rockets to Niger.',
      ),
    ).toEqual(['Harbour Review', 'Harbour Review', 'Harbour Review', 'Harbour Review']);
  });
});

describe('a list or table', () => {
  it('is the word of whoever lists it', () => {
    expect(
      claimants(
        'Conflict Armament Research lists the deliveries below. They go back to 2021.',
        '- 12 March 2021: Iran sent 40 drones to Sudan',
        '- 5 May 2021: Iran sent 12 tanks to Sudan',
      ),
    ).toEqual(['Conflict Armament Research', 'Conflict Armament Research']);
  });

  const rows = ['Direction | Goods | Figure', 'Iran to Sudan | drones | at least 40'];

  it('has the source that the sentence before it names', () => {
    expect(claimants('These entries are from the reports of Operation IRINI.', ...rows)).toEqual([
      'Operation IRINI',
    ]);
    expect(claimants('The Pentagon published its report. Its main figures are these.', ...rows)).toEqual([
      'Pentagon',
    ]);
  });

  it('has the source that its row names', () => {
    expect(
      claimants(
        'The register follows.',
        'Direction | Goods | Figure | Source',
        'Iran to Sudan | drones | 40 | Pentagon',
      ),
    ).toEqual(['Pentagon']);
    expect(
      claimants(
        'The register follows.',
        'Direction | Goods | Figure',
        'Iran to Sudan | drones | 40 [Kenyan officials]',
      ),
    ).toEqual(['Kenyan officials']);
  });

  it('names no speaker by its sides', () =>
    expect(claimants('Deliveries of the year.', ...rows)).toEqual(['Harbour Review']));
});

describe('who is meant', () => {
  it.each([
    [
      'a body as the text calls it',
      'The operation sails off Libya. Turkey sent 12 tanks to Misrata, Operation IRINI said.',
      'Operation IRINI',
    ],
    [
      'a common noun with its owner',
      "Uganda's army said South Sudan had received 12 tanks.",
      "Uganda's army",
    ],
    ['prosecutors', 'Ukrainian prosecutors said Iran sent 40 drones to Russia.', 'Ukrainian prosecutors'],
    [
      'people by what they do',
      'Dozens of flights have gone from the Emirates to Chad since June, say people who track aircraft.',
      'people who track aircraft',
    ],
    [
      'an official of a body',
      "Iran sent 40 drones to Sudan, an official of the North's Defence Ministry said in Pyongyang, North Korea.",
      "official of the North's Defence Ministry",
    ],
    [
      'a person whom the sentence names before',
      'David Lammy spoke in London. Karim Sadek named the price: 40 drones, he told Reuters, had gone from Iran to Sudan.',
      'Karim Sadek',
    ],
    [
      'a rank, of whoever was named last',
      'Karim Sadek heads the service. Iran sent 40 drones to Sudan, the general said.',
      'Karim Sadek',
    ],
    [
      'the subject, past a study that another published',
      'Conflict Armament Research, in a study that Reuters published in April, counted 40 drones sent by Iran to Sudan.',
      'Conflict Armament Research',
    ],
  ])('%s', (_, text, who) => expect(claimant(text)).toBe(who));
});

describe('what a verb makes of the claim', () => {
  const last = (text: string) => {
    const claim = claimsOf(text).at(-1);
    return claim === undefined ? null : [claim.modality, claim.polarity];
  };

  it.each([
    [
      'a conclusion',
      'Turkey sent Ethiopia 20 drones, Conflict Armament Research concluded in June.',
      'assessed',
    ],
    [
      'accusations found credible',
      'The panel judged credible the accusations that Iran sent 40 drones to Sudan.',
      'assessed',
    ],
    ['what would come', 'Karim Sadek said that 40 drones would be delivered to Sudan by Iran.', 'planned'],
  ])('%s', (_, text, modality) => expect(last(text)?.[0]).toBe(modality));

  it('a denial of giving any', () => {
    expect(last('Ankara maintains that it has given Ethiopia no drones.')).toEqual(['asserted', 'denied']);
    expect(last('"We have no evidence that Iran sent drones to Sudan," Karim Sadek said.')?.[1]).toBe(
      'negated',
    );
  });

  it('reaches no further than its clause', () =>
    expect(last('How many he could not say, but Iran sent 40 drones to Sudan.')?.[1]).toBe('affirmed'));
});

describe('whose word a sentence is', () => {
  it.each([
    [
      'behind a date',
      'In 2019 the Belgian customs service found that Libya had received 300 rifles from Serbia.',
      'Belgian customs service',
    ],
    [
      'by relation to another',
      '"Algeria has shipped no tanks to Mali," said Leila Haddad, the president\'s cousin, on Friday.',
      'Leila Haddad',
    ],
    [
      'parted from its helping verb',
      'The institute in Oslo, which works from photographs, had in the course of the summer counted 40 flights from Belarus to Sudan.',
      'institute in Oslo',
    ],
    [
      'beside whom a network did not name',
      'Iran, a NATO official whom CNN did not name told the network, sent Russia 300,000 shells.',
      'NATO official',
    ],
    [
      'who has it so',
      "Lithuania's foreign minister, Gabrielius Landsbergis, had Moscow receiving 350,000 artillery rounds from North Korea.",
      'Gabrielius Landsbergis',
    ],
    [
      'whose figure another passes on',
      "The Polish agency PAP passed along Bloomberg's figure for the containers that had gone from North Korea to Russia, at least ten thousand.",
      'Bloomberg',
    ],
    [
      'who has the papers',
      "Myanmar's army sent Uralvagonzavod 6,775 optical devices for tanks, by customs records that the Nikkei obtained.",
      'Nikkei',
    ],
    [
      'whose estimate it is',
      'Kenya had shipped up to 3,000 rifles to Somalia, in the estimate of diplomats.',
      'diplomats',
    ],
    [
      'who comes back in a paper of theirs',
      'Tom Andrews named the banks. His paper says that Singapore sold 40 jets to Myanmar.',
      'Tom Andrews',
    ],
    [
      'named only in the next sentence',
      'Two helicopters fired at a school at lunch. That is how the administrator, a woman called Mar Mar, described it.',
      'Mar Mar',
    ],
    [
      'who told what others agreed',
      'Sergei Shoigu and the generals agreed in May that Russia would sell jets to Myanmar, the Kremlin said.',
      'Government of Russia',
    ],
    [
      'named by the noun for it',
      'Serbia sold 300 rifles to Chad: that is the finding of the Kestrel Institute.',
      'Kestrel Institute',
    ],
    [
      'in brackets',
      'Serbia sold 300 rifles to Chad (Ministry of Defence of Niger, 3 May).',
      'Ministry of Defence (Niger)',
    ],
    [
      'before a colon',
      'Ministry of Defence of Niger, 3 May: Serbia sold 300 rifles to Chad.',
      'Ministry of Defence (Niger)',
    ],
    [
      'cleft',
      'It was the Kestrel Institute that first reported that Serbia had sold 300 rifles to Chad.',
      'Kestrel Institute',
    ],
    [
      'whose words they are said to be',
      '"Serbia has sold 300 rifles to Chad." The words are those of Idriss Mahamat, who commands the garrison.',
      'Idriss Mahamat',
    ],
    [
      'of a channel of the state',
      "Russian instructors had landed in Niamey, Niger's state television reports, and Moscow will supply 40 tanks to Niger.",
      "Niger's state television",
    ],
  ])('%s', (_, text, who) => {
    expect(claimantOf(claimsOf(text)[0] as Claim).who).toBe(who);
  });

  it('is not that of officers who only come upon the goods', () => {
    const [found] = claimsOf('Customs officers in Colombo found 300 rifles in a container.');
    expect(claimantOf(found as Claim).who).toBe('Harbour Review');
  });

  it.each([
    'Serbia gave Chad a small number of drones before the war, its foreign minister admitted.',
    'Serbia gave Chad large numbers of rifles, Reuters reported.',
    'Serbia gave Chad a total of 40 rockets, Reuters reported.',
  ])('is not that of who gave goods by the number: %s', (text) => {
    expect(claimsOf(text)).toMatchObject([{ kind: 'transfer', supplier: 'RS', recipient: 'TD' }]);
  });

  it('is, over a whole quote, that of whoever closes it, not of who spoke before it', () => {
    const claims = claimsOf(
      'Two people were killed, the police said. "Russia fired a North Korean missile in this strike. Our experts work on it," said President Volodymyr Zelensky.',
    );
    expect(claims.map((claim) => claimantOf(claim).who)).toContain('Volodymyr Zelensky');
  });
});
