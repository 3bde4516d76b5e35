import { join } from 'node:path';
import { HOME } from '../../src/app/cohort-directory';
import type { KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { objectsOf } from '../../src/core/catalogue/contract/example-faults';
import { toolkitOf } from '../../src/core/catalogue/catalogue';
import { workloadsOf } from '../../src/core/catalogue/workloads';
import type { Workload } from '../../src/core/catalogue/toolkit';
import { placeOf } from '../../src/app/handout/toolkit-sections';
import type { PlacedObject } from '../../src/core/kubernetes/placed-object';
import type { CohortPlan, LabPlan, TenantPlan, ToolkitPlan } from '../../src/core/plan/cohort-plan';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { SynthesisedObjects } from './synthesised-objects';
import { synthesisedObjects } from './synthesised-objects';

/** A cohort of each course that ships, in the middle of its term. */
export const COHORTS = [
  ['csce790', 'csce790-fall', '2027-10-12T12:00'],
  ['mlsd', 'mlsd-fall', '2027-10-12T12:00'],
  ['sharif', 'sharif-spring', '2027-04-20T12:00'],
  ['w255', 'w255-spring', '2027-02-16T12:00'],
] as const;

export const synthesisedExample = (example: string, at: string): SynthesisedObjects =>
  synthesisedObjects(join(HOME, 'examples', example), at);

/** A place of each kind that toolkits stand in: the first of a student, and of a team. */
export function placesOfKinds(plan: CohortPlan): readonly TenantPlan[] {
  const tenants = plan.shards.flatMap((shard) => shard.tenants).filter(({ tier }) => tier !== 'cluster');
  return (['student', 'team'] as const).flatMap((kind) => {
    const first = tenants.find((tenant) => tenant.kind === kind && tenant.members.length > 0 && !tenant.held);
    return first === undefined ? [] : [first];
  });
}

/** A moment of the term at which a lab opens, and the labs that are open then. */
export interface Moment {
  readonly lab: LabPlan;
  readonly open: readonly LabPlan[];
}

/** The moments at which most is wanted of a place: each is the opening of a lab. */
export function momentsOf(plan: CohortPlan, tenant: TenantPlan): readonly Moment[] {
  const labs = plan.labs.filter(({ id }) => tenant.labs.includes(id));
  return labs.map((lab) => ({
    lab,
    open: labs.filter(({ opens, closes }) => opens <= lab.opens && lab.opens < closes),
  }));
}

/** Toolkits of a place that are awake while `open` are. */
export const awakeIn = (tenant: TenantPlan, open: readonly LabPlan[]): readonly ToolkitPlan[] =>
  usedIn(tenant, open).filter(({ standing }) => standing);

export function usedIn(tenant: TenantPlan, labs: readonly LabPlan[]): readonly ToolkitPlan[] {
  const ids = new Set(labs.flatMap(({ toolkits }) => toolkits.map(({ id }) => id)));
  return tenant.toolkits.filter(({ id }) => ids.has(id));
}

/** Workloads of a toolkit in a place, with as many pods as it may ever have. */
export function workloadsIn(tenant: TenantPlan, use: ToolkitPlan): readonly Workload[] {
  const place = placeOf(tenant, use);
  const toolkit = toolkitOf(use);
  const scaled = (toolkit.place?.(place) ?? [])
    .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
    .map(({ spec }) => spec as { scaleTargetRef: { name: string }; maxReplicas: number });
  return workloadsOf(toolkit, place).map((workload) => {
    const most = scaled.find(({ scaleTargetRef }) => scaleTargetRef.name === workload.name)?.maxReplicas ?? 0;
    return { ...workload, replicas: Math.max(workload.replicas, most) };
  });
}

type Manifest = readonly [file: string, objects: readonly KubernetesObject[]];

/** Manifests that a student of the place gets, by file, and what she would write to set up what is hers to set up. */
export function manifestsIn(tenant: TenantPlan, use: ToolkitPlan): readonly Manifest[] {
  const { namespace } = tenant;
  const place = placeOf(tenant, use);
  const toolkit = toolkitOf(use);
  const inPlace = (objects: readonly PlacedObject[]): readonly KubernetesObject[] =>
    objects.map(
      (object) => ({ ...object, metadata: { ...object.metadata, namespace } }) as unknown as KubernetesObject,
    );
  const own = use.standing ? [] : (toolkit.place?.(place) ?? []);
  return [
    ...(own.length === 0 ? [] : [[`${use.id}, set up by the student`, inPlace(own)] as const]),
    ...toolkit.examples(place).flatMap((file): readonly Manifest[] => {
      const objects = objectsOf(file);
      return objects === undefined ? [] : [[`${use.id}/${file.name}`, inPlace(objects)]];
    }),
  ];
}

/** The API as one person has it. */
export function asPerson(connection: KubeConnection, email: string): KubeConnection {
  const who = { 'Impersonate-User': email, 'Impersonate-Group': 'system:authenticated' };
  return {
    request: (method, path, body, headers = {}) =>
      connection.request(method, path, body, { ...headers, ...who }),
    close: () => undefined,
  };
}
