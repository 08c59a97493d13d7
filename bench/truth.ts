/**
 * Numbers that sources contradict each other in: the error of `tallyman reconcile FILE.csv` on generated sets with known
 * truth, against the mean, the median, voting, TruthFinder and CRH; the seeds are 1 to 5, or those given. Prints mean
 * absolute errors.
 */
import type * as answers from '../src/ledger/truth-answer.js';
import type * as model from '../src/ledger/truth-model.js';
import type * as table from '../src/ledger/truth-table.js';
import { BASELINES } from './truth-baselines.js';
import { DENSE, MILD, ROUGH, SPARSE, truthWorld } from './truth-world.js';

const dist = (file: string): string => new URL(`../dist/ledger/${file}.js`, import.meta.url).href;
const { TruthRows } = (await import(dist('truth-table'))) as typeof table;
const { truthModel } = (await import(dist('truth-model'))) as typeof model;
const { truthAnswers } = (await import(dist('truth-answer'))) as typeof answers;

const seeds = process.argv.slice(2).map(Number);
for (const [name, shape] of Object.entries({ mild: MILD, sparse: SPARSE, rough: ROUGH, dense: DENSE })) {
  for (const seed of seeds.length > 0 ? seeds : [1, 2, 3, 4, 5]) {
    const { rows, truth } = truthWorld(shape, seed);
    const all = new TruthRows();
    for (const { item, source, value, time } of rows) all.add(item, source, value, time);
    const laid = all.table();
    const error = (values: ArrayLike<number>): number =>
      laid.items.reduce((sum, item, n) => sum + Math.abs(values[n]! - truth.get(item)!), 0) /
      laid.items.length;
    const started = performance.now();
    const found = [...truthAnswers(laid, truthModel(laid))];
    const took = performance.now() - started;
    const inside = found.filter(({ item, low, high }) => low <= truth.get(item)! && truth.get(item)! <= high);
    const errors = [
      ['Tallyman', error(found.map(({ value }) => value))] as const,
      ...Object.entries(BASELINES).map(([method, estimate]) => [method, error(estimate(laid))] as const),
    ];
    console.log(
      `${name}, seed ${seed}: ${rows.length} rows, ${laid.items.length} items: ${errors
        .map(([method, mae]) => `${method} ${mae.toFixed(0)}`)
        .join(
          ', ',
        )}; truth between low and high in ${((100 * inside.length) / found.length).toFixed(0)} % (${took.toFixed(0)} ms)`,
    );
  }
}
