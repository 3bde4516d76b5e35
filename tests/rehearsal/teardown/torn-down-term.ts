import { join } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { RehearsalGround } from '../../../src/app/rehearse/rehearsal-ground';
import { workInPlaces } from '../../../src/app/rehearse/work-in-places';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { copyOfExample, temporaryFolder } from '../../app/temporary-folder';
import type { CloudPrograms } from './cloud-programs';
import { cloudPrograms } from './cloud-programs';

/** A cohort that was deployed into a simulated cloud, and in whose places people worked. */
export interface TornDownTerm {
  readonly ground: RehearsalGround;
  readonly plan: CohortPlan;
  /** What "practicum teardown" is told. */
  readonly options: readonly string[];
  readonly cohort: string;
  readonly programs: CloudPrograms;
}

/** What students leave: files, an image, a disk and a load balancer each. */
const WORK = { objects: 2, images: 1, volumes: 1, loadBalancers: 1 };

/** Deploys an example and lets people work in it. */
export async function deployedTerm(
  example: string,
  engine: 'cdktf' | 'terraform',
  edit: Readonly<Record<string, (text: string) => string>> = {},
): Promise<TornDownTerm> {
  const folder = temporaryFolder();
  const prepared = await RehearsalGround.prepare({
    cohort: cohortDirectory(copyOfExample(example, { edit })),
    folder,
    engine,
    terraform: 'terraform',
    parallelism: 2,
    onCall: () => undefined,
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const ground = prepared.value;
  const planned = ground.synthesize(ground.cohort.firstDay);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  for (const run of [await ground.engine.bootstrap('apply'), await ground.engine.deploy()])
    if (!run.ok) throw new Error(run.output);
  await workInPlaces(ground, planned.value, {
    action: 'use',
    name: '',
    faults: [],
    students: 'all',
    ...WORK,
  });
  const cohort = join(folder, 'cohort');
  const programs = cloudPrograms(ground.simulation.cloud, join(folder, 'programs'));
  const tools = ['--gcloud', programs.gcloud, '--kubectl', programs.kubectl, '--lock-timeout', '1s'];
  const options = ['--cohort', cohort, '--out', folder, '--grades', join(folder, 'grades'), '--before-term-ends', ...tools]; // prettier-ignore
  return { ground, plan: planned.value, options, cohort, programs };
}
