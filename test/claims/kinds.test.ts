import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** Kind, polarity where it is not affirmed, class of goods or people, and count of each claim of a text. */
const told = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(({ kind, polarity, item, quantity }) =>
    [
      kind,
      polarity === 'affirmed' ? '' : polarity,
      item?.class ?? '',
      quantity === null ? '' : `${quantity.low ?? ''}..${quantity.high ?? ''} ${quantity.unit ?? ''}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

describe('what makes a claim of its kind', () => {
  it.each([
    ['Ugandan troops have been in South Sudan since December 2013.', ['deployment troops']],
    ['The Wagner Group has been in Mali since 2021.', ['deployment troops']],
    ['Burundian soldiers fight beside the Congolese army in North Kivu.', ['deployment troops']],
    ['Ethiopia accused Eritrea of sending soldiers into battle against its forces.', ['deployment troops']],
    ['President Erdogan owned up to Syrian fighters in Libya.', ['deployment troops']],
    [
      'Chad said that it had flown neither rifles nor shells to Darfur.',
      ['transfer denied small_arms', 'transfer denied artillery_shell'],
    ],
    ['Iran and Hezbollah have trained Houthi fighters abroad.', ['assistance', 'assistance']],
    ['The freighter Angara, 155 metres long, had been on her way from Rajin to Dunay.', ['movement']],
    ['The Panel identified 338 military cargo flights from Syria to Libya.', ['movement 338..338 flight']],
    ['Two rubber boats put out from Benghazi at dusk on 2 July 2019.', ['movement 2..2 vessel']],
    [
      'Customs officers at Izmir found 18 drone engines in a container from Guangzhou.',
      ['interdiction component 18..18 item'],
    ],
    ['The 146 tanks were landed at Marseille and impounded.', ['interdiction tank 146..146 vehicle']],
    ['None of the cargoes was stopped or inspected.', ['interdiction negated']],
    [
      'Malta announced that it had seized $1.1 billion worth of false dinars.',
      ['interdiction money 1100000000..1100000000 usd'],
    ],
    ['Nine of the soldiers laid down their lives in Kursk.', ['casualty troops 9..9 person']],
    [
      'The trial of the dealer for selling rifles to South Sudan began on Monday in London.',
      ['investigation small_arms'],
    ],
    [
      'James Fenech was charged in April with supplying two rifles for use in Libya.',
      ['investigation small_arms'],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  it.each([
    [
      'Moscow is passing technology to Tehran, for nuclear purposes and for space.',
      ['assistance nuclear_technology', 'assistance satellite_technology'],
    ],
    ['The purchase of Su-35 fighters from Russia has been finalized.', ['agreement aircraft']],
    ['Egypt sends rifles over the border to the rebels.', ['transfer small_arms']],
    [
      'Six TB2 drones were ordered by Sudan in a contract of 16 November 2023.',
      ['agreement drone 6..6 drone'],
    ],
    ['Iran has sold Russia a production line for drones.', ['assistance military_technology']],
    [
      'Denmark said that it was aware of material support which Russia was giving to the Wagner Group.',
      ['assistance'],
    ],
    [
      'The Emirates have rejected the charge that they arm or pay the RSF.',
      ['transfer denied', 'assistance denied money'],
    ],
    [
      'Erik Prince has denied that he sent mercenaries or sold weapons to Haftar.',
      ['deployment denied troops', 'transfer denied'],
    ],
  ] as const)('help, deals and what is denied: %s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  it.each([
    [
      ['Iran has sent officers to Yemen.', 'Tehran denied that it had sent anybody.'],
      'deployment denied troops',
    ],
    [
      ['Police in Nairobi came upon 230 rifles in a lorry.', 'With them were 4,000 rounds of ammunition.'],
      'interdiction munition 4000..4000 round',
    ],
  ] as const)('%s', (sentences, expected) => {
    expect(told(sentences.join(' ')).at(-1)).toBe(expected);
  });
});

describe('what makes none', () => {
  it.each([
    'NATO could not confirm that North Korean soldiers were in Ukraine.',
    'To ask the Government what they know of North Korean troops in Russia.',
    'The president has asked his embassy how many of his countrymen are dead.',
    'A drone that flies on hydrogen goes about three times as far as one with a battery.',
    'Rail was faster for some of the journey than the sea, and nobody photographs trains at night.',
    'A Wildcat helicopter had found these from the air.',
    'Two calls on the hotline went unanswered yesterday.',
    'One of the boats, with a motor of 250 horsepower, is for sale.',
    'They learn to fly, and they go home with a diploma.',
    'The boarding team is trained to seize drones.',
    'It is the first time that a British warship has come upon weapons so advanced.',
    'A man of 35 and his son of four died under the ruins of their house.',
    'The FBI and three other agencies looked into this matter.',
    'The case was heard by one judge over five days and argued by four attorneys.',
    'States have the duty to look into vessels in their ports.',
  ])('%s', (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});
