import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitPlace } from '../toolkit';
import { BUCKET_SCRIPT } from './bucket-script';
import { job } from './job';
import { bucketVariables } from './model-folder';
import type { PodGroup } from './pods';
import { ANY_USER } from './python-image';
import type { PythonPackage } from './python-packages';
import { PACKAGES_FOLDER, installPackages, passingVolume, requirementsOf } from './python-packages';
import { amountsOf, configMap, environment } from './standing';

export interface PythonJobProps {
  readonly toolkit: string;
  readonly name: string;
  /** Image that has Python. */
  readonly image: string;
  /** Name of the file that is run, and its text. */
  readonly script: { readonly name: string; readonly text: string };
  /** What the image lacks. @default - nothing */
  readonly packages?: readonly PythonPackage[];
  readonly amounts: PodGroup;
  /** The bucket that the script writes to, by the module `bucket`. @default - none */
  readonly bucket?: ToolkitPlace['bucket'];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Folders that libraries write to, all of them in the one that passes. A user of no name has none of its own. */
const FOLDERS = {
  HOME: '/tmp',
  LOGNAME: 'lab',
  MPLCONFIGDIR: '/tmp/matplotlib',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUNBUFFERED: '1',
  XDG_CACHE_HOME: '/tmp/cache',
} as const;

const FILES = { name: 'files', mountPath: '/files' } as const;
const TMP: Fields = { name: 'tmp', mountPath: '/tmp' };

/** Scratch space that packages have; the rest is for what the script writes. */
const PACKAGES_SIZE = '256Mi';

/** A script of a student and the Job that runs it. */
export function pythonJob(props: PythonJobProps): readonly PlacedObject[] {
  const { toolkit, name, image, script, packages = [], amounts, bucket, variables = {} } = props;
  const hasPackages = packages.length > 0;
  const files = {
    [script.name]: script.text,
    ...(bucket === undefined ? {} : { 'bucket.py': BUCKET_SCRIPT }),
    ...(hasPackages ? { 'requirements.txt': requirementsOf(packages) } : {}),
  };
  return [
    configMap(toolkit, files, name),
    job({
      toolkit,
      name,
      user: ANY_USER,
      ...(bucket === undefined ? {} : { account: 'lab' }),
      ...(hasPackages ? { initContainers: [installPackages(image, amounts, FILES)] } : {}),
      containers: [
        {
          name: 'script',
          image,
          command: ['python3', `/files/${script.name}`],
          // What a script writes without saying where.
          workingDir: '/tmp',
          env: environment({
            ...FOLDERS,
            ...(hasPackages ? { PYTHONPATH: PACKAGES_FOLDER } : {}),
            ...(bucket === undefined ? {} : bucketVariables(bucket)),
            ...variables,
          }),
          resources: amountsOf(amounts),
          volumeMounts: [
            { ...FILES, readOnly: true },
            TMP,
            ...(hasPackages ? [{ name: 'packages', mountPath: PACKAGES_FOLDER, readOnly: true }] : []),
          ],
        },
      ],
      volumes: [
        { name: FILES.name, configMap: { name } },
        passingVolume('tmp', '256Mi'),
        ...(hasPackages ? [passingVolume('packages', PACKAGES_SIZE)] : []),
      ],
    }),
  ];
}

/** How such a Job is run, followed and run again, for a hand-out. */
export const runAgain = (file: string, name: string): readonly string[] => [
  '```sh',
  `kubectl replace --force -f ${file}`,
  `kubectl logs -f job/${name}`,
  '```',
];

/**
 * How a Job is run with a program that the student changed, for a hand-out: its file has the first one in it, and only `create`
 * leaves alone what is there.
 */
export const runChanged = (program: string, file: string, name: string): readonly string[] => [
  `After you changed \`${program}\`, put it into the place and start the Job anew. \`create\` says of what is there that it is there, and leaves it; \`replace\` would bring the first program back:`,
  '',
  '```sh',
  `kubectl create configmap ${name} --from-file=${program} \\`,
  '  --dry-run=client -o yaml | kubectl replace -f -',
  `kubectl delete job ${name}`,
  `kubectl create -f ${file}`,
  '```',
];
