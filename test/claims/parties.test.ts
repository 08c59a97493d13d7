import { describe, expect, it } from 'vitest';
import { claimsOf } from './extractor.js';

/** Sides of the claims of a text, in their order: "TR>ET" for a trade, "ET!TR" for who fires at whom. */
const sides = (...paragraphs: readonly string[]): readonly string[] =>
  claimsOf(...paragraphs).map(({ kind, supplier, recipient, actor, target }) =>
    kind === 'use' || kind === 'casualty' || kind === 'deployment'
      ? `${actor ?? '-'}!${target ?? '-'}`
      : `${supplier ?? '-'}>${recipient ?? '-'}`,
  );

describe('parties that a text only describes', () => {
  it.each([
    [
      'Belarus sold Zimbabwe 20 trucks with mortars.',
      'The African country also took delivery of 5 helicopters from China.',
      'CN>ZW',
    ],
    ['Turkey supplied 12 drones to Ethiopia.', 'The army also obtained 2 jets from China.', 'CN>ET'],
    [
      'Eritrea smuggled 500 rifles to Al-Shabaab.',
      'The militants in Somalia got 20 mortars from Yemen.',
      'YE>Al-Shabaab',
    ],
    ['Serbia shipped 300 howitzers to Armenia.', 'India sold its neighbour 40 tanks.', 'IN>AM'],
  ])('%s %s', (before, text, expected) => {
    expect(sides(before, text).at(-1)).toBe(expected);
  });

  it('takes both sides of a contract from the trade told before', () => {
    expect(
      sides(
        'Turkey sold 12 drones to Chad.',
        'A contract between the two countries for 20 howitzers was signed in May.',
      ).at(-1),
    ).toBe('TR>TD');
  });

  it('has an army tied to its state, and rebels to the group that is at home there', () => {
    expect(sides('Chad gave 20 mortars to the army of Niger.')).toEqual(['TD>NE']);
  });
});

describe('firms', () => {
  it.each([
    ['Red Dune Trading shipped 400 rifles to Chad.', 'Red Dune Trading>TD'],
    ['Caspian Lift, a Bulgarian state-owned company, delivered 400 rifles to Chad.', 'BG>TD'],
    ['Asia Moon Group sold 40 howitzers to Laos.', 'Asia Moon Group>LA'],
    ['Serbia delivered 400 rifles to the airline Blue Sahel in May.', 'RS>Blue Sahel'],
  ])('%s', (text, expected) => {
    expect(sides(text)).toEqual([expected]);
  });
});

describe('sides of an act', () => {
  it.each([
    ['Six jets that Chad ordered from Serbia are late.', 'RS>TD'],
    ["The Chadian army's Directorate of Roads sent Niger 300 rifles.", 'TD>NE'],
    ['Drones were sold by Turkey to Mali, to Niger and to Chad.', 'TR>ML, NE, TD'],
    ['Danube Arsenal, which belongs to the Serbian state, shipped 300 rifles to Chad.', 'Danube Arsenal>TD'],
    ['Bulgaria passed Serbian guided bombs on to Chad.', 'BG>TD'],
    ['Twelve howitzers were re-exported to Chad by Bulgaria.', 'BG>TD'],
    ['The network concluded a deal over 300 rifles for Chad.', '->TD'],
    ['Orlan drones are said to have come to Chad from Serbia in 2021.', 'RS>TD'],
  ])('%s', (text, expected) => {
    expect(sides(text)[0]).toBe(expected);
  });

  it('turns the trade round where goods go the other way', () => {
    expect(sides('Turkey gave Chad 12 drones. In return it received 5 tonnes of gold.')).toEqual([
      'TR>TD',
      'TD>TR',
    ]);
    expect(
      sides(
        'Turkey gave Chad 12 drones.',
        'Goods also flow the other way. In May 300 rifles were delivered.',
      ),
    ).toEqual(['TR>TD', 'TD>TR']);
  });

  it.each([
    [
      'Serbia supplied Chad with mortars, Bulgaria with rifles and Turkey with drones.',
      ['RS>TD', 'BG>TD', 'TR>TD'],
    ],
    ['Serbia sold Chad 20 mortars, and Bulgaria 300 rifles.', ['RS>TD', 'BG>TD']],
    ['Chad bought mortars and 300 rifles from Bulgaria.', ['BG>TD', 'BG>TD']],
    ['Serbia could hand over mortars to Chad or Niger.', ['RS>TD, NE']],
  ])('%s', (text, expected) => {
    expect(sides(text)).toEqual(expected);
  });

  it('gives several suppliers the customer that the text is about', () => {
    expect(
      sides(
        'Chad is arming itself. Chad has a new minister, and Chad has oil.',
        'Serbia shipped 2,500 rockets in 2021.',
        'Bulgaria handed over six howitzers.',
      ),
    ).toEqual(['RS>TD', 'BG>TD']);
  });
});

describe('people lost', () => {
  it('are of the state where they died, unless the text has sent them abroad', () => {
    expect(sides('A Turkish missile struck the academy in Tripoli; 26 cadets were killed.').at(-1)).toBe(
      '-!LY',
    );
    expect(
      sides('Chad has sent 3,000 soldiers to Sudan.', 'Of the soldiers 40 were killed near Khartoum.').at(-1),
    ).toBe('-!TD');
  });
});
