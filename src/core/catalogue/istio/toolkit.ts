import { MESH_GATEWAY, MESH_INGRESS_NAMESPACE, MESH_LABEL } from '../../domain/mesh';
import type { Allowance, ToolkitSize } from '../allowance';
import { allowanceOf } from '../build/pods';
import { PYTHON_IMAGE } from '../build/python-image';
import { PODS_SHOWN } from '../build/shown-on';
import type { Toolkit } from '../toolkit';
import { CANARY_PATH, VERSIONS, canary } from './canary';

/** Room for two versions of a service; the mesh itself takes none in a place. */
const room = (size: ToolkitSize): Allowance => allowanceOf([VERSIONS[size]], { services: 2 });

/** Istio's mesh, for all places of a cohort: on as soon as one lab lists it. */
export const istio: Toolkit = {
  id: 'istio',
  title: 'Istio',
  area: 'network',
  gives:
    'A mesh that encrypts what your pods send each other, knows who calls, and splits requests between versions.',
  licence: 'Apache-2.0',
  homepage: 'https://istio.io',
  sizes: { small: room('small'), normal: room('normal'), large: room('large') },
  images: [PYTHON_IMAGE],
  examples: (place) => [{ name: 'canary.yaml', objects: canary(place) }],
  smoke: {
    kubectl: ['rollout', 'status', 'deployment/istio-canary'],
    says: 'successfully rolled out',
  },
  handout: ({ namespace, host }) =>
    [
      'Every pod of your place is in the mesh, with nothing beside it and nothing to set up: a proxy of the node encrypts what it sends and checks who calls. Your pods take connections from pods of your place, from the gateway behind your address and from what collects metrics; from nobody else, and nothing that is not encrypted.',
      '',
      '```sh',
      'kubectl get peerauthentication,authorizationpolicy',
      "kubectl get pods -o custom-columns='POD:.metadata.name,MESH:.metadata.annotations.ambient\\.istio\\.io/redirection'",
      'kubectl describe authorizationpolicy own-callers',
      '```',
      '',
      `The last names who may call: \`${namespace}\`, your own namespace, and two programs of the staff. To see it refuse, ask for a pod outside of the mesh:`,
      '',
      '```sh',
      `kubectl run outside --image=${PYTHON_IMAGE.ref} --labels=${MESH_LABEL}=none`,
      '```',
      '',
      `Your routes hang on the Gateway \`${MESH_GATEWAY}\` in the namespace \`${MESH_INGRESS_NAMESPACE}\`. \`canary.yaml\` has two versions of a service behind one path, nine requests in ten to the first:`,
      '',
      '```sh',
      'kubectl apply -f canary.yaml',
      'kubectl rollout status deployment/istio-canary',
      `for i in $(seq 20); do curl -s https://${host}${CANARY_PATH}; done | sort | uniq -c`,
      '```',
      '',
      'Change the weights and apply again; put your own images in the place of the two. A `VirtualService` says the same in words of Istio’s own, for gateways of its own kind: this one is of the Gateway API and reads `HTTPRoute` alone. A `DestinationRule` may bound connections and retries of your Services; it turns no encryption off.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  alsoCosts: { says: () => 'one system node more at most, for all places of a cell together' },
  shown: {
    how: 'admitted',
    why: 'its tunnels need nodes, and no test has any; its rules are tried on a real API and proven',
  },
};
