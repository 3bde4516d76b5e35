import { stringify } from 'yaml';
import { parseCohort } from '../../core/config/parse-cohort';
import type { Problem } from '../../core/input/problem';
import { YamlSource } from '../../core/input/yaml-source';
import { presets } from '../cohort-directory';
import type { InitOption } from './init-questions';
import { INIT_QUESTIONS } from './init-questions';

/** Answers by the name of their option. */
export type InitAnswers = Readonly<Record<InitOption, string>>;

/** The text of `cohort.yaml` for these answers; `schema` is the path of the editor schema from there. */
export function cohortYaml(answers: InitAnswers, schema: string): string {
  const { id, course, starts, ends, timeZone, domain, stateBucket } = answers;
  const { folder, billingAccount, region, adminProject } = answers;
  const content = {
    id,
    course,
    term: { starts, ends, timeZone },
    google: { folder, billingAccount, region, adminProject },
    state: stateBucket === 'local' ? { backend: 'local' } : { backend: 'gcs', bucket: stateBucket },
    domain,
    tier: 'namespace',
    budget: { perTenant: answers.budget },
    staff: [{ email: answers.instructor, name: answers.instructorName, role: 'instructor' }],
  };
  return [
    `# yaml-language-server: $schema=${schema}`,
    '#',
    `# Courses that ship with practicum: ${presets().join(', ')}. Every key is explained in docs/cohort.md.`,
    '',
    stringify(content),
  ].join('\n');
}

/** What is wrong with a text of `cohort.yaml`. */
export function problemsOf(file: string, text: string): readonly Problem[] {
  const source = YamlSource.read(file, text);
  const parsed = source.ok ? parseCohort(source.value) : source;
  return parsed.ok ? [] : parsed.problems;
}

const EXAMPLE = Object.fromEntries(
  INIT_QUESTIONS.map(({ option, example }) => [option, example]),
) as InitAnswers;

/** What is wrong with one answer, beside answers that are right; for asking again at once. */
export function complaintAbout(option: InitOption, answer: string): string | undefined {
  const problems = problemsOf('', cohortYaml({ ...EXAMPLE, [option]: answer }, ''));
  // The two ends of the term are judged together only when both are answered.
  const problem = problems.find(({ message }) => !message.startsWith('the term '));
  return problem && `Allowed: ${problem.allowed ?? problem.message}`;
}
