import { chatReader } from '../claims/chat-reader.js';
import type { FurtherReader } from '../claims/further-reader.js';
import { TallymanError } from '../core/errors.js';

/** The variables that name the service of the second reader. */
const URL_NAME = 'TALLYMAN_READER_URL';
const MODEL_NAME = 'TALLYMAN_READER_MODEL';
const KEY_NAME = 'TALLYMAN_READER_KEY';

/**
 * The second reader that the environment names.
 * @throws TallymanError `usage` where a variable is missing, or the address is none
 */
export function secondReaderFrom(env: Readonly<NodeJS.ProcessEnv>): FurtherReader {
  const valueOf = (name: string): string | null => {
    const value = env[name]?.trim() ?? '';
    return value === '' ? null : value;
  };
  const [url, model] = [valueOf(URL_NAME), valueOf(MODEL_NAME)];
  if (url === null || model === null)
    throw new TallymanError('usage', `the second reader needs ${URL_NAME} and ${MODEL_NAME}`);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new TallymanError('usage', `${URL_NAME} is no http or https address`, url);
  return chatReader({ url, model, key: valueOf(KEY_NAME) });
}
