import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { Surroundings } from '../../src/cli/surroundings.js';
import { PACKAGE_ROOT } from '../../src/core/package-root.js';

const program = createProgram(new Surroundings());
/** Every command that does something, by the words that call it; a group of them does nothing itself. */
const commandsOf = (parent: Command, before = ''): [string, Command][] =>
  parent.commands.flatMap((command): [string, Command][] => {
    const name = `${before}${command.name()}`;
    return command.commands.length === 0 ? [[name, command]] : commandsOf(command, `${name} `);
  });
const commands = commandsOf(program);
const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'cli.md'), 'utf8');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

/** The options in the first column of a section's tables. */
const documented = (section: string): string[] =>
  [...section.matchAll(/^\| (`-.*?) \|/gm)]
    .flatMap(([, cell]) => [...(cell ?? '').matchAll(/(--[a-z-]+)/g)].map(([flag]) => flag))
    .sort();
const flagsOf = (command: Command): string[] => command.options.map(({ long }) => long ?? '').sort();

describe('docs/cli.md', () => {
  it('has a section for every command, in the order of the help, and for nothing else', () => {
    expect([...sections.keys()]).toEqual(['Everywhere', ...commands.map(([name]) => `tallyman ${name}`)]);
  });

  it.each(commands)('names every option of %s, and no other', (name, command) => {
    expect(documented(sections.get(`tallyman ${name}`) ?? '')).toEqual(flagsOf(command));
  });

  it('names the options that every command takes', () => {
    expect(documented(sections.get('Everywhere') ?? '')).toEqual([...flagsOf(program), '--help'].sort());
  });

  it('lists the choices of an option where they are few', () => {
    for (const [name, command] of commands) {
      for (const { long, argChoices = [] } of command.options) {
        if (argChoices.length === 0 || argChoices.length > 5 || (name === 'run' && long === '--progress'))
          continue;
        const row = (sections.get(`tallyman ${name}`) ?? '')
          .split('\n')
          .find((line) => line.includes(String(long)));
        for (const choice of argChoices) expect(row).toContain(`\`${choice}\``);
      }
    }
  });
});

describe('the help of every command', () => {
  it.each(commands)('%s has examples', (name, command) => {
    let text = '';
    command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
    expect(text).toMatch(new RegExp(`Examples:\n {2}\\$ tallyman ${name}`));
  });
});
