import { ownImage, PLACES } from './cast';

/** Something that a student types, and what they see. */
export interface StudentAction {
  /** Words after `kubectl`. */
  readonly words: string;
  /**
   * What the answer is where it comes from behind the fence: there are no nodes here to do it.
   * @default - it succeeds
   */
  readonly reaches?: RegExp;
  /** @default - nothing is asked of what it prints */
  readonly shows?: RegExp;
}

const NO_NODE = /does not have a host assigned|is not running|Pending/;

/** A term's worth of kubectl, in the order in which it works. */
export const STUDENT_ACTIONS: readonly StudentAction[] = [
  { words: 'auth whoami' },
  { words: 'auth can-i --list', shows: /deployments\.apps/ },
  { words: `get namespace ${PLACES.student}` },
  { words: 'get all', shows: /service\/web/ },
  { words: 'get resourcequotas,limitranges', shows: /resourcequota\/tenant[^]*limitrange\/tenant/ },
  { words: 'describe resourcequota tenant', shows: /limits\.cpu/ },
  { words: 'describe limitrange tenant', shows: /Container/ },
  { words: 'describe namespace ' + PLACES.student },
  { words: 'get networkpolicies,roles,rolebindings', shows: /deny-all/ },
  {
    words: 'get httproutes,grpcroutes,virtualservices,destinationrules,certificates',
    shows: /httproute[^]*web/,
  },
  { words: 'explain deployment.spec.strategy' },

  { words: 'create deployment api --image=nginx:1.27 --replicas=2 --port=80' },
  { words: 'wait --for=jsonpath={.status.replicas}=2 deployment/api --timeout=20s' },
  { words: 'scale deployment/api --replicas=3' },
  { words: `set image deployment/api nginx=${ownImage(PLACES.student, 'api:2')}` },
  { words: 'set env deployment/api LOG_LEVEL=debug' },
  { words: 'set resources deployment/api --limits=cpu=200m,memory=128Mi --requests=cpu=20m,memory=64Mi' },
  { words: 'rollout restart deployment/api' },
  { words: 'rollout history deployment/api' },
  { words: 'rollout undo deployment/api' },
  { words: 'rollout pause deployment/api' },
  { words: 'rollout resume deployment/api' },
  { words: 'autoscale deployment api --min=1 --max=100 --cpu-percent=60' },
  { words: 'describe hpa api' },
  { words: 'expose deployment api --name=front --port=80 --target-port=8000' },
  { words: 'create poddisruptionbudget api --selector=app=api --min-available=1' },
  { words: 'label deployment api week=11' },
  { words: 'annotate deployment api note=slow' },
  { words: 'patch deployment api -p {"spec":{"revisionHistoryLimit":3}}' },
  { words: 'describe deployment api' },
  { words: 'get replicasets -o wide' },
  { words: 'get endpoints,endpointslices' },

  { words: 'create configmap settings --from-literal=MODEL=distilbert' },
  { words: 'create secret generic tokens --from-literal=HF_TOKEN=none' },
  {
    words:
      'create secret docker-registry pull --docker-server=example.edu --docker-username=a --docker-password=b',
  },
  { words: 'get secret tokens -o yaml', shows: /HF_TOKEN/ },
  { words: 'create serviceaccount worker' },
  { words: 'create job once --image=python:3.12 -- python -V' },
  { words: 'create cronjob nightly --image=busybox --schedule=@daily -- date' },
  { words: 'create job tonight --from=cronjob/nightly' },

  { words: 'run shell --image=busybox --command -- sleep 3600' },
  { words: 'get pod shell -o yaml' },
  { words: 'describe pod shell' },
  { words: 'get events --sort-by=.lastTimestamp' },
  { words: 'events --for=pod/shell' },
  { words: 'logs shell' },
  { words: 'logs deployment/api --all-containers --tail=10' },
  { words: 'exec shell -- id', reaches: NO_NODE },
  { words: 'attach shell', reaches: NO_NODE },
  { words: 'port-forward pod/shell 18080:80', reaches: NO_NODE },
  { words: 'cp /etc/hostname shell:/tmp/hostname', reaches: NO_NODE },
  { words: 'debug shell --image=busybox --target=shell --attach=false -- sh' },
  { words: 'debug shell --image=python:3.12 --copy-to=shell-copy --attach=false -- sh' },
  { words: 'top pods', reaches: /Metrics API not available/ },
  { words: 'auth can-i create pods/exec', shows: /^yes/ },
  { words: 'auth can-i create pods/portforward', shows: /^yes/ },
  { words: 'auth can-i get pods/log', shows: /^yes/ },

  { words: 'delete pod shell-copy --wait=false' },
  { words: 'delete pods -l app=api --wait=false' },
  { words: 'delete jobs --all --wait=false' },
  { words: 'delete cronjob nightly' },
  { words: 'delete deployment,hpa,pdb api' },
  { words: 'delete service front' },
  { words: 'delete configmap settings' },
  { words: 'delete secret tokens pull' },
  { words: 'delete serviceaccount worker' },
  { words: 'delete pod shell --grace-period=0 --force --wait=false' },

  { words: 'scale statefulset/grafana --replicas=1' },
  { words: 'wait --for=jsonpath={.status.replicas}=1 statefulset/grafana --timeout=20s' },
  { words: 'get statefulset,service,httproute,configmap grafana', shows: /httproute[^]*grafana/ },
  { words: 'describe pod grafana-0', shows: /Service Account: +grafana/ },
  { words: 'logs grafana-0 --all-containers' },
  { words: 'exec grafana-0 -c grafana -- cat /var/lib/grafana/password', reaches: NO_NODE },
  { words: 'port-forward statefulset/grafana 13000:3000', reaches: NO_NODE },
  { words: 'port-forward service/grafana 13001:80', reaches: NO_NODE },
  { words: 'rollout restart statefulset/grafana' },
  { words: 'delete pod grafana-0 --grace-period=0 --force --wait=false' },
  { words: 'scale statefulset/grafana --replicas=0' },
];
