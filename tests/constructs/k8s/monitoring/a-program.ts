import type { Chart } from 'cdk8s';
import type { Manifest } from '../synth-construct';
import { findManifest, synthConstruct } from '../synth-construct';

/** What a program of the monitoring namespace comes to. */
export interface MadeProgram {
  readonly all: readonly Manifest[];
  /** Fields of the pod's template. */
  readonly pod: {
    readonly metadata: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly spec: PodFields;
  };
  /** Rules of its network policy. */
  readonly network: { readonly ingress?: readonly unknown[]; readonly egress?: readonly unknown[] };
}

export interface PodFields {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  readonly nodeSelector?: unknown;
  readonly securityContext: unknown;
  readonly containers: readonly ContainerFields[];
  readonly initContainers?: readonly ContainerFields[];
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
}

export interface ContainerFields {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly resources: { readonly limits: Readonly<Record<string, string>> };
  readonly securityContext: unknown;
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
  readonly [field: string]: unknown;
}

/** Makes what `build` adds, and finds the pod and the policy of the program with that name. */
export function madeProgram(name: string, build: (chart: Chart) => void): MadeProgram {
  const all = synthConstruct(build);
  const workload = all.find(
    ({ kind, metadata }) => ['Deployment', 'StatefulSet', 'CronJob'].includes(kind) && metadata.name === name,
  );
  if (workload === undefined) throw new Error(`no program is called ${name}`);
  const { spec } = workload as unknown as {
    spec: { template: unknown; jobTemplate?: { spec: { template: unknown } } };
  };
  return {
    all,
    pod: (spec.jobTemplate?.spec.template ?? spec.template) as MadeProgram['pod'],
    network: findManifest(all, 'NetworkPolicy', name)['spec'] as MadeProgram['network'],
  };
}

/** Ports of every rule that lets somebody in. */
export const openPorts = ({ network }: MadeProgram): readonly number[] =>
  (network.ingress ?? []).flatMap((rule) =>
    (rule as { ports: readonly { port: number }[] }).ports.map(({ port }) => port),
  );

/** Peers that selectors of the tenants' label take. */
export const TENANTS = {
  namespaceSelector: { matchExpressions: [{ key: 'practicum.dev/tenant', operator: 'Exists' }] },
};

export const fromProgram = (name: string) => ({
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
});
