import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { Finding } from '../finding';
import { THE_FENCE } from '../finding';
import { accountOfWorkflows, deployersOf } from '../iam/workflow-record';
import { stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import type { ClusterWorld } from '../world';
import type { Grant } from './bindings';
import { permissionsIn } from './bindings';
import { DEPLOYER } from './meant-permissions';
import { permissionText, permissionTexts } from './permission';

/**
 * Workflows on GitHub in a cluster: that each holds the one role that is meant for them, in the one place of its repository;
 * that the role holds what a rollout needs, and not what a student reads.
 */
export function workflowFaults(cluster: ClusterWorld, grants: readonly Grant[]): readonly Finding[] {
  const held = new Set(
    grants.map(({ namespace, roleName, subject }) => `${namespace} ${roleName} ${subject.name}`),
  );
  return [
    ...grants.flatMap((grant) => tooMuch(cluster, grant)),
    ...cluster.places.flatMap((place) =>
      deployersOf(place)
        .filter((email) => !held.has(`${place.namespace} ${NAMES.deployerRole} ${email}`))
        .map((): Finding => ({
          aspect: 'rbac',
          kind: 'cannot work',
          from: labelOf(place),
          to: place.handle,
          sentence: `Workflows do not hold ${NAMES.deployerRole} in the place of their repository`,
          path: [placeStep(cluster, place, `has no binding of ${NAMES.deployerRole} for ${labelOf(place)}`)],
          pairs: 1,
        })),
    ),
    ...unable(cluster),
  ];
}

const labelOf = ({ handle }: PlaceRecord): string => `workflows of ${handle}`;

/** In another's place, or in one that is held, workflows are strangers: that is found as misplaced. */
function tooMuch({ places }: ClusterWorld, grant: Grant): readonly Finding[] {
  const { subject, role, roleName, binding } = grant;
  const place = places.find(
    (each) => each.namespace === grant.namespace && deployersOf(each).includes(subject.name),
  );
  if (place === undefined) return [];
  const given = stepThrough(binding, `gives ${labelOf(place)} the role ${roleName}`);
  const common = { aspect: 'rbac', kind: 'reach', from: labelOf(place), to: THE_FENCE, pairs: 1 } as const;
  if (role === undefined)
    return [
      { ...common, sentence: `Workflows hold ${roleName}, a role that no file describes`, path: [given] },
    ];
  const meant = new Set(DEPLOYER.map(permissionText));
  const more = permissionsIn(role).filter((each) => !meant.has(permissionText(each)));
  return permissionTexts(more).map((text) => ({
    ...common,
    sentence: `Workflows may ${text}, which no rollout needs`,
    path: [given, stepThrough(role, `allows ${text}`)],
  }));
}

function unable({ objects, places, name }: ClusterWorld): readonly Finding[] {
  const deploying = places.filter((place) => accountOfWorkflows(place) !== undefined);
  if (deploying.length === 0) return [];
  const common = {
    aspect: 'rbac',
    kind: 'cannot work',
    from: 'all workflows',
    to: 'their places',
    pairs: deploying.length,
  } as const;
  const role = objects.tryFind('ClusterRole', NAMES.deployerRole);
  if (role === undefined) {
    const object = `ClusterRole ${NAMES.deployerRole}`;
    const path = [{ file: `manifests for ${name}`, object, says: 'is not there' }];
    return [{ ...common, sentence: 'The role of all workflows is missing', path }];
  }
  const given = new Set(permissionsIn(role).map(permissionText));
  return permissionTexts(DEPLOYER.filter((each) => !given.has(permissionText(each)))).map((text) => ({
    ...common,
    sentence: `Workflows cannot ${text}`,
    path: [stepThrough(role, `has no rule that allows ${text}`)],
  }));
}
