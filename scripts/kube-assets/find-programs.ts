import { join } from 'node:path';
import { missingPrograms } from '../../src/app/rehearse/kube-api/control-plane';
import { KUBERNETES } from './kube-programs';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder that somebody chose in KUBEBUILDER_ASSETS; an empty variable chooses none. */
export const chosenFolder = (environment: Environment): string | undefined =>
  valueOf(environment, 'KUBEBUILDER_ASSETS');

/** The folder outside the checkout in which programs are kept for all runs. */
export function practicumCache(environment: Environment, home: string): string {
  const caches = valueOf(environment, 'XDG_CACHE_HOME') ?? join(home, '.cache');
  return valueOf(environment, 'PRACTICUM_CACHE') ?? join(caches, 'practicum');
}

/** The folder of one version of the programs among them. */
export const cacheFolder = (environment: Environment, home: string): string =>
  join(practicumCache(environment, home), 'kube', KUBERNETES);

/** The folder that has the programs: the chosen one, else the cache if it is complete. */
export function tryFindPrograms(environment: Environment, home: string): string | undefined {
  const cache = cacheFolder(environment, home);
  return chosenFolder(environment) ?? (missingPrograms(cache) === undefined ? cache : undefined);
}

function valueOf(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === '' ? undefined : value;
}
