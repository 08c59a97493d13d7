import type { TruthScale } from './truth-scale.js';

/** How the sources of a set are right and wrong: what `truth-model.ts` estimates. */
export interface TruthModel {
  readonly scale: TruthScale;
  /** Of every source, the shares of its claims that are exact and near, and how far the near ones lie. */
  readonly exact: Float64Array;
  readonly near: Float64Array;
  readonly width: Float64Array;
  /** Of all sources. */
  readonly overall: Overall;
  /** By how much the odds of being exact are higher for the last word on an item, and for all before it. */
  readonly lastOdds: number;
  readonly earlierOdds: number;
}

export interface Overall {
  readonly exact: number;
  readonly near: number;
  readonly width: number;
  /** How far wrong ones lie. */
  readonly reach: number;
  /** Share of the wrong ones that are slips. */
  readonly slips: number;
  /** Chance that a wrong claim repeats one made before it. */
  readonly copied: number;
}
