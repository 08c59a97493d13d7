import { InvalidArgumentError, Option } from 'commander';
import { isEdtf } from '../core/edtf-date.js';
import { KNOWN_TO } from '../model/change.js';
import { ITEM_CLASSES, KINDS } from '../model/enums.js';
import { PROGRESS_VIEWS } from './progress-view.js';
import { FORMATS } from './record-format.js';

/** Options that several commands share. */

export const listOption = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

function edtfOption(text: string): string {
  if (!isEdtf(text))
    throw new InvalidArgumentError(
      'It is no EDTF date or interval, such as 2024-03, 2023-09/2024-06 or 2023-08/..',
    );
  return text;
}

export function dayOption(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isEdtf(text))
    throw new InvalidArgumentError('It is no day, such as 2024-06-30.');
  return text;
}

/** A day at whose end the ledger is looked at, and whose knowledge is meant. */
export const asOfOptions = (): readonly Option[] => [
  new Option('--as-of <day>', 'the ledger as it was known at the end of this day: 2024-06-30').argParser(
    dayOption,
  ),
  knownToOption(),
];

export const knownToOption = (): Option =>
  new Option('--known-to <whom>', 'world: what was published by then; case: what the case had by then')
    .choices(KNOWN_TO)
    .default('world');

export function scoreOption(text: string): number {
  const score = Number(text);
  if (text.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('It is no score from 0 to 1, such as 0.8.');
  return score;
}

/** Every listing comes in these forms. */
export const formatOption = (): Option =>
  new Option('--format <form>', 'the form of the output').choices(FORMATS).default('table');

/** By what findings are assessed. */
export const standardOption = (): Option =>
  new Option('--standard <name>', 'what decides whether it is a finding, reported or alleged');

/** For commands whose answer is one record. */
export const textOrJsonOption = (): Option =>
  new Option('--format <form>', 'the form of the output').choices(['text', 'json']).default('text');

export const progressOption = (): Option =>
  new Option('--progress <view>', 'how progress is shown on standard error; auto: a bar at a terminal only')
    .choices(PROGRESS_VIEWS)
    .default('auto');

export const filterOptions = (): readonly Option[] => [
  new Option('--party <name>', 'a state (code or name) or group, in whichever part'),
  new Option('--item <class>', 'a class of goods or people').choices(ITEM_CLASSES),
  new Option('--kind <kind>', 'what is claimed').choices(KINDS),
  periodOption('what was stated in, or is about, this time (EDTF: 2024-03, 2023-09/2024-06, 2023-08/..)'),
  new Option('--claimant <name>', "a part of the claimant's name"),
];

export const periodOption = (description: string): Option =>
  new Option('--period <edtf>', description).argParser(edtfOption);
