import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isScalar, parseDocument } from 'yaml';
import type { PlanInputs } from '../../core/plan/plan-inputs';
import type { CohortDirectory } from '../cohort-directory';
import { COHORT_FILE, coursePath } from '../cohort-directory';
import { PRIVATE_FOLDER } from '../privacy/write-groups';

const LEFT_BEHIND: ReadonlySet<string> = new Set([
  'dist',
  'node_modules',
  '.git',
  'terraform-state',
  PRIVATE_FOLDER,
]);

/** Copies the files of a cohort; `to` may stand among them. A course that needs what stands outside is that of the original. */
export function copyFiles(from: CohortDirectory, to: string, inputs: PlanInputs): void {
  const taken = readdirSync(from.path).filter((entry) => !LEFT_BEHIND.has(entry));
  mkdirSync(to, { recursive: true });
  for (const entry of taken) {
    const path = join(from.path, entry);
    if (!`${resolve(to)}/`.startsWith(`${resolve(path)}/`)) {
      cpSync(path, join(to, entry), { recursive: true, filter: (each) => !LEFT_BEHIND.has(basename(each)) });
    }
  }
  const outside = courseOutside(from, inputs);
  if (outside !== undefined) leadTo(outside, to);
}

/** Path of the course where it, or a toolkit that it brings, stands outside of the cohort's folder. */
function courseOutside(from: CohortDirectory, { config, course }: PlanInputs): string | undefined {
  if (!config.course.startsWith('.')) return undefined;
  const { path } = coursePath(from, config.course);
  const needed = [path, ...course.ownToolkits.map(({ manifests }) => resolve(dirname(path), manifests))];
  return needed.some((each) => relative(from.path, each).startsWith('..')) ? path : undefined;
}

/** Changes nothing in the copied cohort.yaml but what it names as its course. */
function leadTo(course: string, copy: string): void {
  const file = join(copy, COHORT_FILE);
  const text = readFileSync(file, 'utf8');
  const node = parseDocument(text).get('course', true);
  if (!isScalar(node) || !node.range) return;
  const [start, end] = node.range;
  writeFileSync(file, `${text.slice(0, start)}${JSON.stringify(relative(copy, course))}${text.slice(end)}`);
}
