/** The words of the sample note to a committee; `committee-note.ts` sets them. */

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export const HEAD = {
  body: 'Standing Committee on Sanctions Compliance (sample)',
  kind: 'Note by the secretariat',
  number: 'SCSC/2024/41',
  date: '9 December 2024',
  subject: 'Military cooperation between the DPRK and the Russian Federation: state of the public record',
  handling: 'For members',
} as const;

export const SECTIONS: readonly Section[] = [
  {
    heading: 'The treaty',
    paragraphs: [
      'Vladimir Putin and Kim Jong Un signed a Treaty on Comprehensive Strategic Partnership in Pyongyang on 19 June 2024. It entered into force on 4 December 2024, when the instruments of ratification were exchanged in Moscow. Under Article 4 each side is to give the other military and other assistance without delay if it is attacked and finds itself at war.',
      'Members will recall that resolution 1718 (2006), paragraph 8, and resolution 1874 (2009), paragraphs 9 and 10, forbid all arms transfers from and to the DPRK. A bilateral treaty does not set aside an obligation under the Charter.',
    ],
  },
  {
    heading: 'What the Panel of Experts left behind',
    paragraphs: [
      'In its final report (S/2024/215) of 7 March 2024 the Panel stated that it was investigating reports of the supply of conventional arms and munitions by the DPRK in violation of the sanctions. Its mandate ended on 30 April, after the veto cast by the Russian Federation on 28 March.',
    ],
  },
  {
    heading: 'From Russia to the DPRK',
    paragraphs: [
      'Shin Won-sik, national security adviser of the Republic of Korea, said on 22 November that Russia had provided North Korea with anti-aircraft missiles and other equipment to strengthen the air defences of Pyongyang. Economic support in various forms had been given as well, he said in the same interview.',
      'As to space, Mr. Shin recalled that Russia had announced in 2023 that it would help with satellite technology. Whether it has done so is not established.',
    ],
  },
  {
    heading: 'Troops',
    paragraphs: [
      'The National Intelligence Service of the Republic of Korea told parliament on 20 November that some 11,000 North Korean soldiers had been moved to the Kursk region in late October. The Pentagon\u2019s estimate of 18 November is the same: likely more than 11,000 in Kursk, its deputy spokeswoman Sabrina Singh said.',
      'The two figures should be read as one. The services exchange their findings, and neither has said what its own rests on.',
    ],
  },
];

export const TABLE = {
  caption: 'Annex. Containers: three statements, three windows',
  rows: [
    ['Statement by', 'Date', 'Words used', 'Window'],
    ['White House', '13 October 2023', 'more than 1,000 containers', 'recent weeks'],
    [
      'Minister of Defence, Republic of Korea',
      '26 February 2024',
      'about 6,700 containers',
      'since August 2023',
    ],
    [
      'United States, in the Security Council',
      '28 June 2024',
      'more than 11,000 containers',
      'since September 2023',
    ],
  ],
} as const;

export const FOOTNOTE =
  'Sample document of the Tallyman sample case. The committee is invented; what the note collects is on public record.';

/** Everything that the note says, a paragraph or table row a line. */
export function noteText(): string {
  const sections = SECTIONS.flatMap((section) => [section.heading, ...section.paragraphs]);
  const rows = TABLE.rows.map((row) => row.join(' | '));
  return [...Object.values(HEAD), ...sections, TABLE.caption, ...rows, FOOTNOTE].join('\n');
}
