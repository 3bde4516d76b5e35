import type { ArchiveChoice } from '../../core/config/archive.schema';
import type { TimeZone } from '../../core/domain/time';
import { readable } from '../../core/domain/time';
import type { ReservedName } from '../../core/teardown/reserved-names';
import { wrapped } from '../report-problems';
import { commandLines } from '../shell-command';
import { counted, table } from '../table';
import type { Terminal } from '../terminal';
import type { LeftElsewhere } from './left-elsewhere';
import type { SurveyedStack } from './stack-survey';
import type { WorkReport } from './work-log';

type Page = Pick<Terminal, 'colors' | 'width'>;

/** More than this nobody reads at once; `--json` has them all. */
const MOST_SHOWN = 20;

export interface PlannedTeardown {
  readonly cohort: string;
  readonly stacks: readonly SurveyedStack[];
  readonly places: number;
  readonly archive: { readonly choice: ArchiveChoice; readonly target: string } | undefined;
  readonly stateBucket: { readonly name: string; readonly goes: boolean } | undefined;
}

/** Why states cannot be read, each reason once, and what to do about it. */
export function unreadLines(stacks: readonly SurveyedStack[], page: Page): readonly string[] {
  const reasons = [...new Set(stacks.flatMap(({ problem }) => problem ?? []))];
  return [
    'Not every state can be read, so nothing was changed.',
    ...reasons.map((reason) => wrapped('  ', reason.trim().replaceAll(/\s+/g, ' '), page.width)),
    ...(reasons.some((reason) => /credential|authenticat/i.test(reason))
      ? ['  Log in, and run it again: gcloud auth application-default login']
      : []),
  ];
}

/** What a teardown will do, before anything is done. */
export function planLines(planned: PlannedTeardown, page: Page): readonly string[] {
  const { cohort, stacks, places, archive, stateBucket } = planned;
  const resources = stacks.reduce((sum, each) => sum + each.resources, 0);
  const least = stacks.some(({ problem }) => problem !== undefined) ? 'at least ' : '';
  const kept = archive && Object.entries(archive.choice).filter(([, wanted]) => wanted).map(([what]) => PARTS[what]!); // prettier-ignore
  const row = (label: string, text: string): string => wrapped(`  ${label.padEnd(9)}`, text, page.width);
  return [
    `${cohort}: ${least}${counted(resources, 'resource')} in ${counted(stacks.length, 'stack')} will be destroyed`,
    '',
    ...table([
      ['stack, in this order', 'resources', 'protected'],
      ...stacks.map(({ stack, resources: count, protections, problem }) => [
        stack.name,
        problem === undefined ? String(count).padStart(9) : '        ?',
        problem === undefined ? String(protections.length).padStart(9) : 'its state cannot be read',
      ]),
    ]).map((line) => line.slice(0, page.width)),
    '',
    row('freeze', 'students lose their access; what runs goes on running'),
    row(
      'archive',
      archive === undefined
        ? 'nothing is kept'
        : `${kept!.join(', ')} of ${counted(places, 'place')}, to ${archive.target}`,
    ),
    ...(stateBucket === undefined
      ? []
      : [
          row(
            'state',
            stateBucket.goes ? `gs://${stateBucket.name} goes last` : `gs://${stateBucket.name} stays`,
          ),
        ]),
    '',
  ];
}

/** Parts of an archive as a person calls them. */
const PARTS: Readonly<Record<string, string>> = {
  bucketLists: 'lists of buckets',
  images: 'images by digest',
  dashboards: 'dashboards',
  manifests: 'manifests',
  grades: 'grades',
};

/** A piece of work that ended, with the time of day. */
export function workLine(report: WorkReport, time: string, { colors, width }: Page): string {
  const { step, what = '', outcome, said, seconds } = report;
  const mark = outcome === 'failed' ? '✗' : '✓';
  const lead = `${mark} ${time}  ${step.padEnd(9)} `;
  const took = outcome === 'done' && seconds >= 1 ? ` (${Math.round(seconds)} s)` : '';
  const before = outcome === 'done before' ? ' (by an earlier run)' : '';
  const text = `${what === '' ? '' : `${what}: `}${said}${took}${before}`;
  const paint = outcome === 'failed' ? colors.red : outcome === 'done' ? colors.green : colors.dim;
  // Coloured after it is wrapped: colours take no room.
  return wrapped(lead, text, width).replace(mark, paint(mark));
}

export interface EndedTeardown {
  readonly cohort: string;
  readonly kept: ReadonlyMap<string, string>;
  /** Why the bucket of the states is kept, if it should have gone. */
  readonly stateKept?: string;
  readonly reserved: readonly ReservedName[];
  readonly elsewhere: readonly LeftElsewhere[];
  readonly stateLeft?: string;
  readonly commands: readonly string[];
  readonly timeZone: TimeZone;
}

/** How a teardown ended, and what a person does next. */
export function endLines(ended: EndedTeardown, { colors, width }: Page): readonly string[] {
  const { cohort, kept, stateKept, reserved, elsewhere, stateLeft, commands, timeZone } = ended;
  const bad = (text: string): string => wrapped('✗ ', text, width).replace('✗', colors.red('✗'));
  if (kept.size > 0)
    return [
      '',
      ...[...kept].map(([stack, why]) => bad(`${stack} is kept: ${why}`)),
      '',
      'Mend that and run "practicum teardown" again: it goes on there.',
    ];
  const rest = reserved.length - MOST_SHOWN;
  return [
    '',
    ...(stateKept === undefined ? [] : [bad(`the bucket of the states is kept: ${stateKept}`)]),
    `${colors.green('✓')} ${cohort}: every stack is destroyed.`,
    ...(reserved.length === 0 ? [] : ['', 'Projects are deleted; their ids are never free again:']),
    ...reserved
      .slice(0, MOST_SHOWN)
      .map(({ project, until }) =>
        wrapped('  ', `${project}: can be brought back until ${readable(until, timeZone)}`, width),
      ),
    ...(rest > 0 ? [`  … and ${rest} more; --json has them all`] : []),
    '',
    'Outside of its projects:',
    ...elsewhere.flatMap(({ message, stands, command }) => [
      stands ? bad(message) : wrapped('  ', message, width),
      ...(command === undefined ? [] : commandLines('    ', command, { indent: 4, width })),
    ]),
    ...(stateLeft === undefined ? [] : [wrapped('  ', stateLeft, width)]),
    '',
    'Some minutes from now, certify that nothing is left:',
    ...commands.flatMap((command) => commandLines('  ', command, { indent: 2, width })),
  ];
}
