import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_BEGINS, REPORT_ENDS } from '../../../src/core/grading/load-report';
import { GOOD_REPORT } from '../../core/grading/a-load-lab';

const object = (kind: string, uid: string, rest = ''): string =>
  `{"kind":"${kind}","metadata":{"name":"${uid}","uid":"${uid}"${rest}`;

const SURROUNDINGS = `{"kind":"List","items":[${object('Namespace', 'n')}}},${object('Service', 'web')}}}]}`;
const ENDED = [
  object('ConfigMap', 'script-$ns', '}}'),
  object('Job', 'job-$ns', '},"status":{"conditions":[{"type":"Complete","status":"True"}]}}'),
  object('Pod', 'pod-$ns', ',"ownerReferences":[{"uid":"job-$ns"}]},"status":{"phase":"Succeeded"}}'),
].join(',');
const LOG = `${REPORT_BEGINS}\n${JSON.stringify(GOOD_REPORT)}\n${REPORT_ENDS}`;

/**
 * A program in kubectl's place, in whose clusters every Job has ended as soon as it is made. `first` is a shell
 * script that sees `$ns`, `$verb` and `$what`, and may answer in its place.
 */
export function fakeKubectl(folder: string, first = ''): string {
  const program = join(folder, 'kubectl.sh');
  const script = `#!/bin/bash
echo "$*" >> '${folder}/kubectl-calls'
if [ "$1" = version ]; then exit; fi
ns="$5"; verb="$6"; what="$7"; job="${folder}/job-$ns"
${first}
case "$verb $what" in
  'get namespace/'*) echo '${SURROUNDINGS}' ;;
  'delete '*) rm -f "$job" ;;
  'create '*) touch "$job"; echo "ConfigMap script-$ns"; echo "Job job-$ns" ;;
  'get jobs,'*) if [ -e "$job" ]; then echo '{"kind":"List","items":[${ENDED}]}' | sed "s/[$]ns/$ns/g"; fi ;;
  'logs '*) echo '${LOG}' ;;
esac
`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  return program;
}

/** What that program was asked of places, in order: `amara-okafor create`. */
export function kubectlCalls(folder: string): readonly string[] {
  const calls = join(folder, 'kubectl-calls');
  if (!existsSync(calls)) return [];
  const lines = readFileSync(calls, 'utf8').trim().split('\n');
  return lines.flatMap((line) => /--namespace (\S+ \S+)/.exec(line)?.[1] ?? []);
}

/** What that program was asked, word for word. */
export const kubectlWords = (folder: string): string => readFileSync(join(folder, 'kubectl-calls'), 'utf8');
