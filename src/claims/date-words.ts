/** The words of dates, as patterns over lower-case text, and what each is worth. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const UNITS_AS_WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const ORDINALS = [
  ...UNITS_AS_WORDS,
  ...['tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'],
  ...['eighteenth', 'nineteenth', 'twentieth', ...UNITS_AS_WORDS.map((unit) => `twenty-${unit}`)],
  ...['thirtieth', 'thirty-first'],
];
const COUNTS: ReadonlyMap<string, number> = new Map([
  ...(['a', 'an'] as const).map((word) => [word, 1] as const),
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, i) => [word, i + 1] as const,
  ),
]);
/** EDTF codes of the seasons. */
const SEASONS: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};

const anyOf = (words: Iterable<string>): string =>
  `(${[...words].sort((a, b) => b.length - a.length).join('|')})`;

export const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
export const WEEKDAY = anyOf(WEEKDAYS);
export const YEAR = '((?:19|20)\\d\\d)';
export const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
export const ORDINAL = anyOf(ORDINALS);
export const COUNT = `(\\d{1,2}|${[...COUNTS.keys()].sort((a, b) => b.length - a.length).join('|')})`;
export const SEASON = anyOf(Object.keys(SEASONS));
/** A part of the month or year that follows. */
export const PART =
  '(?:(?:the )?(early|mid|late|beginning of|start of|middle of|end of|first days of|last days of|closing days of|opening days of|first week of|turn of|course of)(?: in)?[ -](?:the )?)';

/** Words with which a date can begin; every other place of a text is passed over. */
export const OPENERS: readonly string[] = [
  ...[
    'the',
    'early',
    'mid',
    'late',
    'beginning',
    'start',
    'middle',
    'end',
    'first',
    'last',
    'closing',
    'opening',
    'turn',
  ],
  ...[
    'earlier',
    'later',
    'this',
    'next',
    'that',
    'on',
    'over',
    'in',
    'during',
    'for',
    'from',
    'between',
    'within',
    'past',
  ],
  ...[
    'previous',
    'preceding',
    'then',
    'overnight',
    'throughout',
    'through',
    'about',
    'some',
    'around',
    'almost',
    'nearly',
    'more',
    'day',
    'today',
    'tonight',
  ],
  ...[
    'yesterday',
    'tomorrow',
    'q[1-4]',
    '\\d{1,4}',
    ...COUNTS.keys(),
    ...WEEKDAYS,
    ...MONTHS,
    ...Object.keys(SEASONS),
    ...ORDINALS,
  ],
];

/** Words of which a date has at least one, within `CORE_REACH` characters of its beginning. */
export const CORES: readonly string[] = [
  ...[
    'days?',
    'weeks?',
    'months?',
    'years?',
    'today',
    'tonight',
    'yesterday',
    'tomorrow',
    'morning',
    'afternoon',
    'evening',
  ],
  ...[
    'night',
    'overnight',
    'then',
    'period',
    'window',
    'time',
    'span',
    'stretch',
    '(?:19|20)\\d\\d',
    '\\d{1,2}(?:st|nd|rd|th)',
    '\\d{1,2}\\.\\d{1,2}\\.\\d{4}',
    'q[1-4]',
  ],
  ...[...MONTHS.map((month) => `${month}[a-z]*`), ...WEEKDAYS, ...Object.keys(SEASONS), ...ORDINALS],
];
export const CORE_REACH = 40;

/** 1 to 12. */
export const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
/** 0 is Sunday. */
export const weekdayOf = (word: string): number => WEEKDAYS.indexOf(word);
/** A day of a month, in digits or as an ordinal. */
export const dayOf = (word: string): number =>
  /\d/.test(word) ? parseInt(word, 10) : ORDINALS.indexOf(word) + 1;
export const countOf = (word: string): number => COUNTS.get(word) ?? Number(word);
export const seasonOf = (word: string): string => SEASONS[word] ?? '';
