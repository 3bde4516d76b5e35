import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { AspectProof, Finding, Step } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import { grouped } from '../grouped';
import { deployerFaults } from '../iam/deployer-faults';
import { federationFaults } from '../iam/federation-faults';
import { iamDifferences } from '../iam/iam-differences';
import { at, labelsAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { placeStep } from '../place-step';
import { stepIn } from '../terraform/cloud-resources';
import type { ClusterWorld, World } from '../world';

/**
 * Workload identity: that pods are known to Google as their own tenant. Google tells pods apart by project,
 * namespace and account, not by cluster, so that two clusters of one project must never have a namespace of the
 * same name for two tenants.
 */
export function proveWorkloadIdentity(world: World): AspectProof {
  const { clusters } = world;
  const accounts = clusters.reduce((sum, { objects }) => sum + objects.ofKind('ServiceAccount').length, 0);
  return {
    aspect: 'workload identity',
    about: 'Pods as Google knows them: accounts, principals, and namespaces of one name in one project',
    objects: accounts + world.iam.filter(({ member }) => member.startsWith('principal')).length,
    classes: new Set(world.record.places.map(({ clusterProject }) => clusterProject)).size,
    findings: [
      ...iamDifferences(world, 'workload identity'),
      ...sameNames(world),
      ...federationFaults(world),
      ...deployerFaults(world),
      ...clusters.flatMap((cluster) => cluster.places.flatMap((place) => accountFaults(cluster, place))),
    ],
  };
}

/** Namespaces that a second cluster of the project has under the same name. */
function sameNames({ clusters, artifacts, cloud }: World): readonly Finding[] {
  const resources = cloud.ofType('google_container_cluster');
  const projectOf = new Map(resources.map((each) => [cloud.text(each, 'name'), cloud.text(each, 'project')]));
  const namespaces = grouped(
    artifacts.kubernetes.filter(({ object }) => object['kind'] === 'Namespace'),
    ({ object }) => String(at(object, 'metadata', 'name')),
  );
  return clusters.flatMap((cluster) =>
    cluster.places.flatMap((place) =>
      (namespaces.get(place.namespace) ?? [])
        .filter((other) => other.cluster !== cluster.name && projectOf.get(other.cluster) === cluster.project)
        .map((other): Finding => ({
          aspect: 'workload identity',
          kind: 'reach',
          from: `${place.namespace} in ${other.cluster}`,
          to: place.handle,
          sentence:
            'Two clusters of one project have a namespace of the same name, and Google takes one for the other',
          path: [
            stepThrough(other, `is for the cluster ${other.cluster}`),
            placeStep(
              cluster,
              place,
              `is for the cluster ${cluster.name} of the same project ${cluster.project}`,
            ),
            ...poolSteps(cloud, other.cluster),
          ],
          pairs: 1,
        })),
    ),
  );
}

const poolSteps = (cloud: World['cloud'], name: string): readonly Step[] =>
  cloud
    .ofType('google_container_cluster')
    .filter((each) => cloud.text(each, 'name') === name)
    .map((each) => stepIn(each, 'shares its workload identity pool with every cluster of the project'));

/** Annotation that lends pods a Google service account. */
const LENT = 'iam.gke.io/gcp-service-account';

function accountFaults(cluster: ClusterWorld, place: PlaceRecord): readonly Finding[] {
  const accounts = cluster.objects.in(place.namespace, 'ServiceAccount');
  const lab = cluster.objects.tryFind('ServiceAccount', NAMES.workloadAccount, place.namespace);
  const common = { aspect: 'workload identity', from: place.handle, pairs: 1 } as const;
  const lent = accounts
    .filter(({ object }) => labelsAt(object, 'metadata', 'annotations')[LENT] !== undefined)
    .map((account): Finding => ({
      ...common,
      kind: 'reach',
      to: EVERYONE_ELSE,
      sentence: 'Pods are lent a Google service account, which others may be lent too',
      path: [
        stepThrough(account, `says ${LENT}: ${labelsAt(account.object, 'metadata', 'annotations')[LENT]}`),
      ],
    }));
  if (lab === undefined) {
    const path = [placeStep(cluster, place, `has no ServiceAccount ${NAMES.workloadAccount}`)];
    return [
      ...lent,
      {
        ...common,
        kind: 'cannot work',
        to: place.handle,
        sentence: 'Pods have no account that Google knows',
        path,
      },
    ];
  }
  const given = accounts
    .filter(({ object }) => at(object, 'automountServiceAccountToken') !== false)
    .map((account): Finding => ({
      ...common,
      kind: 'guard',
      to: EVERYONE_ELSE,
      sentence: 'Every pod gets a token for the Kubernetes API, which it does not need',
      path: [stepThrough(account, 'does not say automountServiceAccountToken: false')],
    }));
  return [...lent, ...given];
}
