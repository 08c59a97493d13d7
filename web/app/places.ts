/** A part of the desk. */
interface Place {
  readonly path: '/' | '/findings' | '/sources';
  readonly title: string;
  /** The letter after `g` that goes there. */
  readonly key: string;
}

/** In the order of the navigation. */
export const PLACES: readonly Place[] = [
  { path: '/', title: 'Overview', key: 'o' },
  { path: '/findings', title: 'Findings', key: 'f' },
  { path: '/sources', title: 'Sources', key: 's' },
];
