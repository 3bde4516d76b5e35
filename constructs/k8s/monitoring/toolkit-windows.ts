import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Bytes } from '../../../src/core/domain/quantity';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';
import { managedMetadata } from '../managed-metadata';
import { ScheduledScript } from './scheduled-script';
import type { ScaledWorkload, ToolkitRow } from './toolkit-lists';
import { toolkitLists } from './toolkit-lists';
import { TOOLKIT_SCRIPTS, WAKE_OR_SLEEP } from './toolkit-scripts';

/** Program that wakes toolkits and puts them to sleep, and its account. */
export const TOOLKIT_WINDOWS = 'toolkit-windows';
/** ClusterRole by which it makes Secrets, in places that bind it. */
export const TOOLKIT_SECRETS_ROLE = 'practicum-toolkit-secrets';

export interface ToolkitWindowsProps {
  readonly image: string;
  readonly toolkits: readonly ToolkitRow[];
  readonly placement: Fields;
}

/**
 * Wakes the toolkits of places while a lab needs them and puts them to sleep again, every five minutes: an object
 * for all, so that a lab that opens or closes changes nothing in anybody's place.
 */
export class ToolkitWindows extends Construct {
  constructor(scope: Construct, id: string, { image, toolkits, placement }: ToolkitWindowsProps) {
    super(scope, id);
    new ScheduledScript(this, 'Resource', {
      name: TOOLKIT_WINDOWS,
      image,
      // Helm writes the zero of a chart over what is awake in a place that a deployment changes: this is how long it stays so.
      everyMinutes: 5,
      files: { ...toolkitLists(toolkits), ...TOOLKIT_SCRIPTS },
      script: WAKE_OR_SLEEP,
      rules: [
        { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['list'] },
        ...scaling('deployments', namesOf(toolkits, 'Deployment')),
        ...scaling('statefulsets', namesOf(toolkits, 'StatefulSet')),
      ],
      holds: 'everywhere',
      // A workload in a thousand places is 9 MB, of which kubectl makes 220 for a second.
      memoryLimit: Bytes.mebi(768),
      placement,
    });
    if (toolkits.every(({ secrets }) => secrets.length === 0)) return;
    new ApiObject(this, 'Secrets', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: managedMetadata({ name: TOOLKIT_SECRETS_ROLE }),
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['create'] }],
    });
  }
}

/** Names of workloads of a kind, each once. */
const namesOf = (toolkits: readonly ToolkitRow[], kind: ScaledWorkload['kind']): readonly string[] => [
  ...new Set(
    toolkits
      .flatMap(({ workloads }) => workloads.filter((each) => each.kind === kind).map(({ name }) => name))
      .sort(),
  ),
];

const scaling = (resource: string, names: readonly string[]): readonly Fields[] =>
  names.length === 0
    ? []
    : [
        {
          apiGroups: ['apps'],
          resources: [`${resource}/scale`],
          resourceNames: names,
          verbs: ['patch'],
        },
      ];
