import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bucketName } from '../../../src/rehearsal/provider/cloud-names';
import type { TornDownTerm } from './torn-down-term';

interface State {
  readonly resources: {
    readonly type: string;
    readonly instances: { attributes: Record<string, unknown> }[];
  }[];
}

/** Guards that are in the states as an import leaves them there: a bucket's, the cluster's and the project's. */
export function withGuards({ ground: { simulation } }: TornDownTerm): void {
  const guards = [
    ['shard-1-01', 'google_storage_bucket', 'force_destroy', false],
    ['cell-1', 'google_container_cluster', 'deletion_protection', true],
    ['cell-1', 'google_project', 'deletion_policy', 'PREVENT'],
  ] as const;
  for (const [stack, type, attribute, value] of guards) {
    const state = JSON.parse(simulation.states.read(stack)!) as State;
    state.resources.find((resource) => resource.type === type)!.instances[0]!.attributes[attribute] = value;
    simulation.states.write(stack, JSON.stringify(state));
  }
}

/** Puts the states into their bucket, where the rehearsal's own backend keeps them from: it cannot go empty then. */
export function fillStateBucket({ ground, plan, programs }: TornDownTerm, bucket: string): void {
  const objects = ['cell-1', 'cell-1-services', 'shard-1-01', 'state'].map(
    (stack) => `${plan.cohort}/${stack}/default.tfstate`,
  );
  const { cloud } = ground.simulation;
  const { name: parent, project } = cloud.find(bucketName(bucket));
  for (const name of objects)
    cloud.insert({
      name: `${parent}/objects/${name}`,
      type: 'storage.googleapis.com/Object',
      parent,
      data: { name, bucket },
      madeBy: 'people',
      ...(project === undefined ? {} : { project }),
    });
  const listed = objects.map((name) => ({ name, size: 100, generation: '1797000000000002' }));
  writeFileSync(join(programs.gcloud, '..', `gs___${bucket}___.json`), JSON.stringify(listed));
}
