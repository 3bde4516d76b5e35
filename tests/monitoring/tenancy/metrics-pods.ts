import type { KubeConnection } from '../../../src/app/rehearse/kube-api/kube-connection';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { inPlace } from '../../fence/kube-path';

/** A pod to be made: as a tenant writes it, and as a kubelet would report it. */
export interface MadePod {
  readonly namespace: string;
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly ports?: readonly number[];
  /** Address that the kubelet would give it. */
  readonly address: string;
  readonly phase?: string;
}

const IMAGE = 'busybox:1.37';
const AMOUNTS = { cpu: '1m', memory: '4Mi', 'ephemeral-storage': '1Mi' };

/** Makes a pod through all policies, and reports it running, since there is no kubelet to do so. */
export async function makePod(admin: KubeConnection, made: MadePod): Promise<void> {
  const { namespace, name, annotations, ports = [], address, phase = 'Running' } = made;
  await send(admin, 'POST', inPlace(namespace, 'pods'), {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, annotations: { 'prometheus.io/scrape': 'true', ...annotations } },
    spec: {
      containers: [
        {
          name: 'web',
          image: IMAGE,
          resources: { requests: AMOUNTS, limits: AMOUNTS },
          ports: ports.map((containerPort) => ({ containerPort })),
        },
      ],
    },
  });
  await send(admin, 'PATCH', inPlace(namespace, `pods/${name}/status`), {
    status: { phase, podIP: address, podIPs: [{ ip: address }] },
  });
}

async function send(admin: KubeConnection, method: string, path: string, body: Attributes): Promise<void> {
  const headers =
    method === 'PATCH' ? { 'Content-Type': 'application/strategic-merge-patch+json' } : undefined;
  const { status, body: said } = await admin.request(method, path, body, headers);
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said)}`);
}
