import type { Mutant, MutatedStack } from './mutant';
import { MUTANTS } from './mutants';

const INTRODUCTION = `# Faults in our own stacks

What is worth being told by a rehearsal, it must be able to tell. Each line below is a fault that the tests put into one
of the stacks of an example, as \`practicum synth\` writes them. The real \`terraform\` then applies that stack to a cloud
in which the stacks before it stand, the rules of a rehearsal are looked at, and the stack is taken away again; without
the fault nothing is found. The tests compare the message of the first finding with what stands here, and this page with
the tests.

Where a fault makes two things happen in no certain order, the tests decide which of them comes first. Addresses of
people are taken out of what \`terraform\` prints.
`;

/** The page that lists all mutants, as `docs/rehearsal-mutants.md` has it. */
export const mutantsPage = (): string => [INTRODUCTION, ...MUTANTS.map(section)].join('\n');

const section = ({ about, stack, mutants }: MutatedStack): string =>
  `## ${about}: \`${stack}\`\n\n${table([HEAD, ...mutants.map(row)])}`;

const HEAD = ['what is wrong', 'noticed', 'the message, in part'];

const row = ({ title, noticed, says }: Mutant): readonly string[] => [title, noticed, code(says)];

/** A table as prettier lays it out. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const padded = rows.map((cells) => line(cells.map((cell, column) => cell.padEnd(widths[column]!))));
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [padded[0]!, rule, ...padded.slice(1)].join('');
}

/** Text as it is; a pipe would end the cell. */
function code(text: string): string {
  const safe = text.replaceAll('|', '\\|');
  return safe.includes('`') ? `\`\`${safe}\`\`` : `\`${safe}\``;
}
