/** The printed words of the templates. */
export const TEMPLATE_WORDS = {
  leading: 'Leading findings',
  disputes: 'Disputes',
  basis: 'Basis',
  paragraph: (number: number) => `paragraph ${number}`,
  noFinding: (standard: string) =>
    `Nothing that the sources state meets the standard of this report, ${standard}.`,
  below: (reported: number, alleged: number) => {
    const parts = [
      reported === 0
        ? null
        : `${reported} ${reported === 1 ? 'question falls' : 'questions fall'} short of it and ${reported === 1 ? 'is' : 'are'} told as reported`,
      alleged === 0 ? null : `${alleged} ${alleged === 1 ? 'is' : 'are'} told as alleged`,
    ].filter((part) => part !== null);
    return `What follows meets the standard of this report${parts.length === 0 ? '' : `; ${parts.join(', and ')}`}.`;
  },
  further: (count: number) =>
    `${count} further ${count === 1 ? 'finding is' : 'findings are'} told in the sections below.`,
  disputed: (paragraphs: string, count: number) =>
    `The sources are in dispute on what ${count === 1 ? 'paragraph' : 'paragraphs'} ${paragraphs} ${count === 1 ? 'tells' : 'tell'}.`,
  briefBasis: (standard: string) =>
    `What meets the standard “${standard}” is told as a finding; the whole report has every statement, its grade and its source.`,
  leftOut: (count: number) =>
    `${count} further ${count === 1 ? 'finding is' : 'findings are'} left to the whole report.`,
  noDispute: 'No statements of the case exclude each other.',
  claim: 'The claim',
  speakers: 'Who says so',
  repeaters: 'Who only repeats it',
  against: 'What contradicts it',
  shown: 'What is shown',
  noneRepeats: 'No other source that is held repeats it.',
  noneSays: 'Nobody states it as fact.',
  noneContradicts: 'No statement that is held contradicts or denies it.',
} as const;
