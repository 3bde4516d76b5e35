import { Construct } from 'constructs';
import { GRAFANA } from '../../../src/core/domain/names';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';
import { ScheduledScript } from './scheduled-script';

const NAME = 'grafana-windows';
const FILE = 'wake-or-sleep.sh';

/**
 * Awake within any of the spans, each `<from>-<to>` in seconds since 1970.
 *
 * kubectl stops at the first that is gone, and a tenant may delete theirs: then each is scaled by itself, so that
 * nobody's choice keeps another's asleep.
 */
const SCRIPT = `set -eu
now=$(date +%s)
replicas=0
for span in $SPANS; do
  if [ "$now" -ge "\${span%-*}" ] && [ "$now" -lt "\${span#*-}" ]; then replicas=1; fi
done
if kubectl scale --replicas="$replicas" --filename=/etc/practicum/grafanas.yaml; then exit 0; fi
sed -n 's/.*namespace: "\\([^"]*\\)".*/\\1/p' /etc/practicum/grafanas.yaml |
  xargs -n 1 -P 2 kubectl scale --replicas="$replicas" statefulset grafana --namespace
`;

export interface GrafanaWindowsProps {
  readonly image: string;
  /** Namespaces with a Grafana. */
  readonly namespaces: readonly string[];
  /** When they are awake, in seconds since 1970. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly placement: Fields;
}

/**
 * Wakes tenants' Grafanas while a lab needs them and puts them to sleep again, every quarter of an hour: an object for
 * all, so that a lab that opens or closes changes nothing in anybody's place.
 */
export class GrafanaWindows extends Construct {
  constructor(scope: Construct, id: string, { image, namespaces, spans, placement }: GrafanaWindowsProps) {
    super(scope, id);
    new ScheduledScript(this, 'Resource', {
      name: NAME,
      image,
      everyMinutes: 15,
      files: { 'grafanas.yaml': statefulSets(namespaces), [FILE]: SCRIPT },
      script: FILE,
      env: { SPANS: spans.map(({ from, to }) => `${from}-${to}`).join(' ') },
      rules: [
        { apiGroups: ['apps'], resources: ['statefulsets'], resourceNames: [GRAFANA], verbs: ['get'] },
        {
          apiGroups: ['apps'],
          resources: ['statefulsets/scale'],
          resourceNames: [GRAFANA],
          verbs: ['get', 'update', 'patch'],
        },
      ],
      holds: 'everywhere',
      placement,
    });
  }
}

/** What kubectl scales: names alone, quoted, since a place may be called `no`. */
const statefulSets = (namespaces: readonly string[]): string =>
  namespaces
    .map(
      (namespace) =>
        `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: ${GRAFANA}, namespace: "${namespace}" }\n`,
    )
    .join('---\n');
