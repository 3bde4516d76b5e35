import { runForEngine } from './engine-entry';
import { writeKubernetes } from './synthesize';

runForEngine('CDK8S_OUTDIR', 'dist/k8s', writeKubernetes);
