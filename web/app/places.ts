/** A part of the desk. */
export interface Place {
  readonly path: '/';
  readonly title: string;
  /** The letter after `g` that goes there. */
  readonly key: string;
}

/** In the order of the navigation. */
export const PLACES: readonly Place[] = [{ path: '/', title: 'Overview', key: 'o' }];
