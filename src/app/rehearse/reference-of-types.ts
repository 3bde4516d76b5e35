import type { ResourceKind } from '../../rehearsal/provider/resource-kind';
import { readableDuration } from './report/duration';

/** The part of the page about the rehearsal that says of each type what is checked and what is not. */
export function referenceOfTypes(kinds: readonly ResourceKind[]): string {
  return [...kinds]
    .sort((a, b) => (a.type < b.type ? -1 : 1))
    .map((kind) =>
      [
        `### ${kind.type}`,
        '',
        'Checked:',
        '',
        ...kind.checks.map((sentence) => `- ${sentence}`),
        '',
        'Not checked:',
        '',
        ...kind.ignores.map((sentence) => `- ${sentence}`),
        '',
        `Counted as ${readableDuration(kind.latency.create)} to create and ${readableDuration(kind.latency.delete)} to delete${rateOf(kind)}.`,
        '',
      ].join('\n'),
    )
    .join('\n');
}

function rateOf({ writeRate }: ResourceKind): string {
  if (writeRate === undefined) return '';
  return `; ${writeRate.about}: one every ${readableDuration(1 / writeRate.perSecond)} (${writeRate.source})`;
}

const BEGIN = '<!-- types: written by "npm run schemas" -->\n';
const END = '<!-- end of types -->';

/** A page with its part about types written anew. */
export function withReference(page: string, reference: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for the types');
  return `${before}${BEGIN}\n${reference}\n${END}${after}`;
}
