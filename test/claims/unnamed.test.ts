import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

const told = (...paragraphs: readonly string[]) =>
  claimsOf(...paragraphs).map(
    ({ kind, polarity, supplier, recipient, actor, item, quantity }) =>
      [kind, polarity, supplier ?? actor, recipient, item?.class ?? null, quantity?.low ?? null] as const,
  );

describe('acts whose goods no noun names', () => {
  it.each([
    [
      'Ethiopia is arming the Rapid Support Forces.',
      [['transfer', 'affirmed', 'ET', 'Rapid Support Forces', null, null]],
    ],
    [
      'It is the Emirates that arm the Rapid Support Forces, Sudan says.',
      [['transfer', 'affirmed', 'AE', 'Rapid Support Forces', null, null]],
    ],
    [
      'Cuba dismissed as baseless the charge by the United States that it is arming the RSF.',
      [
        ['transfer', 'denied', 'CU', 'Rapid Support Forces', null, null],
        ['transfer', 'affirmed', 'CU', 'Rapid Support Forces', null, null],
      ],
    ],
  ] as const)('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  it('pronouns stand for the goods told of last', () => {
    expect(
      told(
        'Serbia has sent Sudan 200 rockets, the panel said.',
        'They were passed on to Chad by the RSF, it added.',
      )[1],
    ).toEqual(['transfer', 'affirmed', 'Rapid Support Forces', 'TD', 'rocket', null]);
    expect(
      told(
        'Serbia has sent Sudan 200 rockets, the panel said.',
        "Sudan's ambassador maintains that none has been delivered.",
      )[1],
    ).toEqual(['transfer', 'denied', 'RS', 'SD', 'rocket', null]);
  });

  it('pronouns stand for the weapons told of last where they are used', () => {
    expect(
      told(
        'Cuba has received 40 Geran drones from Russia.',
        'It will use them against Sudan, the panel said.',
      )[1],
    ).toEqual(['use', 'affirmed', 'CU', null, 'drone', null]);
    expect(
      told('Iran has given Sudan Mohajer-6 drones.', 'They have been used against the RSF in Omdurman.')[1],
    ).toEqual(['use', 'affirmed', 'SD', null, 'drone', null]);
  });

  it('armed men and goods of the same clause are no such act', () => {
    expect(told('Armed men attacked the convoy.')).toEqual([]);
    expect(told('Serbia armed Sudan with 200 rockets.')).toHaveLength(1);
  });

  it('a second supplier has no verb of its own', () => {
    expect(
      told('Cuba has supplied Sudan with rifles, China with jets, and Serbia with rockets.').map(
        ([, , from]) => from,
      ),
    ).toEqual(['CU', 'CN', 'RS']);
  });
});

describe('people whom no noun names', () => {
  it('a pronoun stands for the people told of last', () => {
    expect(
      told('Eritrea sent 400 soldiers to Sudan in May.', 'They were sent home in June, Asmara says.'),
    ).toEqual([
      ['deployment', 'affirmed', 'ER', null, 'troops', 400],
      ['movement', 'affirmed', null, null, 'troops', null],
    ]);
  });

  it('a figure alone stands for them where it is said to be there', () => {
    expect(
      told(
        'Some 5,000 Cubans have gone to Russia.',
        'Four thousand seven hundred are there by now, the ministry counts.',
      )[1],
    ).toEqual(['deployment', 'affirmed', 'CU', null, 'troops', 4700]);
  });

  it('who sends people home deploys nobody', () => {
    expect(told('Bangladesh sent 288 soldiers of Myanmar home by sea on Thursday.')).toEqual([
      ['movement', 'affirmed', null, null, 'troops', 288],
    ]);
  });
});
