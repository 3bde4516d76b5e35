import { MESH_GATEWAY, MESH_INGRESS_NAMESPACE, MESH_LISTENER } from '../../domain/mesh';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { pods } from '../build/pods';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import { amountsOf, deployment, environment, service } from '../build/standing';
import type { ToolkitPlace } from '../toolkit';

const ID = 'istio';
const PORT = 8000;
/** Path of the host that leads to the two versions. */
export const CANARY_PATH = '/canary';

/** The two versions, and what each may use. */
export const VERSIONS: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(2, ['50m', '250m'], ['64Mi', '128Mi'], '64Mi'),
  normal: pods(2, ['100m', '500m'], ['128Mi', '256Mi'], '64Mi'),
  large: pods(2, ['250m', '1'], ['256Mi', '512Mi'], '64Mi'),
};

/** Answers every question with the version that it is. */
const PROGRAM = `import http.server, json, os

class Version(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"version": os.environ["VERSION"]}).encode() + b"\\n"
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

http.server.ThreadingHTTPServer(("", ${PORT}), Version).serve_forever()
`;

const version = (name: 'stable' | 'canary', size: ToolkitSize): readonly PlacedObject[] => [
  service(ID, [{ name: 'http', port: 80, targetPort: PORT }], { name: `${ID}-${name}` }),
  deployment({
    toolkit: ID,
    name: `${ID}-${name}`,
    user: ANY_USER,
    containers: [
      {
        name: 'version',
        image: PYTHON_IMAGE.ref,
        command: ['python3', '-c', PROGRAM],
        env: environment({ VERSION: name }),
        ports: [{ name: 'http', containerPort: PORT }],
        readinessProbe: { httpGet: { path: '/', port: PORT } },
        resources: amountsOf(VERSIONS[size]),
      },
    ],
  }),
];

/** Two versions of a service behind one path of the host: nine requests in ten go to the one, the tenth to the other. */
export const canary = ({ host, size }: ToolkitPlace): readonly PlacedObject[] => [
  ...version('stable', size),
  ...version('canary', size),
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: `${ID}-canary` },
    spec: {
      parentRefs: [{ name: MESH_GATEWAY, namespace: MESH_INGRESS_NAMESPACE, sectionName: MESH_LISTENER }],
      hostnames: [host],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: CANARY_PATH } }],
          backendRefs: [
            { name: `${ID}-stable`, port: 80, weight: 90 },
            { name: `${ID}-canary`, port: 80, weight: 10 },
          ],
        },
      ],
    },
  },
];
