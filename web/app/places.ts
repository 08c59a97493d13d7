/** The parts of the desk, in the order of its navigation; the letter after `g` goes there. */
export const PLACES = [{ path: '/', title: 'Overview', key: 'o' }] as const;
