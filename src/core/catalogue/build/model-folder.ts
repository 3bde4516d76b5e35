import type { Fields } from '../../kubernetes/hardened-pod';
import type { ToolkitPlace } from '../toolkit';
import { BUCKET_SCRIPT } from './bucket-script';
import { PYTHON_IMAGE } from './python-image';
import { passingVolume } from './python-packages';
import type { ContainerAmounts } from './standing';
import { amountsOf, environment } from './standing';

/** Where a server finds its models, as `<model>/<version>/<files>`. */
export const MODELS_FOLDER = '/models';
/** The sample model's name, in every server. */
export const SAMPLE_MODEL = 'sample';

/** Where students put the models of a server: below this folder of their bucket. */
export const modelsPrefix = (toolkit: string): string => `models/${toolkit}`;

const SCRIPT = `"""Put models where the server of this pod looks for them: those of the bucket, or else the sample."""
import pathlib
import shutil
import sys

import bucket

prefix, sample, folder = sys.argv[1] + "/", pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
found = [(name, name[len(prefix):].split("/")) for name in bucket.names(prefix)]
# Names of files in a bucket may be anything.
found = [(name, parts) for name, parts in found if not any(part in ("", ".", "..") for part in parts)]
# A model has a version and a file at least; what stands beside the versions says how it is run.
models = {parts[0] for _, parts in found if len(parts) > 2}
for name, parts in found:
    if len(parts) > 1 and parts[0] in models:
        print("fetching", name, flush=True)
        bucket.fetch(name, folder.joinpath(*parts))
if not models:
    print(f"gs://{bucket.BUCKET}/{prefix} has no model yet: serving the sample")
    shutil.copytree(sample, folder, dirs_exist_ok=True)
    models.update(each.name for each in sample.iterdir() if not each.name.startswith("."))

if "--tensorflow" in sys.argv:
    quoted = [name.replace("\\\\", "\\\\\\\\").replace('"', '\\\\"') for name in sorted(models)]
    lines = [
        f'  config {{ name: "{name}" base_path: "{folder}/{name}" model_platform: "tensorflow" }}' for name in quoted
    ]
    (folder / "models.config").write_text("\\n".join(["model_config_list {", *lines, "}", ""]))
`;

/** Scripts that fetch models, by file. */
export const MODEL_SCRIPTS: Readonly<Record<string, string>> = {
  'bucket.py': BUCKET_SCRIPT,
  'fetch_models.py': SCRIPT,
};

/** What scripts have to know to reach the bucket. */
export const bucketVariables = (bucket: string): Readonly<Record<string, string>> => ({
  BUCKET: bucket,
  METADATA_SERVER: 'http://metadata.google.internal',
  STORAGE: 'https://storage.googleapis.com',
});

/** Where the scripts and the sample are mounted; both are in the toolkit's ConfigMap. */
const SAMPLE_FOLDER = '/sample';

/** Fetches the models before the server starts; its pod runs as the account `lab`, which reaches the bucket. */
export const fetchModels = (
  toolkit: string,
  { bucket }: Pick<ToolkitPlace, 'bucket'>,
  amounts: ContainerAmounts,
  more: readonly string[] = [],
): Fields => ({
  name: 'models',
  image: PYTHON_IMAGE.ref,
  command: [
    'python3',
    '/files/fetch_models.py',
    modelsPrefix(toolkit),
    SAMPLE_FOLDER,
    MODELS_FOLDER,
    ...more,
  ],
  env: environment({ HOME: '/tmp', PYTHONDONTWRITEBYTECODE: '1', ...bucketVariables(bucket) }),
  resources: amountsOf(amounts),
  volumeMounts: [
    { name: 'files', mountPath: '/files', readOnly: true },
    { name: 'sample', mountPath: SAMPLE_FOLDER, readOnly: true },
    { name: 'models', mountPath: MODELS_FOLDER },
    { name: 'tmp', mountPath: '/tmp' },
  ],
});

export const MODELS_MOUNT: Fields = { name: 'models', mountPath: MODELS_FOLDER, readOnly: true };

/** Volumes of models and of the sample, whose file has `key` in the ConfigMap and `name` in the model's folder. */
export const modelVolumes = (
  configMap: string,
  { key, name }: { readonly key: string; readonly name: string },
  size: string,
): readonly Fields[] => [
  passingVolume('models', size),
  {
    name: 'sample',
    configMap: { name: configMap, items: [{ key, path: `${SAMPLE_MODEL}/1/${name}` }] },
  },
];
