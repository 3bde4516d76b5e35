import type { PlaceRecord } from '../cohort-record';
import type { AspectProof, Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { at } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import { selectsAll } from '../kubernetes/label-selector';
import { ForeignNamespaces } from '../network/foreign-namespaces';
import { closedToolkits, isApiServerOpening } from '../network/api-server-openings';
import type { Allowance, Direction, NetworkClass } from '../network/network-classes';
import { closedBy, networkClasses } from '../network/network-classes';
import { unmetNeeds } from '../network/network-needs';
import type { Trespass } from '../network/trespasses';
import { trespasses } from '../network/trespasses';
import { placeMeshFaults } from '../mesh/place-mesh-faults';
import { staffMeshFaults } from '../mesh/staff-mesh-faults';
import { placeStep } from '../place-step';
import { tryFindCluster, tryFindRanges } from '../terraform/cluster-ranges';
import type { ClusterWorld, World } from '../world';

/**
 * Network policies: that egress alone keeps each tenant's pods from all others, and ingress alone as well.
 *
 * It reasons on classes, not on pairs. A policy sees of the other side a namespace's labels, a pod's labels and an
 * address. Pods carry whatever labels their owner likes, so a selector of pods in another namespace is taken to
 * match. Labels of namespaces are staff's, so a namespace is to the policies exactly the truth of their selectors
 * on it. Addresses are the same for all pods of a cluster. Two tenants with the same policies and the same truths
 * can therefore not be told apart, and one of each class stands for all.
 */
export function proveNetwork(world: World): AspectProof {
  const proofs = world.clusters.map((cluster) => proveCluster(world, cluster));
  return {
    aspect: 'network',
    about:
      "NetworkPolicies, egress and ingress each by itself, against namespaces' labels and address ranges",
    objects: proofs.reduce((sum, { objects }) => sum + objects, 0),
    classes: proofs.reduce((sum, { classes }) => sum + classes, 0),
    findings: proofs.flatMap(({ findings }) => findings),
  };
}

interface ClusterProof {
  readonly objects: number;
  readonly classes: number;
  readonly findings: readonly Finding[];
}

function proveCluster({ cloud }: World, cluster: ClusterWorld): ClusterProof {
  const resource = tryFindCluster(cloud, cluster);
  const ranges = resource && tryFindRanges(cloud, resource);
  const classes = networkClasses(cluster);
  const namespaces = new ForeignNamespaces(cluster, classes);
  const { mesh } = cluster;
  return {
    objects: cluster.objects.ofKind('NetworkPolicy').length,
    classes: Math.max(classes.length, namespaces.classes),
    findings: [
      ...meshFaults(cluster),
      ...classes.flatMap((each) => [
        ...missingDenials(cluster, each),
        ...each.allowances
          .filter((allowance) => !isApiServerOpening(each, allowance, ranges))
          .flatMap((allowance) =>
            trespasses(allowance, { ranges, namespaces, mesh }).flatMap((trespass) =>
              findingOf(cluster, each, allowance, trespass),
            ),
          ),
        ...[...unmetNeeds(each, cluster), ...closedToolkits(each, ranges)].map((need) =>
          unmet(cluster, each, need),
        ),
      ]),
    ],
  };
}

/** Rules of the mesh, which keep strangers out without any network policy. */
const meshFaults = (cluster: ClusterWorld): readonly Finding[] =>
  cluster.mesh
    ? [
        ...cluster.places.flatMap((place) => placeMeshFaults(cluster, place)),
        ...staffMeshFaults(cluster, 'network'),
      ]
    : [];

const DIRECTIONS: readonly Direction[] = ['Egress', 'Ingress'];

function missingDenials(
  cluster: ClusterWorld,
  { places, specs, allowances }: NetworkClass,
): readonly Finding[] {
  const forAll = specs.filter((spec) => selectsAll(at(spec, 'podSelector')));
  const open = DIRECTIONS.filter((direction) => !forAll.some((spec) => closedBy(spec).includes(direction)));
  const [place] = places as [PlaceRecord];
  const common = {
    aspect: 'network',
    path: [placeStep(cluster, place, 'has no NetworkPolicy that selects every pod and allows nothing')],
  } as const;
  const opened = open.map((direction): Finding => {
    const [from, to] = direction === 'Egress' ? [place.handle, EVERYONE_ELSE] : [EVERYONE_ELSE, place.handle];
    const sentence = `${direction} is open: no policy that selects every pod closes it`;
    return { ...common, kind: 'reach', from, to, sentence, pairs: pairsOf(cluster, places) };
  });
  const denies = specs.some(
    (spec, index) =>
      selectsAll(at(spec, 'podSelector')) &&
      DIRECTIONS.every((direction) => closedBy(spec).includes(direction)) &&
      !allowances.some(({ policy }) => policy === index),
  );
  if (open.length > 0 || denies) return opened;
  const sentence = 'No policy denies everything by itself: the first that is edited may open the place';
  return [
    {
      ...common,
      kind: 'guard',
      from: EVERYONE_ELSE,
      to: place.handle,
      sentence,
      pairs: pairsOf(cluster, places),
    },
  ];
}

/** Ordered pairs from each of `places` to every other tenant of the cluster. */
const pairsOf = (cluster: ClusterWorld, places: readonly PlaceRecord[]): number =>
  places.length * (cluster.places.length - 1);

function findingOf(
  cluster: ClusterWorld,
  { places, policies }: NetworkClass,
  { direction, policy }: Allowance,
  { sentence, says, others }: Trespass,
): readonly Finding[] {
  const reached =
    others === 'all' ? cluster.places : cluster.places.filter(({ namespace }) => others.includes(namespace));
  const set = new Set(reached);
  const pairs = places.length * reached.length - places.filter((place) => set.has(place)).length;
  const own = places.find((place) => reached.some((other) => other !== place)) ?? places[0]!;
  const other = reached.find((each) => each !== own);
  // A selector that takes nobody but the tenant itself is no way to another.
  if (Array.isArray(others) && others.length > 0 && other === undefined) return [];
  const index = places.indexOf(own);
  const through = index === 0 ? policies[policy]! : samePolicy(cluster, own, policies[policy]!);
  const steps = [
    stepThrough(through, says),
    ...(other
      ? [
          placeStep(
            cluster,
            other,
            direction === 'Egress' ? 'is there to be reached' : 'has pods that may come',
          ),
        ]
      : []),
  ];
  const [from, to] =
    direction === 'Egress' ? [own.handle, other?.handle ?? STAFF] : [other?.handle ?? STAFF, own.handle];
  const path = direction === 'Egress' ? steps : steps.reverse();
  return [
    { aspect: 'network', kind: 'reach', from, to, sentence, path, pairs: Math.max(pairs, places.length) },
  ];
}

const samePolicy = (
  cluster: ClusterWorld,
  place: PlaceRecord,
  like: NetworkClass['policies'][number],
): NetworkClass['policies'][number] =>
  cluster.objects
    .in(place.namespace, 'NetworkPolicy')
    .find(
      ({ object }) =>
        JSON.stringify(at(object, 'metadata', 'name')) ===
        JSON.stringify(at(like.object, 'metadata', 'name')),
    ) ?? like;

function unmet(cluster: ClusterWorld, { places }: NetworkClass, need: string): Finding {
  const [place] = places as [PlaceRecord];
  return {
    aspect: 'network',
    kind: 'cannot work',
    from: place.handle,
    to: place.handle,
    sentence: `Pods cannot ${need}`,
    path: [placeStep(cluster, place, 'no policy in it allows that')],
    pairs: places.length,
  };
}
