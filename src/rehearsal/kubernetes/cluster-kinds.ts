import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { ObjectKind } from './api-kinds';
import { BUILT_IN_KINDS } from './api-kinds';
import type { ClusterStore } from './cluster-store';
import { tryFindCustomKind } from './custom-kinds';
import type { FieldSchema, KindSchemas } from './field-schema';
import { gatewayApiIsOn } from './gateway-api';
import { GKE_CRDS } from './gke-crds';

const BUILT_IN: ReadonlyMap<string, ObjectKind> = new Map(
  BUILT_IN_KINDS.map((kind) => [
    `${kind.group === '' ? '' : `${kind.group}/`}${kind.version} ${kind.kind}`,
    kind,
  ]),
);

/** A kind that a cluster serves, and what its fields may hold. */
export interface ServedKind {
  readonly kind: ObjectKind;
  readonly schema?: FieldSchema;
}

/** The kinds that one cluster serves: Kubernetes' own, GKE's if the Gateway API is on, and those of its CRDs. */
export class ClusterKinds {
  constructor(
    private readonly cloud: Cloud,
    private readonly cluster: AssetName,
    private readonly store: ClusterStore,
    private readonly schemas: KindSchemas,
  ) {}

  tryFind(apiVersion: string, kind: string): ServedKind | undefined {
    const builtIn = BUILT_IN.get(`${apiVersion} ${kind}`);
    if (builtIn !== undefined) {
      const schema = this.schemas.schemaOf(builtIn);
      return { kind: builtIn, ...(schema === undefined ? {} : { schema }) };
    }
    const ofGke = tryFindCustomKind(GKE_CRDS, apiVersion, kind);
    if (ofGke !== undefined && gatewayApiIsOn(this.cloud.find(this.cluster).data)) return ofGke;
    const definitions = this.store.clusterWide().filter((each) => each.kind === 'CustomResourceDefinition');
    return tryFindCustomKind(definitions, apiVersion, kind);
  }
}
