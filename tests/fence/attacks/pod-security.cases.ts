import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import type { Attack } from '../attack';
import { inOwn } from '../kube-path';
import { requestOf } from './by-role';
import { container, pod, podOf } from './objects';

/** A pod that Pod Security keeps out; `because` names what it must not have. */
const refused = (title: string, body: KubernetesObject, because: string): Attack => ({
  title,
  as: 'student',
  guard: 'pod-security',
  request: requestOf('POST', inOwn('pods'), body),
  refused: {
    status: 403,
    because: `pods "mine" is forbidden: violates PodSecurity "baseline:latest": ${because}`,
  },
});

const secured = (securityContext: Attributes): KubernetesObject => podOf({ securityContext });
const withVolume = (volume: Attributes): KubernetesObject =>
  pod({
    containers: [container({ volumeMounts: [{ name: 'it', mountPath: '/it' }] })],
    volumes: [{ name: 'it', ...volume }],
  });

const DEBUGGER = container({ name: 'debugger', securityContext: { privileged: true } });

/** Ways out of a container onto its node. */
// One line per attack.
// prettier-ignore
export const POD_SECURITY: readonly Attack[] = [
  refused('A student starts a privileged container', secured({ privileged: true }), 'privileged (container "main" must not set securityContext.privileged=true)'),
  refused('A student starts a privileged init container', pod({ initContainers: [container({ name: 'first', securityContext: { privileged: true } })] }), 'privileged (container "first" must not set securityContext.privileged=true)'),
  refused('A student uses the network of the node', pod({ hostNetwork: true }), 'host namespaces (hostNetwork=true)'),
  refused('A student sees the processes of the node', pod({ hostPID: true }), 'host namespaces (hostPID=true)'),
  refused('A student shares memory with the node', pod({ hostIPC: true }), 'host namespaces (hostIPC=true)'),
  refused('A student mounts the disk of the node', withVolume({ hostPath: { path: '/' } }), 'hostPath volumes (volume "it")'),
  refused('A student mounts the socket of the container runtime', withVolume({ hostPath: { path: '/run/containerd/containerd.sock', type: 'Socket' } }), 'hostPath volumes (volume "it")'),
  refused('A student listens on a port of the node', podOf({ ports: [{ containerPort: 80, hostPort: 80 }] }), 'hostPort (container "main" uses hostPort 80)'),
  refused('A student administers the kernel', secured({ capabilities: { add: ['SYS_ADMIN'] } }), 'non-default capabilities (container "main" must not include "SYS_ADMIN"'),
  refused('A student forges packets', secured({ capabilities: { add: ['NET_RAW'] } }), 'non-default capabilities (container "main" must not include "NET_RAW"'),
  refused('A student changes routes of the network', secured({ capabilities: { add: ['NET_ADMIN'] } }), 'non-default capabilities (container "main" must not include "NET_ADMIN"'),
  refused('A student reads any process’s memory', secured({ capabilities: { add: ['SYS_PTRACE'] } }), 'non-default capabilities (container "main" must not include "SYS_PTRACE"'),
  refused('A student takes all capabilities', secured({ capabilities: { add: ['ALL'] } }), 'non-default capabilities (container "main" must not include "ALL"'),
  refused('A student turns a dial of the node’s kernel', pod({ securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '65536' }] } }), 'forbidden sysctls (kernel.msgmax)'),
  refused('A student turns a dial of the node’s network', pod({ securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '65535' }] } }), 'forbidden sysctls (net.core.somaxconn)'),
  refused('A student sees all of /proc', pod({ hostUsers: false, containers: [container({ securityContext: { procMount: 'Unmasked' } })] }), 'procMount (container "main" must not set securityContext.procMount to "Unmasked")'),
  refused('A student leaves seccomp', secured({ seccompProfile: { type: 'Unconfined' } }), 'seccompProfile (container "main" must not set securityContext.seccompProfile.type to "Unconfined")'),
  refused('A student leaves seccomp for the whole pod', pod({ securityContext: { seccompProfile: { type: 'Unconfined' } } }), 'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")'),
  refused('A student leaves AppArmor', secured({ appArmorProfile: { type: 'Unconfined' } }), 'forbidden AppArmor profile'),
  refused('A student leaves AppArmor by an annotation', pod({}, { annotations: { 'container.apparmor.security.beta.kubernetes.io/main': 'unconfined' } }), 'forbidden AppArmor profile'),
  refused('A student takes another role of SELinux', secured({ seLinuxOptions: { user: 'system_u', role: 'sysadm_r', type: 'spc_t' } }), 'seLinuxOptions (container "main" set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set; role may not be set)'),
  refused('A student runs on the node itself, as Windows allows', pod({ hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } }), ''),
  {
    title: 'A student puts a privileged debugger into a pod that runs',
    as: 'student',
    guard: 'pod-security',
    request: requestOf('PATCH', inOwn('pods/shell/ephemeralcontainers'), { spec: { ephemeralContainers: [DEBUGGER] } }),
    refused: { status: 403, because: 'violates PodSecurity "baseline:latest": privileged (container "debugger" must not set securityContext.privileged=true)' },
  },
];
