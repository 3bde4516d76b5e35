import type { Fields } from '../../kubernetes/hardened-pod';
import type { PythonPackage } from './python-packages';
import { PACKAGES_FOLDER, installPackages, passingVolume, requirementsOf } from './python-packages';
import type { ContainerAmounts } from './standing';
import { amountsOf, environment } from './standing';
import { PYTHON_IMAGE } from './python-image';

/** Port of a service that a student is to ask; the Service of every place leads to it. */
export const SERVICE_PORT = 8000;

export interface PythonServiceProps {
  readonly toolkit: string;
  readonly amounts: ContainerAmounts;
  readonly variables?: Readonly<Record<string, string>>;
  readonly mounts?: readonly Fields[];
  /** Path that answers 200 as long as the service lives. */
  readonly alivePath: string;
  /** Path that answers 200 when it can be asked. */
  readonly readyPath: string;
}

/** How a service of FastAPI is started, whose program is `app.py` in `folder`. */
export const uvicornArguments = (
  folder: string,
  host = '0.0.0.0',
  port = SERVICE_PORT,
): readonly string[] => [
  ...['-m', 'uvicorn', 'app:app', '--app-dir', folder, '--host', host, '--port', String(port)],
  // Who scales down waits for what is being answered, and not longer than Kubernetes does.
  ...['--timeout-graceful-shutdown', '20'],
];

/** Labels of pods whose metrics are read, on the port that is read unless another is said. */
export const SCRAPED: Readonly<Record<string, string>> = { 'prometheus.io/scrape': 'true' };

/** Probes of a service by its paths; it may take five minutes to start. */
export const httpProbes = (port: number, alivePath: string, readyPath: string): Fields => ({
  startupProbe: { httpGet: { path: alivePath, port }, periodSeconds: 5, failureThreshold: 60 },
  readinessProbe: { httpGet: { path: readyPath, port }, periodSeconds: 5, timeoutSeconds: 3 },
  livenessProbe: { httpGet: { path: alivePath, port }, periodSeconds: 20, timeoutSeconds: 3 },
});

/**
 * Ends a pod only after its Service has forgotten it: without the pause, requests that are on their way to it fail.
 */
export const LAST_REQUESTS: Fields = { preStop: { sleep: { seconds: 5 } } };

/** A container of Python with `app.py` from the volume `files` and its packages from the volume `packages`. */
export const pythonService = (props: PythonServiceProps): Fields => ({
  name: props.toolkit,
  image: PYTHON_IMAGE.ref,
  command: ['python3', ...uvicornArguments('/files')],
  env: environment({
    HOME: '/tmp',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONPATH: PACKAGES_FOLDER,
    ...props.variables,
  }),
  // Both names lead to the same port: one collector reads the port, the other its name.
  ports: [{ name: 'metrics', containerPort: SERVICE_PORT }],
  ...httpProbes(SERVICE_PORT, props.alivePath, props.readyPath),
  lifecycle: LAST_REQUESTS,
  resources: amountsOf(props.amounts),
  volumeMounts: [
    { name: 'files', mountPath: '/files', readOnly: true },
    { name: 'packages', mountPath: PACKAGES_FOLDER, readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
    ...(props.mounts ?? []),
  ],
});

/** What gets the packages before the service starts. */
export const packagesOf = (amounts: ContainerAmounts): Fields =>
  installPackages(PYTHON_IMAGE.ref, amounts, { name: 'files', mountPath: '/files' });

/** The files of a service, with the list that its packages are installed from. */
export const serviceFiles = (
  files: Readonly<Record<string, string>>,
  packages: readonly PythonPackage[],
): Readonly<Record<string, string>> => ({ ...files, 'requirements.txt': requirementsOf(packages) });

/** Volumes of a service: its files, what it needs of PyPI, and what passes. */
export const serviceVolumes = (
  configMap: string,
  packagesSize: string,
  tmpSize: string,
): readonly Fields[] => [
  { name: 'files', configMap: { name: configMap } },
  passingVolume('packages', packagesSize),
  passingVolume('tmp', tmpSize),
];
