import type { Modality } from '../model/enums.js';

/** What a claim speaks of: what happened, what is intended, what may be. */
export type ModalityGroup = 'happened' | 'planned' | 'possible';

export const modalityGroup = (modality: Modality): ModalityGroup =>
  modality === 'planned' || modality === 'possible' ? modality : 'happened';

/** The scale on which a retelling can raise a claim. */
const RANK: Readonly<Record<Modality, number>> = {
  planned: 0,
  possible: 0,
  alleged: 1,
  reported: 1,
  investigated: 1,
  assessed: 2,
  asserted: 3,
  confirmed: 4,
};

export const isRaised = (from: Modality, to: Modality): boolean => RANK[to] > RANK[from];

const QUALIFYING: ReadonlySet<Modality> = new Set(['confirmed', 'asserted', 'assessed', 'reported']);

/** Whether a claim so made can support a finding. */
export const supports = (modality: Modality): boolean => QUALIFYING.has(modality);
