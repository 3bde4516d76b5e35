/** Manifests of an instructor's own tool, as a chart would be rendered: one file, several documents. */
export const TOOL_MANIFEST = `# A small web tool.
apiVersion: v1
kind: Service
metadata:
  name: own-tool
spec:
  selector: { app: tool }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: own-tool
spec:
  replicas: 2
  strategy: { type: Recreate }
  selector: { matchLabels: { app: tool } }
  template:
    metadata:
      labels: { app: tool }
    spec:
      automountServiceAccountToken: false
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: tool
          image: ghcr.io/example/tool:1.2.0
          env:
            - name: PASSWORD
              valueFrom: { secretKeyRef: { name: own-tool, key: password } }
          ports: [{ containerPort: 8080 }]
          resources:
            requests: { cpu: 50m, memory: 64Mi, ephemeral-storage: 64Mi }
            limits: { cpu: 200m, memory: 128Mi, ephemeral-storage: 64Mi }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
`;

/** What a course says of it. */
export const TOOL_ENTRY = `ownToolkits:
  - id: own-tool
    title: Tool of ours
    gives: A tool of your own.
    manifests: ./toolkits/own-tool
    endpoint: { service: own-tool, port: 8080, protocol: http }
    secrets: [{ name: own-tool, keys: [password] }]
`;

/** More of the tool, one of each kind that may stand in a place: its store, what sweeps it, and how far it scales. */
export const TOOL_STORE = `apiVersion: v1
kind: ConfigMap
metadata: { name: own-tool }
data: { settings.ini: "level = info" }
---
apiVersion: v1
kind: Service
metadata: { name: own-tool-store }
spec:
  clusterIP: None
  selector: { app: tool-store }
  ports: [{ name: store, port: 9000 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: own-tool-store }
spec:
  serviceName: own-tool-store
  selector: { matchLabels: { app: tool-store } }
  template:
    metadata: { labels: { app: tool-store } }
    spec:
      serviceAccountName: lab
      automountServiceAccountToken: false
      securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: store
          image: ghcr.io/example/store:2.0.1
          volumeMounts: [{ name: data, mountPath: /data }, { name: settings, mountPath: /settings }]
          resources:
            requests: { cpu: 100m, memory: 128Mi, ephemeral-storage: 64Mi }
            limits: { cpu: 500m, memory: 256Mi, ephemeral-storage: 64Mi }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
      volumes: [{ name: settings, configMap: { name: own-tool } }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: own-tool-sweep }
spec:
  schedule: "0 3 * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: tool-sweep } }
        spec:
          restartPolicy: Never
          automountServiceAccountToken: false
          securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }
          containers:
            - name: sweep
              image: ghcr.io/example/tool:1.2.0
              args: [sweep]
              resources:
                requests: { cpu: 50m, memory: 64Mi, ephemeral-storage: 64Mi }
                limits: { cpu: 200m, memory: 128Mi, ephemeral-storage: 64Mi }
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: own-tool }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: own-tool }
  minReplicas: 2
  maxReplicas: 3
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: own-tool }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: tool } } }
`;
