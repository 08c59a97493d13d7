import type { Stage, StageCount } from '../model/reject.js';
import type { Progress } from './progress.js';

/** Counts what a stage takes in and what becomes of it, and tells the progress view. */
export class StageCounter {
  #out = 0;
  #rejected = 0;

  /** @param total items expected, for the view; null where that is not known */
  constructor(
    private readonly stage: Stage,
    private readonly progress: Progress,
    total: number | null,
  ) {
    progress.begin(stage, total);
  }

  /** One item is done; `label` names it for a person. */
  add(label: string, became: { readonly out?: number; readonly rejected?: number }): void {
    this.count(became);
    this.progress.step(this.stage, label);
  }

  /** Counts items that the stage had no work with. */
  count(became: { readonly out?: number; readonly rejected?: number }): void {
    this.#out += became.out ?? 0;
    this.#rejected += became.rejected ?? 0;
  }

  end(): StageCount {
    const count = {
      stage: this.stage,
      in: this.#out + this.#rejected,
      out: this.#out,
      rejected: this.#rejected,
    };
    this.progress.end(count);
    return count;
  }
}
