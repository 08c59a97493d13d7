import { useEffect, useState } from 'react';
import { changed } from './judging.js';
import type { Run, ServerEvent } from './types.js';

/**
 * Listens to the server: when the ledger changes, whatever is shown is asked for again.
 * @returns the run that is under way or ended last, null for none since the desk was opened
 */
export function useLive(): Run | null {
  const [run, setRun] = useState<Run | null>(null);
  useEffect(() => {
    const events = new EventSource('/api/events');
    let at: string | null = null;
    events.addEventListener('ledger', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as Extract<ServerEvent, { event: 'ledger' }>;
      // The first one says what the ledger is, and so does the first after a lost connection.
      if (at !== null && at !== event.at) changed();
      at = event.at;
    });
    events.addEventListener('run', ({ data }: MessageEvent<string>) =>
      setRun((JSON.parse(data) as Extract<ServerEvent, { event: 'run' }>).run),
    );
    return () => events.close();
  }, []);
  return run;
}
