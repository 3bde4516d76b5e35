import type { Attributes, Value } from '../values/value';
import { isList, isRecord } from '../values/value';
import { nameErrors } from './object-names';
import type { FieldError } from './kubernetes-error';
import type { KubernetesObject } from './kubernetes-object';
import { valueAt } from './kubernetes-object';
import { sameValue } from './same-value';

/** Where kinds hold the template of their pods. */
const POD_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  ReplicationController: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/** Kinds that find their pods by a selector which the template must match. */
const SELECTING = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

const BATCH = new Set(['Job', 'CronJob']);

/** What Kubernetes demands of an object beyond the types of its fields. */
export function ruleErrors(object: KubernetesObject): readonly FieldError[] {
  const pods = POD_PATHS[object.kind];
  return [
    ...(pods === undefined ? [] : podErrors(object, pods)),
    ...(SELECTING.has(object.kind) ? selectorErrors(object) : []),
    ...(object.kind === 'Service' ? serviceErrors(object) : []),
    ...(object.kind === 'PersistentVolumeClaim' ? claimErrors(object) : []),
    ...(/^(Cluster)?RoleBinding$/.test(object.kind) ? bindingErrors(object) : []),
    ...(/^(ConfigMap|Secret)$/.test(object.kind) ? keyErrors(object) : []),
  ];
}

function podErrors(object: KubernetesObject, path: readonly string[]): readonly FieldError[] {
  const pod = valueAt(object, path);
  const at = path.join('.');
  const containers = valueAt(pod, ['containers']);
  const errors = isList(containers) && containers.length > 0 ? [] : [required(`${at}.containers`)];
  const inits = valueAt(pod, ['initContainers']);
  const policy = valueAt(pod, ['restartPolicy']);
  return [
    ...errors,
    ...containerErrors(`${at}.containers`, containers),
    ...containerErrors(`${at}.initContainers`, inits),
    ...(BATCH.has(object.kind) && policy !== 'Never' && policy !== 'OnFailure'
      ? [
          {
            field: `${at}.restartPolicy`,
            problem: `${policy === undefined ? 'Required value' : `Unsupported value: ${JSON.stringify(policy)}`}: valid values: "OnFailure", "Never"`,
          },
        ]
      : []),
  ];
}

function containerErrors(at: string, list: Value | undefined): readonly FieldError[] {
  const containers = isList(list) ? list.filter(isRecord) : [];
  const names = containers.map(({ name }) => name);
  return containers.flatMap(({ name, image }, index) => [
    ...(typeof name === 'string' && name !== '' ? nameErrors(`${at}[${index}].name`, name, 'label') : []),
    ...(name === undefined || name === '' ? [required(`${at}[${index}].name`)] : []),
    ...(typeof name === 'string' && names.indexOf(name) < index
      ? [{ field: `${at}[${index}].name`, problem: `Duplicate value: ${JSON.stringify(name)}` }]
      : []),
    ...(image === undefined || image === '' ? [required(`${at}[${index}].image`)] : []),
  ]);
}

function selectorErrors(object: KubernetesObject): readonly FieldError[] {
  const selector = valueAt(object, ['spec', 'selector']);
  const labels = valueAt(object, ['spec', 'template', 'metadata', 'labels']) ?? {};
  if (selector === undefined) return [required('spec.selector')];
  const wanted = valueAt(selector, ['matchLabels']);
  const matches =
    isRecord(labels) &&
    Object.entries(isRecord(wanted) ? wanted : {}).every(([key, value]) => sameValue(labels[key], value));
  if (matches) return [];
  return [
    {
      field: 'spec.template.metadata.labels',
      problem: `Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``,
    },
  ];
}

function serviceErrors(object: KubernetesObject): readonly FieldError[] {
  const spec = valueAt(object, ['spec']);
  const ports = valueAt(spec, ['ports']);
  const type = valueAt(spec, ['type']);
  if (type === 'ExternalName') {
    return valueAt(spec, ['externalName']) === undefined ? [required('spec.externalName')] : [];
  }
  const list = isList(ports) ? ports.filter(isRecord) : [];
  if (list.length === 0 && valueAt(spec, ['clusterIP']) !== 'None') return [required('spec.ports')];
  return list.flatMap((port, index) => portErrors(port, `spec.ports[${index}]`, list.length > 1));
}

function portErrors({ port, name }: Attributes, at: string, named: boolean): readonly FieldError[] {
  const outside = typeof port === 'number' && (port < 1 || port > 65_535);
  return [
    ...(named && (name === undefined || name === '') ? [required(`${at}.name`)] : []),
    ...(outside
      ? [{ field: `${at}.port`, problem: `Invalid value: ${port}: must be between 1 and 65535, inclusive` }]
      : []),
  ];
}

function claimErrors(object: KubernetesObject): readonly FieldError[] {
  const modes = valueAt(object, ['spec', 'accessModes']);
  const storage = valueAt(object, ['spec', 'resources', 'requests', 'storage']);
  return [
    ...(isList(modes) && modes.length > 0
      ? []
      : [{ field: 'spec.accessModes', problem: 'Required value: at least 1 access mode is required' }]),
    ...(storage === undefined ? [required('spec.resources[storage]')] : []),
  ];
}

function bindingErrors(object: KubernetesObject): readonly FieldError[] {
  const role = valueAt(object, ['roleRef', 'kind']);
  const name = valueAt(object, ['roleRef', 'name']);
  const kinds = object.kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  return [
    ...(typeof role === 'string' && kinds.includes(role)
      ? []
      : [
          {
            field: 'roleRef.kind',
            problem: `Unsupported value: ${JSON.stringify(role ?? '')}: supported values: ${kinds.map((each) => `"${each}"`).join(', ')}`,
          },
        ]),
    ...(name === undefined || name === '' ? [required('roleRef.name')] : []),
  ];
}

const CONFIG_KEY = /^[-._a-zA-Z0-9]+$/;

function keyErrors(object: KubernetesObject): readonly FieldError[] {
  return ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const values = object[field];
    return Object.keys(isRecord(values) ? values : {})
      .filter((key) => !CONFIG_KEY.test(key))
      .map((key) => ({
        field: `${field}[${key}]`,
        problem:
          `Invalid value: ${JSON.stringify(key)}: a valid config key must consist of alphanumeric characters, ` +
          "'-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is " +
          "'[-._a-zA-Z0-9]+')",
      }));
  });
}

const required = (field: string): FieldError => ({ field, problem: 'Required value' });
