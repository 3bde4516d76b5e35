import { allowanceOf, sizesOf } from '../build/pods';
import { PODS_SHOWN } from '../build/shown-on';
import { SPARK, SPARK_SHAPES } from '../spark/cluster';
import { submitted } from '../spark/submit';
import { SPARK_CATALOGUE_IMAGE } from '../spark/toolkit';
import type { ExampleFile, Toolkit, ToolkitPlace } from '../toolkit';
import { BY_HAND, ON_SPARK, TEXTS } from './programs';

const ID = 'mapreduce';

const examples = ({ size }: ToolkitPlace): readonly ExampleFile[] => [
  { name: 'by_hand.py', text: BY_HAND },
  {
    name: 'mapreduce-job.yaml',
    objects: submitted({
      toolkit: ID,
      name: ID,
      files: { 'by_hand.py': BY_HAND, 'on_spark.py': ON_SPARK, ...TEXTS },
      program: 'on_spark.py',
      beside: ['by_hand.py'],
      amounts: SPARK_SHAPES[size].driver,
    }),
  },
  { name: 'on_spark.py', text: ON_SPARK },
  ...Object.entries(TEXTS).map(([name, text]) => ({ name, text })),
];

/** An exercise: word count and inverted index, by hand and on the Spark of the place. */
export const mapreduce: Toolkit = {
  id: ID,
  title: 'MapReduce',
  area: 'distributed',
  gives: 'An exercise in MapReduce: by hand in plain Python, and on your Spark.',
  licence: 'Apache-2.0',
  homepage: 'https://spark.apache.org/docs/latest/rdd-programming-guide.html',
  sizes: sizesOf(SPARK_SHAPES, ({ driver }) => allowanceOf([driver])),
  images: [SPARK_CATALOGUE_IMAGE],
  examples,
  handout: ({ toolkits }) =>
    [
      'The two phases by hand, on your own machine, without anything to install:',
      '',
      '```sh',
      'python3 by_hand.py wordcount *.txt',
      'python3 by_hand.py index *.txt',
      '```',
      '',
      toolkits.some((id) => id === SPARK)
        ? 'The same on Spark, in your place:'
        : 'The same runs on Spark, once your place has the toolkit `spark`:',
      '',
      '```sh',
      'kubectl replace --force -f mapreduce-job.yaml',
      `kubectl logs -f job/${ID} -c driver`,
      '```',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: { how: 'run', what: 'both exercises by hand (tests/catalogue/run/mapreduce.test.ts), and on Spark' },
};
