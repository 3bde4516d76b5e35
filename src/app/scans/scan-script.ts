import type { CohortPlan } from '../../core/plan/cohort-plan';
import { SCANS_FOLDER } from './scans-folder';

/** Shell script that asks Google what scans found, as whoever gcloud is logged in as; nothing secret gets into a file. */
export function scanScript({ cohort, shards }: CohortPlan): string {
  const tenants = shards.flatMap((shard) => shard.tenants);
  const projects = [...new Set(tenants.map(({ registry }) => registry.project))].sort();
  return [
    '#!/bin/sh',
    `# What scans found in the images of ${cohort}, asked for with your own rights.`,
    'set -eu',
    `mkdir -p ${SCANS_FOLDER} && rm -f ${SCANS_FOLDER}/*.json`,
    'silent=',
    'found() {',
    '  page= number=1',
    '  while :; do',
    `    file=${SCANS_FOLDER}/$1-$number.json`,
    "    gcloud auth print-access-token | sed 's/^/Authorization: Bearer /' |",
    // Google takes calls of people for a project that they name.
    '      curl -sSf -G -H @- -H "x-goog-user-project: $1" -o "$file" -d pageSize=1000 \\',
    `        --data-urlencode 'filter=kind="VULNERABILITY" OR kind="DISCOVERY"' \\`,
    '        --data-urlencode "pageToken=$page" \\',
    '        "https://containeranalysis.googleapis.com/v1/projects/$1/occurrences" ||',
    '      { silent="$silent $1"; return 0; }',
    `    page=$(sed -n 's/.*"nextPageToken": *"\\([^"]*\\)".*/\\1/p' "$file")`,
    '    [ -n "$page" ] || break',
    '    number=$((number + 1))',
    '  done',
    '}',
    'images() {',
    `  gcloud artifacts docker images list "$1" --include-tags --format=json > ${SCANS_FOLDER}/images-$2.json ||`,
    `    { silent="$silent $2"; rm -f ${SCANS_FOLDER}/images-$2.json; }`,
    '}',
    ...projects.map((project) => `found ${project}`),
    ...tenants.map(({ registry, handle }) => `images ${registry.path} ${handle}`),
    // A place that was enrolled after the last deploy has no registry yet, and the others have.
    '[ -z "$silent" ] || echo "No answer for$silent: not deployed yet, or not yours to read. What Google said stands above." >&2',
    `ls ${SCANS_FOLDER}/*.json > /dev/null 2>&1 || exit 1`,
    `echo 'Now: npx practicum scans ${SCANS_FOLDER}/*.json'`,
  ].join('\n');
}
