import type { PlaceRecord } from '../cohort-record';
import { MEANT_POLICIES } from '../admission/meant-policies';
import { bindingFaults, policyFaults } from '../admission/policy-faults';
import { NAMES } from '../expected-names';
import type { AspectProof, Finding, Step } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import { nodesOf } from '../iam/expected-grants';
import { labelsAt, listAt, textAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { heldImageFaults } from '../kubernetes/held-image-faults';
import { placeStep } from '../place-step';
import type { CloudResource, CloudResources } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import { scanFaults } from '../terraform/scan-faults';
import type { ClusterWorld, World } from '../world';

const READER = 'roles/artifactregistry.reader';

/**
 * Images: the nodes of a shared cluster read every tenant's registry, and run what a pod asks for. The one thing
 * between a pod and another tenant's images is the admission policy that compares image and registry.
 */
export function proveImages(world: World): AspectProof {
  const { record, clusters, cloud } = world;
  const repositories = cloud.ofType('google_artifact_registry_repository');
  const byName = new Map(
    repositories.map((each) => [`${cloud.text(each, 'project')}/${cloud.text(each, 'repository_id')}`, each]),
  );
  return {
    aspect: 'images',
    about:
      'Registries: which nodes read them, and the policy between a pod and the images that its node can read',
    objects: repositories.length,
    classes: clusters.length,
    findings: [
      ...clusters.filter(({ places }) => places.length > 1).flatMap((cluster) => sharedNodes(world, cluster)),
      ...nested(world),
      ...scanFaults(world),
      ...heldImageFaults(world),
      ...record.places.flatMap((place) =>
        repositoryFaults(cloud, place, byName.get(`${place.project}/${place.repository}`)),
      ),
    ],
  };
}

/** Ways by which a pod gets another's image from its node, unless the policy refuses. */
function sharedNodes(world: World, cluster: ClusterWorld): readonly Finding[] {
  const [from, to] = cluster.places as readonly [PlaceRecord, PlaceRecord];
  const reader = world.iam.find(
    ({ target, role, member }) =>
      target === `repository ${to.project}/${to.repository}` &&
      role === READER &&
      member === nodesOf(cluster.project),
  );
  if (reader === undefined) return [];
  const gap = policyGap(cluster);
  if (gap === undefined) return [];
  return [
    {
      aspect: 'images',
      kind: 'reach',
      from: from.handle,
      to: to.handle,
      sentence: 'A pod may run the image of another tenant and read the work in it',
      path: [
        placeStep(cluster, from, `may start a pod with any image of ${to.registryPath}`),
        gap,
        stepIn(reader.resource, `the nodes of ${cluster.name} pull it, whoever asks`),
      ],
      pairs: cluster.places.length * (cluster.places.length - 1),
    },
  ];
}

/** Where the image policy lets another's image through, if it does. */
function policyGap({ objects, places, name }: ClusterWorld): Step | undefined {
  const meant = MEANT_POLICIES.find((policy) => policy.name === NAMES.imagePolicy)!;
  const labelled = places.map(({ handle, namespace }) => ({
    handle,
    labels: labelsAt(objects.tryFind('Namespace', namespace)?.object, 'metadata', 'labels'),
  }));
  const policy = objects.tryFind('ValidatingAdmissionPolicy', meant.name);
  if (policy === undefined)
    return { file: `manifests for ${name}`, object: `policy ${meant.name}`, says: 'is in no file' };
  const [fault] = policyFaults(meant, policy, labelled);
  if (fault !== undefined) return stepThrough(policy, fault);
  const bindings = objects
    .ofKind('ValidatingAdmissionPolicyBinding')
    .filter(({ object }) => textAt(object, 'spec', 'policyName') === meant.name);
  if (!bindings.some((binding) => bindingFaults(meant, binding, labelled).length === 0))
    return stepThrough(policy, 'is put into force by no binding');
  // What a rule compares with stands in it as a text: a whole registry with tenants in it would let all through.
  const literals = listAt(policy.object, 'spec', 'variables').flatMap((each) =>
    [...(textAt(each, 'expression') ?? '').matchAll(/['"]([^'"]+)['"]/g)].map(([, literal]) => literal!),
  );
  const wide = literals.find(
    (literal) => literal.includes('.') && places.some(({ registryPath }) => isUnder(registryPath, literal)),
  );
  return wide === undefined
    ? undefined
    : stepThrough(policy, `allows all under ${wide}, and tenants' registries lie there`);
}

const isUnder = (path: string, parent: string): boolean =>
  path === parent || path.startsWith(`${parent.replace(/\/$/, '')}/`);

/** Registries of which one lies under the other. */
function nested({ record: { places } }: World): readonly Finding[] {
  const byPath = new Map(places.map((place) => [place.registryPath, place]));
  return places.flatMap((place): readonly Finding[] => {
    const parents = parentsOf(place.registryPath).flatMap((path) => byPath.get(path) ?? []);
    return parents.map((outer) => ({
      aspect: 'images',
      kind: 'reach',
      from: outer.handle,
      to: place.handle,
      sentence: "One registry lies under another, and the policy takes its images for the outer tenant's",
      path: [
        { file: 'cohort.lock.yaml', object: place.registryPath, says: `lies under ${outer.registryPath}` },
      ],
      pairs: 1,
    }));
  });
}

const parentsOf = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
};

function repositoryFaults(
  cloud: CloudResources,
  place: PlaceRecord,
  repository: CloudResource | undefined,
): readonly Finding[] {
  const common = { aspect: 'images', from: place.handle, pairs: 1 } as const;
  if (repository === undefined) {
    const object = `${place.project}/${place.repository}`;
    const path = [{ file: 'terraform', object, says: 'is made by no stack' }];
    return [{ ...common, kind: 'cannot work', to: place.handle, sentence: 'A place has no registry', path }];
  }
  const mode = cloud.text(repository, 'mode');
  if (mode === 'STANDARD_REPOSITORY' || mode === '') return [];
  const path = [stepIn(repository, `says mode: ${mode}`)];
  const sentence = 'A registry hands out what lies in others';
  return [{ ...common, kind: 'guard', to: EVERYONE_ELSE, sentence, path }];
}
