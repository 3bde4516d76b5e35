import { join } from 'node:path';
import { resolveCohort } from '../../../src/app/resolve-cohort';
import { resourceCounter } from '../../../src/app/roster/cloud-resources';
import { copyOfExample } from '../temporary-folder';
import { COURSE, changed } from '../../core/sample-cohort';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { stacksWrittenBy } from '../../properties/written';
import { EXAMPLES, exampleInputs, examplePlan, planOf, withEvents } from '../../stacks/example-plans';

/** Paths of all resources that a synthesis writes, step by step. */
const writtenPaths = (plan: CohortPlan): readonly (readonly string[])[] =>
  [...stacksWrittenBy(plan)]
    .filter(([file]) => file.endsWith('/cdk.tf.json'))
    .flatMap(([, text]) =>
      Object.values((JSON.parse(text) as { resource?: Record<string, object> }).resource ?? {}),
    )
    .flatMap((named) => Object.values(named as Record<string, { '//': { metadata: { path: string } } }>))
    .map((block) => block['//'].metadata.path.split('/'));

/** What is written for each place, by its handle in a path or in the name of a record, and what is told of it. */
function countedIn(plan: CohortPlan): readonly (readonly [string, number, number])[] {
  const paths = writtenPaths(plan);
  const told = resourceCounter(plan);
  return plan.shards
    .flatMap(({ tenants }) => tenants)
    .map((tenant) => {
      const { handle, host } = tenant;
      const written = paths.filter((path) =>
        path.some(
          (part, index) =>
            part === handle || (path[index - 1] === 'Records' && isRecordOf(part, handle, host)),
        ),
      );
      return [handle, written.length, told(tenant)] as const;
    });
}

/** `amara`, `amara wildcard` and `authorization-amara.labs.example.edu` are names of records. */
const isRecordOf = (name: string, handle: string, host: string): boolean =>
  [handle, `${handle} wildcard`, `authorization-${host}`].includes(name);

const expectToldOf = (plan: CohortPlan): void => {
  const counted = countedIn(plan);
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.map(([handle, , told]) => [handle, told])).toEqual(
    counted.map(([handle, written]) => [handle, written]),
  );
  expect(Math.min(...counted.map(([, written]) => written))).toBeGreaterThan(3);
};

test.each(EXAMPLES)('In %s each place comes to as many resources as are told', (example) => {
  expectToldOf(examplePlan(example));
});

test.each(['tier-namespace', 'tier-project', 'tier-cluster'] as const)(
  'So it is in %s when somebody is held, and has all that a lab can ask of Google',
  (example) => {
    const cohort = copyOfExample(example, {
      edit: {
        'cohort.yaml': (text) =>
          `${changed(text, 'course: w255', 'course: ./course.yaml')}github: { organisation: example-services, organisationId: "9919", deploys: true }\n`,
        'course.yaml': () =>
          changed(
            COURSE,
            '[{ id: redis, setUp: student }]',
            '[{ id: cloud-run }, { id: github-actions }, { id: vm }]',
          ),
      },
    });
    const all = resolveCohort({ cohort: join(cohort), at: '2027-02-01T12:00' }, { record: false });
    if (!all.ok) throw new Error(JSON.stringify(all.problems));
    expectToldOf(all.value.plan);
    const inputs = exampleInputs(example);
    const { handle } = inputs.ledger.events.find(({ event }) => event === 'enrolled')!;
    expectToldOf(planOf(withEvents(inputs, 'held', [handle])));
  },
);
