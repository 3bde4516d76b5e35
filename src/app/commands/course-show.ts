import { priceListFor } from '../../core/prices/price-list';
import type { CourseOutline, OutlineSetting } from '../../core/course-outline/course-outline';
import { PLAIN_TERM, courseOutline } from '../../core/course-outline/course-outline';
import type { Region } from '../../core/config/regions';
import type { Outcome } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import { cohortDirectory } from '../cohort-directory';
import { courseLines } from '../course/course-lines';
import { readAskedCourse } from '../course/read-course';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { loadCohort } from '../load-cohort';
import { reportProblems } from '../report-problems';
import type { Terminal } from '../terminal';

export interface CourseShowOptions {
  readonly cohort?: string;
  readonly json?: boolean;
}

/** Region whose prices a course without a cohort is shown with. */
const PRICED_IN: Region = 'us-central1';

/** Shows a course: its weeks, labs, toolkits, sizes and costs; with the dates of a cohort, if one is given. Writes nothing. */
export function courseShow(terminal: Terminal, options: CourseShowOptions, asked: string): ExitCode {
  const json = options.json === true;
  const file = readAskedCourse(asked, 'practicum course show');
  const setting = settingOf(options.cohort);
  if (!file.ok || !setting.ok) {
    const problems = [file, setting].flatMap((part) => (part.ok ? [] : part.problems));
    return reportProblems(terminal, problems, json);
  }
  const outline = courseOutline(file.value.course, setting.value, priceListFor(setting.value.region));
  const dated = options.cohort !== undefined;
  if (json) terminal.print(JSON.stringify(asData(outline, dated), undefined, 2));
  else for (const line of courseLines(outline, { dated }, terminal)) terminal.print(line);
  return EXIT.ok;
}

function settingOf(cohort: string | undefined): Outcome<OutlineSetting & { readonly region: Region }> {
  if (cohort === undefined) return accept({ term: PLAIN_TERM, region: PRICED_IN });
  const inputs = loadCohort(cohortDirectory(cohort));
  if (!inputs.ok) return inputs;
  const { term, sessions, google, teamLabs } = inputs.value.config;
  return accept({ term, sessions, teamLabs, region: google.region });
}

/** What is shown, as data; days only where there is a term. */
function asData({ course, labs, other, weeks, perStudent, prices }: CourseOutline, dated: boolean): unknown {
  return {
    course,
    ...(dated ? { weeks } : {}),
    labs: labs.map(({ lab, workedBy, window, needs, cost }) => ({
      id: lab.id,
      workedBy,
      ...(dated ? { window } : {}),
      needs,
      cost,
    })),
    ...(dated ? { other: other.map(({ work, held }) => ({ id: work.id, held })) } : {}),
    perStudent,
    prices: { region: prices.region, listRegion: prices.listRegion },
  };
}
