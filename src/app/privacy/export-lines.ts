import type { TimeZone } from '../../core/domain/time';
import { readable } from '../../core/domain/time';
import type { PersonExport } from '../../core/privacy/person-export';
import { wrapped } from '../report-problems';
import { table } from '../table';
import type { Terminal } from '../terminal';
import type { StoredResult } from './grades-of';

/** What is stored about somebody, for people. */
export function exportLines(
  { colors, width }: Terminal,
  stored: PersonExport & { readonly results: readonly StoredResult[] },
  zone: TimeZone,
): readonly string[] {
  const { roster, team, members, ledger, settings, places, deadlines, rights, results } = stored;
  const when = (instant: PersonExport['at']): string => readable(instant, zone);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', colors.bold(title), ...lines];
  const item = (text: string): string => wrapped('  - ', text, width).replaceAll(/\n {4}/g, '\n    ');
  const entries = [...settings.places, ...settings.accommodations];
  return [
    `${stored.cohort}: what is stored about ${stored.kind === 'team' ? 'a team' : 'a student'} as of ${when(stored.at)}`,
    ...section(
      'Roster',
      roster === undefined ? [] : table(Object.entries(roster).map(([key, value]) => [key, String(value)])),
    ),
    ...section('Team', [
      ...(team === undefined ? [] : [item(team)]),
      ...(members ?? []).map((member) => item(`member: ${member}`)),
    ]),
    ...section(
      'cohort.yaml',
      entries.map((entry) => item(JSON.stringify(entry).replaceAll(',"', ', "'))),
    ),
    ...section(
      'Ledger',
      ledger.map((event) => item(ledgerText(event))),
    ),
    ...section(
      'Places',
      places.flatMap(({ handle, kind, state, tier, namespace, host, registry, bucket, project, budget }) => [
        item(
          `${handle}: ${kind === 'team' ? "the team's" : 'their own'}, ${state}, tier ${tier}, budget ${budget}`,
        ),
        ...table(
          [
            ['namespace', namespace],
            ['address', host],
            ['images', registry],
            ['bucket', bucket],
            ...(project === undefined ? [] : [['project', project]]),
          ],
          '    ',
        ),
      ]),
    ),
    ...section(
      'Deadlines',
      deadlines.map(({ handle, lab, due, closes, own }) =>
        item(
          `${lab} in ${handle}: due ${when(due)}${closes === due ? '' : `, late until ${when(closes)}`}${own ? ' (not the class’s)' : ''}`,
        ),
      ),
    ),
    ...section(
      'Rights that name them',
      rights.map(({ on, role, by, until }) =>
        item(`${role} on ${on}, as ${by}${until === undefined ? '' : `, until ${when(until)}`}`),
      ),
    ),
    ...section(
      'Results',
      results.map(({ file, entries: kept }) =>
        item(`${file}: ${kept.length === 1 ? 'an entry' : `${kept.length} entries`} (--json shows them)`),
      ),
    ),
    '',
    wrapped(
      '',
      "Not in here: what they made themselves in their places, Google's audit logs, version control and backups. docs/privacy.md tells where and how long.",
      width,
    ),
  ];
}

function ledgerText(event: PersonExport['ledger'][number]): string {
  const { on, event: what, handle } = event;
  const key = 'key' in event ? ` ${Object.values(event.key).join('')}` : '';
  const seat = 'cell' in event ? `, cell ${event.cell}, shard ${event.shard}` : '';
  return `${on} ${what} ${handle}${key}${seat}`;
}
