import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../pipeline/progress.js';
import { SILENT } from '../pipeline/progress.js';
import { oneLine } from './terminal-text.js';

export const PROGRESS_VIEWS = ['auto', 'bar', 'jsonl', 'none'] as const;
export type ProgressView = (typeof PROGRESS_VIEWS)[number];

/** How a run shows what it does, on standard error: `auto` is a bar at a terminal and nothing elsewhere. */
export function progressView(view: ProgressView, quiet: boolean, stream: NodeJS.WriteStream): Progress {
  if (quiet || view === 'none') return SILENT;
  if (view === 'jsonl') return jsonLines(stream);
  return view === 'bar' || stream.isTTY ? bars(stream) : SILENT;
}

/** One bar a stage, which stays on the screen when the next begins. */
function bars(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | null = null;
  return {
    begin(stage, total) {
      bar = new SingleBar(
        {
          stream,
          noTTYOutput: true,
          // Standard output and the error that may follow must not be wiped with the bar.
          clearOnComplete: false,
          hideCursor: null,
          gracefulExit: false,
          format: `${stage.padEnd(9)} {bar} {value}${total === null ? '' : '/{total}'}  {label}`,
          barsize: 24,
          linewrap: false,
        },
        Presets.rect,
      );
      bar.start(total ?? 0, 0, { label: '' });
    },
    step(_, label) {
      bar?.increment(1, { label: oneLine(label).slice(0, 60) });
    },
    end() {
      bar?.update({ label: '' });
      bar?.stop();
      bar = null;
    },
  };
}

/** One JSON object a line, for a program that watches the run. */
function jsonLines(stream: NodeJS.WriteStream): Progress {
  const line = (event: object): boolean => stream.write(`${JSON.stringify(event)}\n`);
  return {
    begin: (stage, total) => void line({ event: 'begin', stage, total }),
    step: (stage, label) => void line({ event: 'step', stage, label }),
    end: (count) => void line({ event: 'end', ...count }),
  };
}
