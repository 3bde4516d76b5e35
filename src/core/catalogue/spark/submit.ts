import type { Fields } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { job } from '../build/job';
import type { PodGroup } from '../build/pods';
import { PACKAGES_FOLDER, installPackages, passingVolume } from '../build/python-packages';
import { amountsOf, configMap } from '../build/standing';
import { SPARK_FILES, SPARK_FILES_MOUNT, SPARK_IMAGE, SPARK_USER, sparkEnvironment } from './cluster';

export interface SubmitProps {
  readonly toolkit: string;
  readonly name: string;
  /** The program, and what else it is to find beside it. */
  readonly files: Readonly<Record<string, string>>;
  readonly program: string;
  /** Python files that workers must have too, because the program imports them. @default - none */
  readonly beside?: readonly string[];
  readonly amounts: PodGroup;
}

/** What `spark-submit` gets: where executors answer to, and the program. */
export const submitArguments = (program: string, beside: readonly string[] = []): readonly string[] => [
  '--conf',
  'spark.driver.host=$(POD_IP)',
  ...(beside.length === 0 ? [] : ['--py-files', beside.map((file) => `/files/${file}`).join(',')]),
  `/files/${program}`,
];

/** A program and the Job that submits it to the Spark of the place. */
export function submitted(props: SubmitProps): readonly PlacedObject[] {
  const { toolkit, name, files, program, amounts } = props;
  const mounts: readonly Fields[] = [
    SPARK_FILES_MOUNT,
    { name: 'files', mountPath: '/files', readOnly: true },
    { name: 'packages', mountPath: PACKAGES_FOLDER },
    { name: 'tmp', mountPath: '/tmp' },
  ];
  return [
    configMap(toolkit, files, name),
    job({
      toolkit,
      name,
      user: SPARK_USER,
      account: 'lab',
      initContainers: [installPackages(SPARK_IMAGE, amounts, SPARK_FILES_MOUNT)],
      containers: [
        {
          name: 'driver',
          image: SPARK_IMAGE,
          command: ['/opt/spark/bin/spark-submit', ...submitArguments(program, props.beside)],
          env: sparkEnvironment({ PYTHONPATH: PACKAGES_FOLDER }),
          resources: amountsOf(amounts),
          volumeMounts: mounts,
        },
      ],
      volumes: [
        SPARK_FILES,
        { name: 'files', configMap: { name } },
        passingVolume('packages', '256Mi'),
        passingVolume('tmp', '512Mi'),
      ],
    }),
  ];
}
