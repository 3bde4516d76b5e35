import { parse } from 'yaml';
import { gradingName, loadJob } from '../../../src/core/grading/load-job';
import { loadScript } from '../../../src/core/grading/load-script';
import { LAB_ID } from '../../../src/core/domain/ids';
import type { LabId } from '../../../src/core/domain/ids';
import { loadLab } from './a-load-lab';

test('The Job runs k6 without rights, within the allowance of the lab’s toolkit, and ends by itself', () => {
  const [script, job] = loadJob(loadLab(), 'ada');
  expect(script['data']).toEqual({ 'load.js': loadScript(loadLab().load) });
  expect(script['immutable']).toBe(true);
  expect(job).toEqual(
    parse(`
apiVersion: batch/v1
kind: Job
metadata: { name: grade-lab2, namespace: ada, labels: { practicum.dev/grading: lab2 } }
spec:
  backoffLimit: 0
  activeDeadlineSeconds: 960
  ttlSecondsAfterFinished: 86400
  template:
    metadata: { labels: { practicum.dev/grading: lab2 } }
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      enableServiceLinks: false
      securityContext:
        { runAsNonRoot: true, runAsUser: 12345, runAsGroup: 12345, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: k6
          image: docker.io/grafana/k6:1.8.1@sha256:23f2279054c3e01535455c4d92914a625df12aeb631ea0e3ea7a43f96bcbc843
          args: [run, --quiet, /scripts/load.js]
          env: [{ name: K6_NO_USAGE_REPORT, value: "true" }]
          resources:
            requests: { cpu: 100m, memory: 128Mi, ephemeral-storage: 128Mi }
            limits: { cpu: "1", memory: 256Mi, ephemeral-storage: 128Mi }
          securityContext:
            { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
          volumeMounts: [{ name: scripts, mountPath: /scripts, readOnly: true }]
      volumes: [{ name: scripts, configMap: { name: grade-lab2 } }]
`),
  );
});

test('The longest id of a lab leaves room for what Kubernetes adds to the name of a Job’s pod', () => {
  const longest = 'l'.repeat(20);
  expect(longest).toMatch(LAB_ID.pattern);
  expect(gradingName(longest as LabId).length).toBeLessThanOrEqual(63 - '-abcde'.length);
});
