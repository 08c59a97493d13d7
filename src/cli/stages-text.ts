import type { StageCount } from '../model/reject.js';

/** "documents: 14 in = 13 out + 1 rejected", one line a stage. */
export function stagesText(stages: readonly StageCount[]): string {
  return stages
    .map(
      (count) =>
        `${`${count.stage}:`.padEnd(15)}${count.in} in = ${count.out} out + ${count.rejected} rejected\n`,
    )
    .join('');
}
