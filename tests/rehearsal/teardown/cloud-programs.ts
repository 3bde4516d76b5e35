import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { textAt } from '../../../src/rehearsal/values/read-value';

/** Programs in the places of gcloud and kubectl, which answer in the forms of the real ones. */
export interface CloudPrograms {
  readonly gcloud: string;
  readonly kubectl: string;
}

const DIGEST = 'c0ffee'.padEnd(64, '0');

/**
 * Writes them: gcloud answers from what a simulated cloud holds now, kubectl with a Deployment, a Secret that nobody may
 * see in an archive, and a Grafana with a dashboard of its owner.
 */
export function cloudPrograms(cloud: Cloud, folder: string): CloudPrograms {
  mkdirSync(folder, { recursive: true });
  for (const { name, data, type } of cloud.list()) {
    if (type === 'storage.googleapis.com/Bucket') answer(folder, `gs://${textAt(data, 'name')!}/**`, objectsOf(cloud, name)); // prettier-ignore
    if (type === 'artifactregistry.googleapis.com/Repository') {
      const { project, location, repository } =
        /projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/repositories\/(?<repository>[^/]+)$/.exec(name)!.groups!; // prettier-ignore
      answer(folder, `${location!}-docker.pkg.dev/${project!}/${repository!}`, imagesOf(cloud, name));
    }
  }
  return {
    gcloud: program(folder, 'gcloud', GCLOUD),
    kubectl: program(folder, 'kubectl', KUBECTL),
  };
}

const objectsOf = (cloud: Cloud, bucket: string): readonly object[] =>
  cloud
    .childrenOf(bucket as Parameters<Cloud['childrenOf']>[0])
    .filter(({ type }) => type === 'storage.googleapis.com/Object')
    .map(({ data }) => ({
      bucket: textAt(data, 'bucket'),
      crc32c_hash: 'yZRlqg==',
      generation: '1797000000000001',
      md5_hash: 'XrY7u+Ae7tCTyyK7j1rNww==',
      name: textAt(data, 'name'),
      size: 11,
      storage_class: 'STANDARD',
    }));

const imagesOf = (cloud: Cloud, registry: string): readonly object[] =>
  cloud
    .childrenOf(registry as Parameters<Cloud['childrenOf']>[0])
    .filter(({ type }) => type === 'artifactregistry.googleapis.com/DockerImage')
    .map(({ data }) => ({
      createTime: '2027-03-01T10:00:00.000000Z',
      metadata: { imageSizeBytes: '4711', mediaType: 'application/vnd.oci.image.manifest.v1+json' },
      package: `registry/${textAt(data, 'name')!}`,
      tags: ['v1'],
      updateTime: '2027-03-01T10:00:00.000000Z',
      version: `sha256:${DIGEST}`,
    }));

const fileOf = (question: string): string => `${question.replaceAll(/[^a-z0-9.-]/g, '_')}.json`;

function answer(folder: string, question: string, list: readonly object[]): void {
  writeFileSync(join(folder, fileOf(question)), JSON.stringify(list));
}

function program(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/bash\nfolder='${folder}'\necho "$*" >> "$folder/${name}-calls"\n${script}`);
  chmodSync(path, 0o755);
  return path;
}

const GCLOUD = `
case "$*" in
  'storage objects list '*) question="$4" ;;
  'artifacts docker images list '*) question="$5" ;;
  'billing budgets list '*|'beta monitoring channels list '*) echo '[]'; exit ;;
  'storage cat '*) stack="$(basename "$(dirname "$3")")"; cat "$folder/../cloud/state/$stack.tfstate" || true; exit ;;
  *) echo "ERROR: (gcloud) Invalid choice: '$*'." >&2; exit 2 ;;
esac
file="$folder/$(echo -n "$question" | tr -c 'a-z0-9.-' _).json"
if [ -e "$file" ]; then cat "$file"; else
  echo "ERROR: ($1.$2) $question not found: 404." >&2; exit 1; fi
`;

const OBJECTS = {
  kind: 'List',
  apiVersion: 'v1',
  items: [
    { kind: 'Deployment', apiVersion: 'apps/v1', metadata: { name: 'web', managedFields: [{ manager: 'kubectl' }] } },
    { kind: 'Secret', apiVersion: 'v1', metadata: { name: 'key' }, data: { key: 'aHVzaC1odXNo' } },
  ],
}; // prettier-ignore

const DASHBOARDS = [
  { dashboard: { uid: 'own', title: 'Latency of mine' }, meta: { provisioned: false } },
  { dashboard: { uid: 'given', title: 'Requests' }, meta: { provisioned: true } },
];

const KUBECTL = `
case "$*" in
  *api-resources*) printf 'deployments.apps\\nsecrets\\nservices\\n' ;;
  *'get statefulset/grafana'*) echo 'x0' ;;
  *'api/search'*) echo '[{"uid":"own"},{"uid":"given"}]' ;;
  *'api/dashboards/uid'*) printf '%s\\n' ${DASHBOARDS.map((each) => `'${JSON.stringify(each)}'`).join(' ')} ;;
  *'get deployments.apps,services'*) echo '${JSON.stringify(OBJECTS)}' ;;
esac
`;
