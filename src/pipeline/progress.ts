import type { Stage, StageCount } from '../model/reject.js';

/** Told by the pipeline what it is doing; shows it, or keeps silent. One stage runs at a time. */
export interface Progress {
  /** `total` is null where the number of items is not known beforehand. */
  begin(stage: Stage, total: number | null): void;
  /** One item is done; `label` names it for a person. */
  step(stage: Stage, label: string): void;
  end(count: StageCount): void;
}

export const SILENT: Progress = {
  begin: () => undefined,
  step: () => undefined,
  end: () => undefined,
};
