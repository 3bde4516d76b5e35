import { allowanceOf } from '../build/pods';
import { PODS_SHOWN } from '../build/shown-on';
import type { CatalogueImage, Toolkit } from '../toolkit';
import type { RayShape } from './cluster';
import { DASHBOARD_PORT, RAY, RAY_IMAGE, RAY_SHAPES, rayCluster } from './cluster';

export const RAY_CATALOGUE_IMAGE: CatalogueImage = {
  ref: RAY_IMAGE,
  source: 'manifests of two public projects that pin it, for amd64; https://hub.docker.com/r/rayproject/ray',
  date: '2026-09',
};

const PROGRAM = `"""Search for the best setting of a model on all workers of the place at once.

Each task is a process on some worker. The data is put once where all workers can read it.
"""
import random
import time

import ray

ray.init()


def measured(points, slope, offset):
    return sum((y - slope * x - offset) ** 2 for x, y in points) / len(points)


@ray.remote
def tried(points, slope):
    """The best offset for one slope, and how far off it is."""
    best = min((measured(points, slope, offset / 10), offset / 10) for offset in range(-50, 51))
    return {"error": best[0], "slope": slope, "offset": best[1], "node": ray.util.get_node_ip_address()}


draw = random.Random(7)
points = [(x / 100, 2.5 * x / 100 - 1 + draw.gauss(0, 0.1)) for x in range(500)]

began = time.time()
shared = ray.put(points)
results = ray.get([tried.remote(shared, slope / 10) for slope in range(0, 51)])
best = min(results, key=lambda each: each["error"])

print(f"tried {len(results)} slopes in {time.time() - began:.1f} s on {len({r['node'] for r in results})} workers")
print(f"best: slope {best['slope']:.1f}, offset {best['offset']:.1f}")
`;

const amounts = ({ head, workers }: RayShape): ReturnType<typeof allowanceOf> =>
  allowanceOf([head, workers], { services: 1 });

/** Ray: a head and workers of the place's own, without an operator. */
export const ray: Toolkit = {
  id: RAY,
  title: 'Ray',
  area: 'distributed',
  gives: 'A Ray cluster of your own, to which you submit Python programs.',
  licence: 'Apache-2.0',
  homepage: 'https://www.ray.io',
  sizes: {
    small: amounts(RAY_SHAPES.small),
    normal: amounts(RAY_SHAPES.normal),
    large: amounts(RAY_SHAPES.large),
  },
  images: [RAY_CATALOGUE_IMAGE],
  place: ({ size }) => rayCluster(RAY_SHAPES[size]),
  endpoint: { service: RAY, port: DASHBOARD_PORT, protocol: 'http' },
  examples: () => [{ name: 'search.py', text: PROGRAM }],
  smoke: { kubectl: ['exec', 'deployment/ray', '--', 'ray', 'status'], says: 'Active' },
  handout: ({ size }) => {
    const { workers, coresPerWorker } = RAY_SHAPES[size];
    return [
      `One head and ${workers.count} workers with ${coresPerWorker} core${coresPerWorker === 1 ? '' : 's'} each. It asks for no password: only your place reaches it. The dashboard: \`kubectl port-forward service/${RAY} ${DASHBOARD_PORT}\`, then <http://localhost:${DASHBOARD_PORT}>. While that runs, submit a program from your machine (\`pip install "ray[default]==2.58.0"\`):`,
      '',
      '```sh',
      `ray job submit --address http://localhost:${DASHBOARD_PORT} --working-dir . -- python search.py`,
      '```',
    ].join('\n');
  },
  dashboards: [PODS_SHOWN],
  metrics: ['ray_node_cpu_utilization'],
  shown: {
    how: 'run',
    what: 'a head and a worker with these flags; the example is submitted and runs on the worker',
  },
};
