import { allowanceOf } from '../build/pods';
import { runChanged } from '../build/python-job';
import { PODS_SHOWN } from '../build/shown-on';
import type { CatalogueImage, Toolkit, ToolkitPlace } from '../toolkit';
import type { SparkShape } from './cluster';
import { SPARK, SPARK_IMAGE, SPARK_SHAPES, sparkCluster } from './cluster';
import { submitted } from './submit';
import { TRAIN } from './train';

export const SPARK_CATALOGUE_IMAGE: CatalogueImage = {
  ref: SPARK_IMAGE,
  source: 'manifests of two public projects that pin it; https://hub.docker.com/r/apache/spark',
  date: '2026-07',
};

const amounts = ({ master, workers, driver }: SparkShape): ReturnType<typeof allowanceOf> =>
  allowanceOf([master, workers, driver], { services: 1 });

/** Spark with MLlib: a master and workers of the place's own, without an operator. */
export const spark: Toolkit = {
  id: SPARK,
  title: 'Apache Spark',
  area: 'distributed',
  gives: 'A Spark cluster of your own with MLlib, to which you submit programs.',
  licence: 'Apache-2.0',
  homepage: 'https://spark.apache.org',
  sizes: {
    small: amounts(SPARK_SHAPES.small),
    normal: amounts(SPARK_SHAPES.normal),
    large: amounts(SPARK_SHAPES.large),
  },
  images: [SPARK_CATALOGUE_IMAGE],
  place: ({ size }) => sparkCluster(SPARK_SHAPES[size]),
  endpoint: { service: SPARK, port: 7077, protocol: 'spark' },
  examples: ({ size }: ToolkitPlace) => [
    {
      name: 'train-job.yaml',
      objects: submitted({
        toolkit: SPARK,
        name: 'spark-train',
        files: { 'train.py': TRAIN },
        program: 'train.py',
        amounts: SPARK_SHAPES[size].driver,
      }),
    },
    { name: 'train.py', text: TRAIN },
  ],
  smoke: { kubectl: ['rollout', 'status', 'deployment/spark-worker'], says: 'successfully rolled out' },
  handout: ({ size }) => {
    const { workers, coresPerWorker } = SPARK_SHAPES[size];
    return [
      `Programs of your place reach it as \`spark://${SPARK}:7077\`: ${workers.count} workers with ${coresPerWorker} core${coresPerWorker === 1 ? '' : 's'} each. The Job \`train-job.yaml\` submits \`train.py\`, which trains a model with MLlib:`,
      '',
      '```sh',
      'kubectl replace --force -f train-job.yaml',
      'kubectl logs -f job/spark-train -c driver',
      '```',
      '',
      ...runChanged('train.py', 'train-job.yaml', 'spark-train'),
      '',
      `The page of the master shows workers and programs: \`kubectl port-forward service/${SPARK} 8080\`, then <http://localhost:8080>.`,
    ].join('\n');
  },
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'run',
    what: 'master and worker with these flags; the example trains with MLlib, and the exercise of mapreduce counts',
  },
};
