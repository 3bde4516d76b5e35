import type { ToolkitId } from '../../domain/ids';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { Allowance } from '../allowance';
import { PODS_AND_DISKS_SHOWN, PODS_SHOWN } from '../build/shown-on';
import type { Endpoint, SecretNeed, Toolkit } from '../toolkit';

/** An instructor's own toolkit, read and judged: plain data, so that it can stand in a plan. */
export interface OwnToolkit {
  readonly id: ToolkitId;
  readonly title: string;
  readonly gives: string;
  readonly handout: string;
  readonly objects: readonly PlacedObject[];
  /** Images that its objects start, by their whole name. */
  readonly images: readonly string[];
  /** What its objects use at most, together. */
  readonly allowance: Allowance;
  readonly secrets: readonly SecretNeed[];
  readonly endpoint?: Endpoint;
}

/** What ids of instructors' own toolkits begin with: no toolkit of the catalogue will ever have such an id. */
export const OWN_PREFIX = 'own-';

/** An own toolkit as one of the catalogue: the same door, the same fence. It has one size, whatever a lab asks for. */
export const ownToolkit = (own: OwnToolkit): Toolkit => ({
  id: own.id,
  title: own.title,
  area: 'delivery',
  gives: own.gives,
  licence: 'NOASSERTION',
  homepage: 'https://example.com',
  sizes: { small: own.allowance, normal: own.allowance, large: own.allowance },
  images: own.images.map((ref) => ({
    ref,
    source: 'the course',
    date: 'unknown',
    ...(ref.includes('@') ? {} : { unpinned: 'the manifests of the course name a tag' }),
  })),
  place: () => own.objects,
  secrets: own.secrets,
  ...(own.endpoint === undefined ? {} : { endpoint: own.endpoint }),
  examples: () => [],
  handout: () => own.handout,
  dashboards: [own.allowance.storage.bytes > 0 ? PODS_AND_DISKS_SHOWN : PODS_SHOWN],
  shown: { how: 'not here', why: "it is the course's own" },
});
