import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** The sides of the last claim of some paragraphs. */
const sides = (...paragraphs: readonly string[]) => {
  const claim = claimsOf(...paragraphs).at(-1);
  expect(claim, paragraphs.join(' ')).toBeDefined();
  return [claim?.supplier ?? claim?.actor ?? null, claim?.recipient ?? claim?.target ?? null];
};

describe('a pronoun is a side of an act', () => {
  it.each([
    [
      'that a group gives goods',
      'Hezbollah has its own stock. An institute says that Iran has supplied it with 40 drones.',
      'IR',
      'Hezbollah',
    ],
    ['of several', 'The Houthis hold Hodeidah. Iran gave them 300 rifles in May.', 'IR', 'Houthis'],
    [
      'that goods reach',
      'Syria was the best customer. At least 40 consignments of weapons from North Korea reached it.',
      'KP',
      'SY',
    ],
    ['that buys', 'Eritrea is a poor country. It bought 20 tanks from Ukraine in 2004.', 'UA', 'ER'],
    [
      'that somebody accuses',
      'Khartoum severed relations with the Emirates and accused it of having given the RSF 40 drones.',
      'AE',
      'Rapid Support Forces',
    ],
  ])('%s', (_, text, supplier, recipient) => expect(sides(text)).toEqual([supplier, recipient]));

  it('but not where it means the goods', () => {
    expect(
      sides('The Houthis were short of shells. Iran had 300 rifles and delivered them to Sudan.')[1],
    ).not.toBe('Houthis');
  });
});

describe('who stands for a side', () => {
  it.each([
    ['a leader for the group', 'Russia sold 40 drones to Khalifa Haftar.', 'RU', 'Libyan National Army'],
    [
      'a private person by name',
      'In 2023 Shenghua Wen sent 300 rifles to North Korea.',
      'Shenghua Wen',
      'KP',
    ],
    [
      'the first of two firms',
      'Rion Technology and Jinghon Electronics have shipped 300 engines to the Houthis.',
      'Jinghon Electronics',
      'Houthis',
    ],
    ['whose towns are struck', 'Russia has been hitting Ukrainian cities with 40 drones.', 'RU', 'UA'],
    ['where weapons are fired', 'Russia fired 40 drones in Ukraine.', 'RU', 'UA'],
  ])('%s', (_, text, supplier, recipient) => expect(sides(text)).toEqual([supplier, recipient]));

  it('nobody, of a crew lost at sea', () => {
    const [lost] = claimsOf('Chad fired at a town. On 3 May four sailors were killed in the Red Sea.');
    expect(lost?.target ?? null).toBeNull();
  });
});
