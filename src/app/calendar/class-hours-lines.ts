import type { ClassHoursCost, PrewarmCost, SleepSaving } from '../../core/calendar/class-hours-cost';
import type { ClassPlan } from '../../core/plan/class-hours-plan';
import type { TimeZone } from '../../core/domain/time';
import { readableInTerm } from '../../core/domain/time';
import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

type Shown = Pick<Terminal, 'colors' | 'width'>;

/** The classes of the week, what it costs to have nodes ready for them, and what sleep saves; nothing where there is neither. */
export const classHoursLines = (costs: readonly ClassHoursCost[], terminal: Shown): readonly string[] =>
  headed(costs, terminal, [
    // All cells have the same classes.
    ...(costs[0]?.prewarm?.classes ?? []).map(classText),
    ...costs.flatMap(({ cell, prewarm, sleep }) =>
      termTexts(prewarm, sleep).map((text) => `cell ${cell}: ${text}`),
    ),
  ]);

/** The same for an instant: whether nodes are ready and places asleep, and what that comes to. */
export const classHoursAtLines = (
  costs: readonly ClassHoursCost[],
  zone: TimeZone,
  terminal: Shown,
): readonly string[] =>
  headed(
    costs,
    terminal,
    costs.flatMap(({ cell, prewarm, sleep }) =>
      [
        ...(prewarm === undefined ? [] : [prewarmNow(prewarm, zone)]),
        ...(sleep === undefined ? [] : [sleepNow(sleep, zone)]),
        ...termTexts(prewarm, sleep),
      ].map((text) => `cell ${cell}: ${text}`),
    ),
  );

function headed(
  costs: readonly ClassHoursCost[],
  { colors, width }: Shown,
  texts: readonly string[],
): readonly string[] {
  const [first] = costs;
  if (first === undefined) return [];
  const { region, listRegion, read } = first.prices;
  const other = region === listRegion ? '' : `, as those of ${region} are not in the table`;
  return [
    `\n${colors.bold('Class hours')}`,
    ...[
      ...texts,
      `List prices of ${listRegion}, read ${read}${other}: machines and their boot disks, spot or not.`,
    ].map((text) => wrapped('  ', text, width)),
  ];
}

const classText = ({ day, starts, ends, section, times }: ClassPlan): string =>
  `${day.slice(0, 1).toUpperCase()}${day.slice(1)} ${starts} to ${ends}, ${counted(times, 'time')}` +
  (section === undefined ? '' : `, section ${section}`);

function termTexts(prewarm: PrewarmCost | undefined, sleep: SleepSaving | undefined): readonly string[] {
  return [
    ...(prewarm === undefined
      ? []
      : prewarm.placeholders === 0
        ? ['no class of the term needs nodes of this cell']
        : [
            `nodes for ${counted(prewarm.placeholders, 'place')} at most are ready ${counted(prewarm.leadMinutes, 'minute')} before a class: ` +
              `${counted(prewarm.nodes, 'node')}, at most ${dollars(prewarm.usdPerHour)} an hour and ${dollars(prewarm.usdPerTerm)} in the term`,
          ]),
    ...(sleep === undefined
      ? []
      : [
          `${counted(sleep.places, 'place')} asleep in ${counted(sleep.nights, 'night')}, ${counted(sleep.hours, 'hour')}: ` +
            `saves at most ${dollars(sleep.savedUsdPerTerm)} in the term`,
        ]),
  ];
}

const prewarmNow = ({ now }: PrewarmCost, zone: TimeZone): string =>
  now === undefined
    ? 'no class is near'
    : `a class is near: ${counted(now.placeholders, 'placeholder')} on ${counted(now.nodes, 'node')}, ` +
      `${dollars(now.usdPerHour)} an hour, until ${readableInTerm(now.until, zone)}`;

const sleepNow = ({ until }: SleepSaving, zone: TimeZone): string =>
  until === undefined ? 'places are awake' : `places are asleep until ${readableInTerm(until, zone)}`;

const dollars = (usd: number): string => `$${usd.toFixed(2)}`;
