import type { Course, Lab, Session } from '../course/course.schema';
import { DEFAULT_SHARED_BY } from '../domain/gpu-machines';
import type { Day, Weekday } from '../domain/time';
import type { QuotaPlan } from '../plan/quota-plan';
import type { CourseOutline } from './course-outline';
import { HOURS_A_WEEK, TEAM_SIZE, gpuShareHour } from './lab-cost';
import { itemWords } from './item-words';

/** `Mon` of `monday`. */
export const shortDay = (day: Weekday): string => capital(day).slice(0, 3);

/** `Monday 16:30 to 18:00`. */
export const sessionWords = ({ day, starts, ends }: Session): string =>
  `${capital(day)} ${starts} to ${ends}`;

/** When a lab opens, by the weeks of the course: `week 3 Mon 18:00`. */
export const opensWords = ({ opens }: Pick<Lab, 'opens'>): string => fixedWords(opens);

/** When a lab is due, by the rule that the course names. */
export function dueWords({ due }: Lab): string {
  if ('week' in due) return fixedWords(due);
  if ('daysAfterOpening' in due) return `${due.daysAfterOpening} days later, ${due.time}`;
  return `${due.hoursBeforeLastSession} h before the last class`;
}

const fixedWords = ({ week, day, time }: { week: number; day: Weekday; time: string }): string =>
  `week ${week} ${shortDay(day)} ${time}`;

/** What happens to work that comes late, in a sentence. */
export function lateWords({ late }: Course): string {
  const { acceptedDays, percentPerHour, forgivenDays } = late;
  if (acceptedDays === 0) return 'Late work gets zero.';
  const accepted = `Late work is accepted for ${acceptedDays} ${acceptedDays === 1 ? 'day' : 'days'}`;
  if (percentPerHour === undefined) return `${accepted} and costs nothing.`;
  const price = `each hour begun costs ${percentPerHour} % of the grade of the lab`;
  return forgivenDays === undefined
    ? `${accepted}; ${price}.`
    : `${accepted}; ${forgivenDays} days of the term are forgiven where they save most, beyond them ${price}.`;
}

/** Toolkits of a lab with their sizes; what the student sets up is marked with a star. */
export const toolkitWords = ({ toolkits }: Lab): readonly string[] =>
  toolkits.map(({ id, size, setUp }) => `${id} ${size}${setUp === 'student' ? '*' : ''}`);

/** What a place has: guaranteed to at most. */
export function amountWords({ cpu, cpuLimit, memory, memoryLimit, storage, pods, gpus }: QuotaPlan): string {
  return [
    `cpu ${cpu.toString()}–${cpuLimit.toString()}`,
    `memory ${memory.toString()}–${memoryLimit.toString()}`,
    ...(storage.bytes === 0 ? [] : [`disks ${storage.toString()}`]),
    `${pods} pods`,
    ...(gpus === 0 ? [] : [`${gpus} GPU${gpus === 1 ? '' : 's'}`]),
  ].join(', ');
}

export const dollars = (usd: number, digits = 2): string => `$${usd.toFixed(digits)}`;

/** What the two columns of costs assume. */
export function costWords({ labs, prices }: Pick<CourseOutline, 'labs' | 'prices'>): string {
  const { listRegion, machines, family } = prices;
  const { read } = machines[family].vcpuHour;
  const gpus = labs.some(({ needs }) => needs.gpus > 0)
    ? ` A GPU is counted as ${dollars(gpuShareHour(prices))} an hour: ${DEFAULT_SHARED_BY} pods share an NVIDIA L4 and its machine.`
    : '';
  const items = itemWords(
    labs.flatMap((lab) => lab.items),
    prices,
  );
  const teams = labs.some(({ workedBy }) => workedBy === 'team')
    ? ` Teams are counted as ${TEAM_SIZE} students.`
    : '';
  return (
    `Used: pods run ${HOURS_A_WEEK} hours a week from opening to the due time, disks stay. At most: all that is ` +
    `guaranteed runs day and night until nothing is accepted any more. List prices of ${listRegion}, read ${read}, for ` +
    `shares of nodes and their boot disks, for disks and for what toolkits cost beside them: no cluster fee, traffic or logs.${gpus}${items}${teams}`
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `27 Feb`. */
export const dayWords = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]!}`;

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
