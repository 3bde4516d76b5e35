import type { Json } from '../json-value';
import { at, isMap, labelsAt, listAt, mapAt, quoted, textAt, textsAt } from '../json-value';
import { NAMES } from '../expected-names';

/** What is wrong with a pod: why, and what it says. */
export type PodFault = readonly [sentence: string, says: string];

const SHARES_NODE = 'Pods of a toolkit share something of the node, and so of everybody on it';
const RAISED = 'A container of a toolkit may do more than those of labs';
const HAS_TOKEN = 'Pods of a toolkit get a token for the Kubernetes API, which they do not need';
const OTHER_ACCOUNT = 'Pods of a toolkit have another account than those of the place';
const ELSEWHERE = 'Pods of a toolkit choose their nodes, or go before those of others';
const POSES = 'Pods of a toolkit are believed what they tell of other namespaces';

/** Volumes that hold only what is the tenant's. */
const VOLUMES = ['configMap', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret']; // prettier-ignore
/** Capabilities that the level `baseline` lets a container add. */
const CAPABILITIES = 'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '); // prettier-ignore
const TOLERATED = ['nvidia.com/gpu', 'cloud.google.com/gke-spot'];
const NODE_LABELS = ['cloud.google.com/gke-nodepool', 'kubernetes.io/hostname'];
/** Accounts that every place has: without rights in the cluster, and in Google's with those of the place alone. */
const ACCOUNTS = [undefined, 'default', NAMES.workloadAccount];

/**
 * What a pod of a toolkit says that admission would have to refuse, or that its place does not need. `withToken` are
 * accounts that its toolkit has there, with a token for the Kubernetes API.
 */
export function podFaults(
  template: Json | undefined,
  withToken: readonly string[] = [],
): readonly PodFault[] {
  const spec = at(template, 'spec');
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) =>
    listAt(spec, key),
  );
  return [
    ...nodeFaults(spec),
    ...listAt(spec, 'volumes').flatMap(volumeFaults),
    ...containers.flatMap(containerFaults),
    ...securityFaults(at(spec, 'securityContext')),
    ...accountFaults(spec, withToken),
    ...(labelsAt(template, 'metadata', 'labels')[NAMES.collectedLabel] === undefined
      ? []
      : [[POSES, `say ${NAMES.collectedLabel}`] as const]),
  ];
}

function nodeFaults(spec: Json | undefined): readonly PodFault[] {
  const selected = labelsAt(spec, 'nodeSelector');
  const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((key) => at(spec, key) === true);
  const chosen = [
    ...(at(spec, 'nodeName') === undefined ? [] : ['nodeName']),
    ...(at(spec, 'affinity') === undefined ? [] : ['affinity']),
    ...([undefined, 'practicum-lab'].includes(textAt(spec, 'priorityClassName'))
      ? []
      : ['priorityClassName']),
    ...NODE_LABELS.filter((label) => selected[label] !== undefined),
    ...([undefined, 'lab'].includes(selected[NAMES.poolLabel]) ? [] : [NAMES.poolLabel]),
    ...listAt(spec, 'tolerations')
      .filter((each) => !TOLERATED.includes(textAt(each, 'key') ?? ''))
      .map((each) => `the toleration ${quoted(each)}`),
  ];
  return [
    ...shared.map((key): PodFault => [SHARES_NODE, `say ${key}: true`]),
    ...chosen.map((what): PodFault => [ELSEWHERE, `say ${what}`]),
  ];
}

function volumeFaults(volume: Json): readonly PodFault[] {
  const kinds = Object.keys(mapAt(volume)).filter((key) => key !== 'name');
  const strange = kinds.filter((kind) => !VOLUMES.includes(kind));
  const tokens = listAt(volume, 'projected', 'sources').filter(
    (source) => at(source, 'serviceAccountToken') !== undefined,
  );
  return [
    ...strange.map((kind): PodFault => [SHARES_NODE, `mount a volume of the kind ${kind}`]),
    ...tokens.map((token): PodFault => [HAS_TOKEN, `mount ${quoted(token)}`]),
  ];
}

function containerFaults(container: Json): readonly PodFault[] {
  const name = textAt(container, 'name') ?? '';
  const context = at(container, 'securityContext');
  const added = textsAt(context, 'capabilities', 'add').filter((each) => !CAPABILITIES.includes(each));
  const ports = listAt(container, 'ports').filter((port) => at(port, 'hostPort') !== undefined);
  const says = [
    ...(at(context, 'privileged') === true ? ['privileged: true'] : []),
    ...added.map((each) => `capabilities.add: ${each}`),
    ...([undefined, 'Default'].includes(textAt(context, 'procMount')) ? [] : ['procMount']),
  ];
  return [
    ...says.map((each): PodFault => [RAISED, `${name} says ${each}`]),
    ...ports.map((port): PodFault => [SHARES_NODE, `${name} has ${quoted(port)}`]),
    ...securityFaults(context),
  ];
}

/** What a pod and a container may both say. */
function securityFaults(context: Json | undefined): readonly PodFault[] {
  const open = ['seccompProfile', 'appArmorProfile'].filter(
    (key) => textAt(context, key, 'type') === 'Unconfined',
  );
  const windows = isMap(at(context, 'windowsOptions')) ? ['windowsOptions'] : [];
  const sysctls = listAt(context, 'sysctls').length === 0 ? [] : ['sysctls'];
  return [...open, ...windows, ...sysctls].map((key): PodFault => [RAISED, `say ${key}`]);
}

function accountFaults(spec: Json | undefined, withToken: readonly string[]): readonly PodFault[] {
  const accounts = ['serviceAccountName', 'serviceAccount'].filter(
    (key) => ![...ACCOUNTS, ...withToken].includes(textAt(spec, key)),
  );
  const account = textAt(spec, 'serviceAccountName');
  return [
    ...(at(spec, 'automountServiceAccountToken') === false ||
    (account !== undefined && withToken.includes(account))
      ? []
      : [[HAS_TOKEN, 'do not say automountServiceAccountToken: false'] as const]),
    ...accounts.map((key): PodFault => [OTHER_ACCOUNT, `say ${key}: ${quoted(at(spec, key))}`]),
  ];
}
