import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';
import type { Churn } from './prove-churn';

/** What the comparison of both outputs showed. */
export function churnLines({ colors, width }: Terminal, churn: Churn): readonly string[] {
  const { places, resources, broken, shared } = churn;
  const verdict =
    broken.length === 0
      ? `${colors.green('✓')} ${counted(places, 'place')} of others, ${counted(resources, 'resource')} and every file of theirs: not a byte is another`
      : `${colors.red('✗')} ${counted(broken.length, 'place')} of others would change: ${broken.join(', ')}`;
  return [
    '',
    wrapped('', verdict, width),
    ...(shared.length === 0
      ? []
      : [
          '',
          'Shared, and changed because they name people or places:',
          ...shared.map((each) => wrapped('  ', each, width)),
        ]),
  ];
}
