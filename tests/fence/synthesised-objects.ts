import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { resolveCohort } from '../../src/app/resolve-cohort';
import { writeKubernetes } from '../../src/app/synthesize';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';

/** The Kubernetes objects of a cohort, as they stand in the files that `practicum synth` writes. */
export interface SynthesisedObjects {
  readonly plan: CohortPlan;
  /** What all places of the shared cluster have together. */
  readonly services: readonly KubernetesObject[];
  /** What is in each place, the namespace first, by the place's name. */
  readonly places: ReadonlyMap<string, readonly KubernetesObject[]>;
}

const SERVICES = 'services.k8s.yaml';
const DURING_TERM = '2027-02-15T12:00';

/** Synthesises a cohort with a shared cluster; its folder stays as it is. */
export function synthesisedObjects(cohort: string, at = DURING_TERM): SynthesisedObjects {
  const resolved = resolveCohort({ cohort, at }, { record: false });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems, undefined, 2));
  const { plan } = resolved.value;
  const folder = mkdtempSync(join(tmpdir(), 'practicum-fence-'));
  try {
    writeKubernetes(plan, join(folder, 'k8s'), () => undefined);
    const files = filesUnder(join(folder, 'k8s'));
    const isServices = (file: string): boolean => basename(file) === SERVICES;
    return {
      plan,
      services: files.filter(isServices).flatMap(objectsIn),
      places: new Map(
        files
          .filter((file) => !isServices(file))
          .map((file) => [basename(file, '.k8s.yaml'), objectsIn(file)]),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const objectsIn = (file: string): readonly KubernetesObject[] =>
  parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as KubernetesObject);
