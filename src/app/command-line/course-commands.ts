import { courseCheck, courseNew, courseRender, courseShow } from './commands';
import type { CourseCheckOptions } from '../commands/course-check';
import type { CourseNewOptions } from '../commands/course-new';
import type { CourseRenderOptions } from '../commands/course-render';
import type { CourseShowOptions } from '../commands/course-show';
import type { CommandLine } from './command-line';

/** Commands about courses: what is taught, before there is a cohort. */
export function addCourseCommands({ command, runs }: CommandLine): void {
  const course = command('course', 'look at a course, check a file of your own, or start one');
  course
    .command('check')
    .description('tell all that is wrong with a course file, and what it hardly means; writes nothing')
    .argument('<file>', 'course file, or the id of a course that ships with practicum')
    .option('--json', 'machine-readable output')
    .action((asked: string, options: CourseCheckOptions) =>
      runs<CourseCheckOptions>((terminal, given) => courseCheck(terminal, given, asked))(options),
    );
  course
    .command('show')
    .description('show weeks, labs, toolkits, sizes and costs of a course; writes nothing')
    .argument('<course>', 'id of a course that ships with practicum, or a course file')
    .option('--cohort <folder>', 'with the dates and classes of this cohort')
    .option('--json', 'machine-readable output')
    .action((asked: string, options: CourseShowOptions) =>
      runs<CourseShowOptions>((terminal, given) => courseShow(terminal, given, asked))(options),
    );
  course
    .command('new')
    .description('write a course file to start from; never overwrites')
    .argument('<file>', 'where to write it, such as ./my-course.yaml')
    .option('--from <id>', 'a copy of this course (default: a small course with a remark on every key)')
    .action((file: string, options: CourseNewOptions) =>
      runs<CourseNewOptions>((terminal, given) => courseNew(terminal, given, file))(options),
    );
  course
    .command('render')
    .description('write the manifests that the Helm charts of own toolkits make, beside the course file')
    .argument('<file>', 'course file')
    .option('--helm <program>', 'helm to render with (default: helm)')
    .action((asked: string, options: CourseRenderOptions) =>
      runs<CourseRenderOptions>((terminal, given) => courseRender(terminal, given, asked))(options),
    );
}
