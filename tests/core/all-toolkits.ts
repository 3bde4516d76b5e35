import { TOOLKIT_IDS } from '../../src/core/catalogue/catalogue';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import { aPlan } from './plan/a-plan';
import { aConfig, aCourse, aRoster, aStudent } from './sample-cohort';

const PER_LAB = 4;

/** A course that asks for every toolkit of the catalogue, ready when its lab opens, a few in each lab. */
export function allToolkitsCourse(size: 'small' | 'normal' | 'large' = 'small'): string {
  const labs = Array.from({ length: Math.ceil(TOOLKIT_IDS.length / PER_LAB) }, (_, lab) =>
    TOOLKIT_IDS.slice(lab * PER_LAB, (lab + 1) * PER_LAB),
  );
  return [
    'id: everything',
    'title: Everything there is',
    `weeks: ${labs.length + 1}`,
    'sessions:',
    '  - { day: tuesday, starts: "16:00", ends: "17:30" }',
    'late: { acceptedDays: 0 }',
    'sizes:',
    '  normal: { cpu: 500m, cpuLimit: 2, memory: 1Gi, memoryLimit: 4Gi, storage: 2Gi, pods: 8, volumes: 2, services: 4 }',
    'labs:',
    ...labs.flatMap((ids, index) => [
      `  - id: lab${index + 1}`,
      `    title: ${ids.join(', ')}`,
      '    weight: 1',
      `    opens: { week: ${index + 1}, day: monday, time: "08:00" }`,
      '    due: { daysAfterOpening: 6, time: "23:59" }',
      '    size: normal',
      `    toolkits: [${ids.map((id) => `{ id: ${id}, size: ${size} }`).join(', ')}]`,
    ]),
    '',
  ].join('\n');
}

/** Two students of that course, in the middle of the term. */
export const allToolkitsPlan = (size?: 'small' | 'normal' | 'large'): CohortPlan =>
  aPlan({
    config: aConfig(),
    course: aCourse(allToolkitsCourse(size)),
    roster: aRoster([aStudent('ada'), aStudent('bo')]),
  });
