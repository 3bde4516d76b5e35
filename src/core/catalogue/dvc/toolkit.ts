import { allowance } from '../allowance';
import { GIB_KEPT, bucketWords, keptIn } from '../build/bucket-costs';
import { PODS_SHOWN } from '../build/shown-on';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { dvcProject } from './project';

/** Where versions of data and models go: a folder of the bucket. */
export const dvcRemote = ({ bucket }: Pick<ToolkitPlace, 'bucket'>): string => `gs://${bucket}/dvc`;

/** Versions of data and models, and pipelines that can be run again; it runs where the student works. */
export const dvc: Toolkit = {
  id: 'dvc',
  title: 'DVC',
  area: 'pipelines',
  gives: 'Versions of your data and models in your bucket, and a pipeline that anybody can run again.',
  licence: 'Apache-2.0',
  homepage: 'https://dvc.org',
  // It runs on a student's machine or in their notebook; this is for a run in a pod of its own.
  sizes: {
    small: allowance(['100m', '500m'], ['256Mi', '512Mi'], { services: 0 }),
    normal: allowance(['250m', '1'], ['512Mi', '1Gi'], { services: 0, scratch: '2Gi' }),
    large: allowance(['500m', '2'], ['1Gi', '2Gi'], { services: 0, scratch: '8Gi' }),
  },
  images: [],
  examples: (place) => Object.entries(dvcProject(dvcRemote(place))).map(([name, text]) => ({ name, text })),
  handout: (place) =>
    [
      `Git keeps your code, dvc keeps data and models, in \`${dvcRemote(place)}\`. In the folder with the example's files, with \`dvc\` and \`dvc-gs\` installed:`,
      '',
      '```sh',
      'gcloud auth application-default login   # not in a pod that runs as "lab"',
      'sh start.sh',
      'dvc metrics show',
      '```',
      '',
      'Change `params.json`, then `dvc repro` runs again what depends on it and nothing else, `dvc metrics diff` says what it did to the model, and `dvc push` keeps it. Whoever has your repository and your bucket gets all of it with `dvc pull`.',
      'Data of your own: `dvc add data/labels.csv`, then commit `data/labels.csv.dvc`. Going back is `git checkout` of a commit, then `dvc checkout`.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  alsoCosts: {
    items: (size) => [keptIn(GIB_KEPT[size])],
    says: (size, prices) =>
      `every version of data and models in the bucket, ${bucketWords(GIB_KEPT[size], prices)}; \`dvc gc\` takes away what no commit names`,
  },
  shown: {
    how: 'run',
    what: 'a real dvc runs the example, a folder for its remote: a change runs again only what must be, and a second clone pulls all',
  },
};
