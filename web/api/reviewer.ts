import { useLocalStorage } from '@mantine/hooks';

const KEY = 'tallyman.reviewer';

/** Who judges in this browser: the server knows no users, and keeps the name with every judgement. */
export const useReviewer = () =>
  useLocalStorage<string>({
    key: KEY,
    defaultValue: '',
    getInitialValueInEffect: false,
    serialize: (name) => name,
    deserialize: (name) => name ?? '',
  });

export const reviewerName = (): string => (localStorage.getItem(KEY) ?? '').trim();
