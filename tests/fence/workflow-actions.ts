import { PLACES, ownImage } from './cast';

const API = ownImage(PLACES.student, 'api');

/** What a workflow types that deploys, in its order: as the example of the toolkit does, and with manifests of the student's. */
export const WORKFLOW_ACTIONS: readonly string[] = [
  `create deployment web --image ${API}:1 --port 8000`,
  'get deployment web',
  `set image deployment/web api=${API}:2`,
  // Nothing rolls out here, where there are no nodes; that it is asked for is let through.
  'rollout status deployment/web --watch=false',
  'rollout history deployment/web',
  'rollout undo deployment/web',
  'scale deployment/web --replicas=2',
  'get pods --output=wide',
  'get events --sort-by=.lastTimestamp',
  'get replicasets',
  'expose deployment web --name=front --port=80 --target-port=8000',
  'create configmap settings-of-main --from-literal=MODEL=distilbert',
  'autoscale deployment web --min=1 --max=3 --cpu-percent=60',
  'create poddisruptionbudget web --selector=app=web --min-available=1',
  `create job migrate --image ${API}:2`,
  'patch httproute web --type=merge -p {"metadata":{"annotations":{"note":"main"}}}',
  'delete job migrate',
  'delete configmap settings-of-main',
];
