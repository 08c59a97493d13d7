import type { EntityJudgement } from '../model/entity-judgement.js';
import type { Report } from '../model/report.js';
import { dateWords } from './dates.js';
import { sourceWords } from './figure.js';
import { ANNEX_TITLES } from './phrases.js';

/** Which entities and origins analysts have put together or apart, with who, when and why; those in force. */
export function entityJudgementsAnnex(inForce: readonly EntityJudgement[]): Report['annexes'][number] {
  return {
    title: ANNEX_TITLES.entityJudgements,
    columns: ['Judgement', 'By', 'On', 'Why'],
    rows: inForce.map((judgement) => [
      sourceWords(judgementWords(judgement), 300),
      sourceWords(judgement.by),
      dateWords(judgement.at.slice(0, 10)),
      sourceWords(judgement.why, 300),
    ]),
    citations: inForce.map(() => []),
  };
}

function judgementWords({ verdict, entities, names }: EntityJudgement): string {
  const [first = '', second = ''] = entities.map(({ key }) => key);
  switch (verdict) {
    case 'merge':
      return `${second} is ${first}`;
    case 'split':
      return `${(names ?? []).join(', ')} means ${second}, not ${first}`;
    case 'distinct':
      return `${second} is not ${first}`;
    case 'join-origins':
      return `the word of ${second} is the word of ${first}`;
    case 'split-origin':
      return `${first} speaks for itself`;
    case 'undo':
      return '';
  }
}
