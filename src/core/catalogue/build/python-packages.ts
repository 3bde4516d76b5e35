import type { Fields } from '../../kubernetes/hardened-pod';
import { amountsOf, environment } from './standing';
import type { ContainerAmounts } from './standing';

/** A package of PyPI with the digests of the files that may be installed: one for each processor or Python, if they differ. */
export type PythonPackage = readonly [name: string, version: string, ...sha256: readonly string[]];

/** File of requirements for pip with `--require-hashes`. */
export const requirementsOf = (packages: readonly PythonPackage[]): string =>
  packages
    .map(([name, version, ...hashes]) =>
      [`${name}==${version}`, ...hashes.map((hash) => `    --hash=sha256:${hash}`)].join(' \\\n'),
    )
    .join('\n')
    .concat('\n');

/** Where packages are that an image lacks. */
export const PACKAGES_FOLDER = '/packages';

/** What of pip's is written: nothing outside of /tmp and the folder of packages. */
export const PIP_ENVIRONMENT = {
  HOME: '/tmp',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  PIP_NO_CACHE_DIR: '1',
  PIP_ROOT_USER_ACTION: 'ignore',
} as const;

/** How packages are got: only files with these digests, nothing built here, nothing that the list does not name. */
export const pipArguments = (requirements: string, folder: string): readonly string[] => [
  'install',
  '--require-hashes',
  '--no-deps',
  '--only-binary=:all:',
  `--target=${folder}`,
  `--requirement=${requirements}`,
];

/** A volume that has `requirements.txt`, and where it is mounted. */
export interface RequirementsMount {
  readonly name: string;
  readonly mountPath: string;
}

/** A container that puts the packages of `requirements.txt` into the volume `packages`, then ends. */
export const installPackages = (
  image: string,
  amounts: ContainerAmounts,
  from: RequirementsMount,
): Fields => ({
  name: 'packages',
  image,
  command: ['python3', '-m', 'pip', ...pipArguments(`${from.mountPath}/requirements.txt`, PACKAGES_FOLDER)],
  env: environment(PIP_ENVIRONMENT),
  resources: amountsOf(amounts),
  volumeMounts: [
    { ...from, readOnly: true },
    { name: 'packages', mountPath: PACKAGES_FOLDER },
    { name: 'tmp', mountPath: '/tmp' },
  ],
});

/** A volume that goes with its pod. */
export const passingVolume = (name: string, sizeLimit: string): Fields => ({ name, emptyDir: { sizeLimit } });
