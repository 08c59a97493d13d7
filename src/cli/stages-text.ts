import type { StageCount } from '../model/reject.js';

/** Room for the names of the stages of every run; the optional ones may need more. */
const USUAL = 'documents: '.length;

/** "documents: 14 in = 13 out + 1 rejected", one line a stage. */
export function stagesText(stages: readonly StageCount[]): string {
  const width = Math.max(USUAL, ...stages.map(({ stage }) => stage.length + 2));
  return stages
    .map(
      (count) =>
        `${`${count.stage}:`.padEnd(width)}${count.in} in = ${count.out} out + ${count.rejected} rejected\n`,
    )
    .join('');
}
