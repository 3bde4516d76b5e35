import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { CohortId, Handle } from '../../src/core/domain/ids';
import type { LoadBalancerReach } from '../../src/core/domain/load-balancer-reach';
import { IN_MESH } from '../../src/core/domain/mesh';
import { LABEL_DOMAIN } from '../../src/core/domain/names';
import { managedMetadata } from './managed-metadata';

/** Label of a tenant's namespace with its handle; the shared policies hold wherever it is set. */
export const TENANT_LABEL = `${LABEL_DOMAIN}/tenant`;
/** Label of a tenant's namespace with its cohort. */
export const COHORT_LABEL = `${LABEL_DOMAIN}/cohort`;
/** Label of a tenant's namespace that says whether one student or a team works there. */
export const KIND_LABEL = `${LABEL_DOMAIN}/kind`;
/** Label of namespaces whose routes the shared Gateway accepts. */
export const GATEWAY_LABEL = `${LABEL_DOMAIN}/gateway`;
/** Annotation with the host that a tenant's routes may name: the parameter of the host policy. */
export const HOST_ANNOTATION = `${LABEL_DOMAIN}/host`;
/** Annotation with the registry path that a tenant's images come from. */
export const REGISTRY_ANNOTATION = `${LABEL_DOMAIN}/registry`;
/** Annotation that says which load balancers of its own a tenant may have. */
export const LOAD_BALANCERS_ANNOTATION = `${LABEL_DOMAIN}/load-balancers`;

export interface TenantNamespaceProps {
  readonly name: string;
  readonly cohort: CohortId;
  readonly tenant: Handle;
  readonly kind: 'student' | 'team';
  /** Host of the tenant, `<handle>.<domain>`. */
  readonly host: string;
  /** Repository of the tenant, `<region>-docker.pkg.dev/<project>/<repository>`. */
  readonly registryPath: string;
  /** @default 'none' */
  readonly loadBalancers?: LoadBalancerReach;
  /**
   * Whether its pods are in the mesh of the cluster.
   * @default false
   */
  readonly mesh?: boolean;
}

/**
 * Namespace of a tenant: carries the Pod Security level and what the shared admission policies ask of it.
 *
 * `baseline` is enforced and `restricted` only warned about, because images that students bring run as root.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export class TenantNamespace extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: TenantNamespaceProps) {
    super(scope, id);
    this.name = props.name;

    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: managedMetadata({
        name: props.name,
        labels: {
          [TENANT_LABEL]: props.tenant,
          [COHORT_LABEL]: props.cohort,
          [KIND_LABEL]: props.kind,
          [GATEWAY_LABEL]: 'true',
          ...(props.mesh === true ? IN_MESH : {}),
          'pod-security.kubernetes.io/enforce': 'baseline',
          'pod-security.kubernetes.io/enforce-version': 'latest',
          'pod-security.kubernetes.io/warn': 'restricted',
          'pod-security.kubernetes.io/warn-version': 'latest',
          'pod-security.kubernetes.io/audit': 'restricted',
          'pod-security.kubernetes.io/audit-version': 'latest',
        },
        annotations: {
          [HOST_ANNOTATION]: props.host,
          [REGISTRY_ANNOTATION]: props.registryPath,
          [LOAD_BALANCERS_ANNOTATION]: props.loadBalancers ?? 'none',
        },
      }),
    });
  }
}
