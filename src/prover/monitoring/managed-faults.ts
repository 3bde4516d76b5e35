import type { KubernetesDocument } from '../artifacts';
import { NAMES } from '../expected-names';
import { at, listAt, mapAt, quoted, textAt, textsAt } from '../json-value';
import { nameOf } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { reached, unguarded } from './monitoring-fault';

/** Bounds of what a tenant's pod may tell. */
const LIMITS = ['samples', 'labels', 'labelNameLength', 'labelValueLength'];
const KEEPING = ['keep', 'drop'];

/**
 * What is wrong with what Google collects. A ClusterPodMonitoring takes pods of every namespace by labels that each
 * owner writes, so that whoever may be taken must have the namespace written by Google.
 */
export function managedFaults({ objects, monitoring }: ClusterWorld): readonly MonitoringFault[] {
  if (monitoring.collector !== 'google-managed') return [];
  const isGuarded = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'].every(
    (kind) => objects.tryFind(kind, NAMES.collectedPolicy) !== undefined,
  );
  return objects
    .ofKind('ClusterPodMonitoring')
    .flatMap((collector) => [
      ...ownFaults(collector, isGuarded),
      ...(nameOf(collector) === 'tenants' ? tenantsFaults(collector) : []),
    ]);
}

/** Takes only pods with a label that admission keeps tenants from, if it does. */
const isApart = ({ object }: KubernetesDocument): boolean =>
  Object.keys(mapAt(object, 'spec', 'selector')).join() === 'matchLabels' &&
  Object.keys(mapAt(object, 'spec', 'selector', 'matchLabels')).includes(NAMES.collectedLabel);

function ownFaults(collector: KubernetesDocument, isGuarded: boolean): readonly MonitoringFault[] {
  const { object } = collector;
  const metadata = textsAt(object, 'spec', 'targetLabels', 'metadata');
  const others = Object.keys(mapAt(object, 'spec', 'targetLabels')).filter((key) => key !== 'metadata');
  // Google's default, where nothing is said, has the namespace.
  const isSaid = at(object, 'spec', 'targetLabels', 'metadata') !== undefined;
  return [
    ...(!isSaid || metadata.includes('namespace') || (isGuarded && isApart(collector))
      ? []
      : [
          reached(
            collector,
            'What a pod tells may carry the namespace of another',
            `writes ${quoted(at(object, 'spec', 'targetLabels'))} for pods of every namespace`,
          ),
        ]),
    ...others.map((key) =>
      unguarded(
        collector,
        'Labels are changed in a way that nobody has reasoned about',
        `has targetLabels.${key}`,
      ),
    ),
  ];
}

function tenantsFaults(collector: KubernetesDocument): readonly MonitoringFault[] {
  const { object } = collector;
  const rules = listAt(object, 'spec', 'endpoints').flatMap((each) => listAt(each, 'metricRelabeling'));
  const keys = listAt(object, 'spec', 'endpoints').flatMap((each) => Object.keys(mapAt(each)));
  return [
    ...LIMITS.filter((limit) => !(Number(at(object, 'spec', 'limits', limit)) > 0)).map((limit) =>
      unguarded(
        collector,
        'A pod may tell more than there is room for',
        `says limits.${limit}: ${quoted(at(object, 'spec', 'limits', limit))}`,
      ),
    ),
    ...rules
      .filter((rule) => !KEEPING.includes(textAt(rule, 'action') ?? 'replace'))
      .map((rule) =>
        unguarded(
          collector,
          'Labels are changed in a way that nobody has reasoned about',
          `has ${quoted(rule)}`,
        ),
      ),
    ...keys
      .filter((key) => !['port', 'path', 'interval', 'timeout', 'metricRelabeling'].includes(key))
      .map((key) => reached(collector, "Something of the staff's is sent to tenants' pods", `has ${key}`)),
  ];
}
