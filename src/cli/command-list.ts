import { Command, Option } from 'commander';
import type { KnownTo } from '../model/change.js';
import type { Kind } from '../model/enums.js';
import type { FindingFilter } from '../model/store.js';
import { assessedFindings, yardstickOf } from '../pipeline/assessing.js';
import type { LedgerAsOf } from '../pipeline/case-history.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { findingJson } from '../pipeline/printed-finding.js';
import { listedClaims } from '../pipeline/second-opinion.js';
import { partyName } from '../pipeline/party-name.js';
import { claimsAsOf, findingsAsOf } from '../pipeline/record-filter.js';
import { CLAIM_COLUMNS, DOCUMENT_COLUMNS, FINDING_COLUMNS } from './columns.js';
import { asOfOptions, filterOptions, formatOption, periodOption, standardOption } from './options.js';
import { writeRecords, type Format, type JsonPieces } from './record-format.js';
import type { Surroundings } from './surroundings.js';
import type { Column } from './table.js';
import { globalsOf, withCase } from './with-case.js';

const JUDGED = ['accepted', 'edited', 'rejected', 'none'] as const;

interface ListOptions {
  readonly format: Format;
  readonly party?: string;
  readonly item?: string;
  readonly kind?: Kind;
  readonly period?: string;
  readonly claimant?: string;
  readonly document?: string;
  readonly judged?: (typeof JUDGED)[number];
  readonly publisher?: string;
  readonly standard?: string;
  readonly asOf?: string;
  readonly knownTo?: KnownTo;
}

export function claimsCommand(here: Surroundings): Command {
  const command = new Command('claims')
    .description('List the claims: one attributed statement each, in the order of their statements.')
    .option('--document <id>', 'those of one document')
    .addOption(
      new Option(
        '--judged <how>',
        'by what analysts said of them; rejected ones are listed here alone',
      ).choices(JUDGED),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman claims --party "North Korea" --kind transfer
  $ tallyman claims --item artillery_shell --period 2023-09/2024-06 --format csv > shells.csv
  $ tallyman claims --claimant "White House" --format jsonl
  $ tallyman claims --as-of 2024-03-01`,
    );
  const options = [...filterOptions(), ...asOfOptions()];
  return listing(command, options, here, CLAIM_COLUMNS, (open, given) => {
    const filter = { ...filterOf(open, given), document: given.document, verdict: given.judged };
    return listedClaims(
      open,
      given.asOf === undefined
        ? open.store.claims(filter)
        : asKnown(open, given, (ledger) => claimsAsOf(ledger, filter)),
    );
  });
}

export function findingsCommand(here: Surroundings): Command {
  const command = new Command('findings')
    .description('List the findings: each question with the claims on it.')
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman findings --party RU
  $ tallyman findings --kind use --format json
  $ tallyman findings --standard official-plus-physical
  $ tallyman findings --as-of 2024-06-30 --known-to case`,
    );
  return listing(
    command,
    [...filterOptions(), standardOption(), ...asOfOptions()],
    here,
    FINDING_COLUMNS,
    async function* (open, given) {
      const filter = await findingFilterOf(open, given);
      if (given.asOf !== undefined) yield* asKnown(open, given, (ledger) => findingsAsOf(ledger, filter));
      else yield* assessedFindings(open.store.findings(filter), await yardstickOf(open, given.standard));
    },
    findingJson,
  );
}

export function documentsCommand(here: Surroundings): Command {
  const command = new Command('documents')
    .description('List the documents: the sources as text, by date of publication.')
    .option('--publisher <name>', 'those of one publisher')
    .addHelpText(
      'after',
      `
Examples:
  $ tallyman documents --period 2024
  $ tallyman documents --format jsonl`,
    );
  const period = periodOption('published within this time (EDTF)');
  return listing(command, [period], here, DOCUMENT_COLUMNS, (open, { publisher, period: within }) =>
    open.store.documents({ publisher, period: within }),
  );
}

function listing<T>(
  command: Command,
  options: ReturnType<typeof filterOptions>,
  here: Surroundings,
  columns: readonly Column<T>[],
  records: (open: OpenCase, options: ListOptions) => AsyncIterable<T>,
  json?: JsonPieces<T>,
): Command {
  for (const option of options) command.addOption(option);
  return command.addOption(formatOption()).action(async (given: ListOptions) => {
    await withCase(command, here, async (open) => {
      const count = await writeRecords(records(open, given), columns, given.format, here.out, json);
      if (count === 0 && given.format === 'table' && !globalsOf(command).quiet)
        await here.err.line(`No ${command.name()}. Has the case been run (\`tallyman run\`)?`);
      const fromStore = command.name() === 'findings' && given.asOf === undefined;
      if (fromStore && !globalsOf(command).quiet && (await open.store.ledgerIsStale()))
        await here.err.line('Claims were judged since: `tallyman run` brings the findings up to date.');
    });
  });
}

/** Records of the ledger as it was known on the day asked for. */
async function* asKnown<T>(
  open: OpenCase,
  { asOf, knownTo = 'world', standard }: ListOptions,
  records: (ledger: LedgerAsOf) => readonly T[],
): AsyncIterable<T> {
  const { CaseHistory } = await import('../pipeline/case-history.js');
  yield* records((await CaseHistory.of(open)).ledger({ day: asOf ?? null, knownTo, standard }));
}

/** Findings have parties as analysts merged them, claims as they were read. */
async function findingFilterOf(open: OpenCase, given: ListOptions): Promise<FindingFilter> {
  if (given.party === undefined) return filterOf(open, given);
  const { partyInFindings } = await import('../pipeline/entities.js');
  return { ...filterOf(open, given), party: await partyInFindings(open, given.party) };
}

const filterOf = (open: OpenCase, { party, item, kind, period, claimant }: ListOptions): FindingFilter => ({
  party: party === undefined ? undefined : partyName(party, open.vocabulary()),
  item,
  kind,
  period,
  claimant,
});
