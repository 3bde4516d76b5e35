import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LABEL_DOMAIN, MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import type { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { managedMetadata } from '../managed-metadata';
import { PLACEHOLDER_PRIORITY } from '../priority-classes';
import {
  CONTAINER_SECURITY,
  NAME_LABEL,
  podSecurity,
  resources,
} from '../../../src/core/kubernetes/hardened-pod';
import { SCRIPT_FOLDER, ScheduledScript } from './scheduled-script';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';

/** Deployment of the placeholders. */
export const PLACEHOLDERS = 'placeholders';

const FILE = 'before-and-after.sh';

/** Each line of the hours is a span with its count: `<from> <to> <placeholders>`, in seconds since 1970. */
const SCRIPT = `set -eu
now=$(date +%s)
replicas=0
while read -r from to count; do
  if [ "$now" -ge "$from" ] && [ "$now" -lt "$to" ]; then replicas=$count; fi
done <${SCRIPT_FOLDER}/hours
kubectl scale --replicas="$replicas" deployment/${PLACEHOLDERS} --namespace=${MONITORING_NAMESPACE}
`;

export interface PlaceholdersProps {
  readonly images: { readonly kubectl: string; readonly pause: string };
  /** What each asks for. */
  readonly amounts: { readonly cpu: Cpu; readonly memory: Bytes };
  /** How many there are when, in seconds since 1970; none at all other times. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly placeholders: number }[];
  /** Where the script runs; the placeholders themselves are on lab nodes. */
  readonly placement: Fields;
}

/**
 * Pods that do nothing, on lab nodes: they make the autoscaler bring nodes before a class, and give way to any pod of
 * a place. A script scales them by the clock, and may do nothing else.
 */
export class Placeholders extends Construct {
  constructor(scope: Construct, id: string, { images, amounts, spans, placement }: PlaceholdersProps) {
    super(scope, id);
    const metadata = managedMetadata({ name: PLACEHOLDERS, namespace: MONITORING_NAMESPACE });
    new ApiObject(this, 'Account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      automountServiceAccountToken: false,
    });
    new ApiObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 0,
        selector: { matchLabels: { [NAME_LABEL]: PLACEHOLDERS } },
        // A new kind of placeholder takes the nodes of the old one, and no others.
        strategy: { type: 'Recreate' },
        template: {
          metadata: { labels: { [NAME_LABEL]: PLACEHOLDERS } },
          spec: {
            serviceAccountName: PLACEHOLDERS,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            priorityClassName: PLACEHOLDER_PRIORITY,
            terminationGracePeriodSeconds: 0,
            nodeSelector: { [`${LABEL_DOMAIN}/pool`]: 'lab' },
            securityContext: podSecurity(65_535),
            containers: [
              {
                name: 'pause',
                image: images.pause,
                resources: resources(amounts),
                securityContext: CONTAINER_SECURITY,
              },
            ],
          },
        },
      },
    });
    new ScheduledScript(this, 'Hours', {
      name: 'class-hours',
      image: images.kubectl,
      everyMinutes: 5,
      files: {
        hours: spans.map(({ from, to, placeholders }) => `${from} ${to} ${placeholders}\n`).join(''),
        [FILE]: SCRIPT,
      },
      script: FILE,
      rules: [
        { apiGroups: ['apps'], resources: ['deployments'], resourceNames: [PLACEHOLDERS], verbs: ['get'] },
        {
          apiGroups: ['apps'],
          resources: ['deployments/scale'],
          resourceNames: [PLACEHOLDERS],
          verbs: ['get', 'update', 'patch'],
        },
      ],
      holds: 'at home',
      placement,
    });
  }
}
