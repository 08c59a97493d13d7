/** A part of the desk. */
interface Place {
  readonly path:
    | '/'
    | '/findings'
    | '/claims'
    | '/review'
    | '/map'
    | '/timeline'
    | '/strikes'
    | '/entities'
    | '/provisions'
    | '/sources'
    | '/checks';
  readonly title: string;
  /** The letter after `g` that goes there. */
  readonly key: string;
}

/** In the order of the navigation. */
export const PLACES: readonly Place[] = [
  { path: '/', title: 'Overview', key: 'o' },
  { path: '/findings', title: 'Findings', key: 'f' },
  { path: '/claims', title: 'Claims', key: 'c' },
  { path: '/review', title: 'Review', key: 'r' },
  { path: '/map', title: 'Map', key: 'm' },
  { path: '/timeline', title: 'Timeline', key: 't' },
  { path: '/strikes', title: 'Strikes', key: 'k' },
  { path: '/entities', title: 'Entities', key: 'e' },
  { path: '/provisions', title: 'Provisions', key: 'p' },
  { path: '/sources', title: 'Sources', key: 's' },
  { path: '/checks', title: 'Checks', key: 'h' },
];
