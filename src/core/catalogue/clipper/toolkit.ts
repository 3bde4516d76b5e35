import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';

const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0, scratch: '0Mi' });

/** A row that says what became of Clipper. */
export const clipper: Toolkit = {
  id: 'clipper',
  title: 'Clipper',
  area: 'serving',
  gives: 'Nothing to run: Clipper is a paper to read, and Ray Serve what to build with.',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/ucbrise/clipper',
  sizes: { small: NOTHING, normal: NOTHING, large: NOTHING },
  images: [],
  examples: () => [],
  handout: () =>
    [
      'Clipper is no longer maintained; its last release is of June 2019. Read the paper ([NSDI 2017](https://www.usenix.org/conference/nsdi17/technical-sessions/presentation/crankshaw)) for what it brought, and find it again in what is used today:',
      '',
      '| in Clipper | in Ray Serve | in Triton |',
      '| --- | --- | --- |',
      '| adaptive batching | `@serve.batch` | `dynamic_batching` |',
      '| model containers | deployments | backends |',
      '| selection and ensembles | a deployment that asks others | ensembles |',
      '| prediction cache | Redis beside it | response cache |',
      '| latency objectives | `target_ongoing_requests` | `max_queue_delay_microseconds` |',
      '',
      'The example of Ray Serve has batches, an ensemble and copies by load in 50 lines.',
    ].join('\n'),
  retired: {
    since: '2019-06',
    source: 'README of github.com/ucbrise/clipper: "not actively maintained"; clipper_admin 0.4.1 on PyPI',
    instead: ['ray-serve', 'triton'],
    says: 'Last released in June 2019; its images (docker.io/clipper/query_frontend:0.3.0 and others) are started by a manager that needs Docker or rights on the cluster, which no place gives. Labs use Ray Serve, or Triton.',
  },
  dashboards: { none: 'nothing of it runs' },
  shown: { how: 'not here', why: 'retired; ray-serve stands in its place' },
};
