import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';

const ID = 'logs';

/** Nothing of it stands: Kubernetes gives out the logs of a place, and RBAC keeps them apart. */
const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0 });

export const LOGS_EXAMPLE = `#!/bin/sh
# What the pods with a label said in the last hour, each line with its pod, errors only:
#
#   ./errors.sh app=web
set -eu
kubectl logs --selector "\${1:?a label such as app=web}" --all-containers --prefix --since=1h --max-log-requests=20 |
  grep -iE 'error|exception|traceback|fatal' || echo 'No line of the last hour says so.'
`;

/** Logs of a place, and of nobody else's. */
export const logs: Toolkit = {
  id: ID,
  title: 'Logs',
  area: 'observe',
  gives: 'The logs of all pods in your place, and of no other.',
  licence: 'Apache-2.0',
  homepage: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
  sizes: { small: NOTHING, normal: NOTHING, large: NOTHING },
  images: [],
  examples: () => [{ name: 'errors.sh', text: LOGS_EXAMPLE }],
  handout: () =>
    [
      'What your pods print is there as long as they are, and what the one before a restart said too:',
      '',
      '```sh',
      'kubectl logs --follow deployment/web',
      'kubectl logs --selector app=web --all-containers --prefix --tail 50',
      'kubectl logs --previous deployment/web',
      'kubectl get events --sort-by lastTimestamp',
      '```',
      '',
      'A node keeps the last 50 MiB of each container. Write one line for each event, as JSON, and no password into any: whoever teaches can read them.',
    ].join('\n'),
  dashboards: { none: 'they are read by `kubectl logs`; nothing runs for them' },
  shown: {
    how: 'admitted',
    why: 'the commands are tried as a student on a real API; nothing is run for it; what outlives pods: docs/logs.md',
  },
};
