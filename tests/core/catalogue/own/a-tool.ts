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
