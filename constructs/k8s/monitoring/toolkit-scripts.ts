import { TOOLKIT_LABEL } from '../../../src/core/kubernetes/hardened-pod';
import { ASLEEP_ANNOTATION } from './place-sleep';
import { SCRIPT_FOLDER } from './scheduled-script';

/** Script that is run; the others are what it runs. */
export const WAKE_OR_SLEEP = 'wake-or-sleep.sh';

/** Workloads of one call, and how many calls there are at once: kubectl takes 50 MB, and a second to start. */
const TOGETHER = 100;
const AT_ONCE = 2;

/** What Secrets are drawn from, and how long each value is. */
const LETTERS = 'A-Za-z0-9';
const LENGTH = 24;

/**
 * Asks for one kind of one toolkit at a time what there is of it, so that memory is bounded by a class and not by its
 * toolkits, and changes only what is otherwise than it should be. What a tenant deleted is not there, and not missed.
 */
const ALL = `set -eu
now=$(date +%s)
failed=0
parts='{ for (i = 3; i <= NF; i++) { split($i, part, "/"); print $2 "/" tolower(part[1]) "s.apps" } }'
for each in $(awk "$parts" ${SCRIPT_FOLDER}/toolkits | sort -u); do
  toolkit=\${each%/*}
  found=$(kubectl get "\${each#*/}" --all-namespaces \\
    --selector="${TOOLKIT_LABEL}=$toolkit" --output=go-template-file=${SCRIPT_FOLDER}/workloads.tpl) || {
    failed=1
    continue
  }
  changes=$(echo "$found" | awk -v now="$now" -v toolkit="$toolkit" -f ${SCRIPT_FOLDER}/changes.awk \\
    ${SCRIPT_FOLDER}/spans ${SCRIPT_FOLDER}/toolkits ${SCRIPT_FOLDER}/places -)
  for replicas in $(echo "$changes" | cut -d ' ' -f 1 | sort -u); do
    echo "$changes" | sed -n "s/^$replicas //p" |
      xargs -n ${TOGETHER} -P ${AT_ONCE} /bin/sh ${SCRIPT_FOLDER}/scale.sh "$toolkit" "$replicas" || failed=1
  done
done
exit "$failed"
`;

/**
 * Of the workloads that there are, those that are to change, as \`<replicas> <namespace>/<kind>/<name>\`.
 *
 * One that is asleep for the night is left to what woke it before; one that a student scaled keeps its number.
 */
const CHANGES = `FILENAME ~ /\\/spans$/ {
  for (i = 2; i <= NF; i++) {
    split($i, span, "-")
    if (now + 0 >= span[1] + 0 && now + 0 < span[2] + 0) awake[$1] = 1
  }
  next
}
FILENAME ~ /\\/toolkits$/ {
  if ($2 == toolkit) {
    for (i = 3; i <= NF; i++) workloads[$1] = workloads[$1] " " $i
  }
  next
}
FILENAME ~ /\\/places$/ {
  places = split($1, place, ",")
  for (i = 2; i <= NF; i++) {
    split($i, use, "@")
    if (!(use[1] in workloads)) continue
    count = split(workloads[use[1]], workload, " ")
    for (p = 1; p <= places; p++) {
      for (w = 1; w <= count; w++) {
        split(workload[w], part, "=")
        meant[place[p] "/" part[1]] = (use[2] in awake) ? part[2] : 0
      }
    }
  }
  next
}
!($1 in meant) || $3 == "asleep" { next }
$2 == 0 && meant[$1] > 0 { print meant[$1], $1 }
$2 > 0 && meant[$1] == 0 { print 0, $1 }
`;

/** What of a workload is asked; a place may be called \`no\`, and an annotation is somebody's own words. */
const WORKLOADS =
  '{{range .items}}{{.metadata.namespace}}/{{.kind}}/{{.metadata.name}} {{.spec.replicas}} ' +
  `{{with .metadata.annotations}}{{if index . "${ASLEEP_ANNOTATION}"}}asleep{{else}}-{{end}}{{else}}-{{end}}\n{{end}}`;

/**
 * Scales some workloads of a toolkit; those that wake get their Secrets first, if they have none yet.
 *
 * Secrets go from the source of chance through a pipe to the API: they are in no file, no argument and no output. Where
 * some cannot be made, each place is tried by itself: what lacks one would not start. A patch stops at nothing that
 * fails, and what it leaves is found by the next run. \`kubectl scale\` would do five a second.
 */
const SCALE = `set -eu
umask 077
toolkit=$1
replicas=$2
shift 2

drawn() {
  for place in $(printf '%s\\n' "$@" | cut -d / -f 1 | sort -u); do
    while read -r of secret keys; do
      if [ "$of" != "$toolkit" ]; then continue; fi
      printf '%s\\n' '---' 'apiVersion: v1' 'kind: Secret' 'type: Opaque' 'metadata:'
      printf '  name: "%s"\\n  namespace: "%s"\\n' "$secret" "$place"
      printf '  labels: { ${TOOLKIT_LABEL}: "%s", app.kubernetes.io/managed-by: practicum }\\n' "$toolkit"
      echo 'stringData:'
      for key in $keys; do
        printf '  "%s": "%s"\\n' "$key" "$(tr -dc ${LETTERS} </dev/urandom | head -c ${LENGTH})"
      done
    done <${SCRIPT_FOLDER}/secrets
  done
}
have_secrets() {
  if [ "$replicas" = 0 ] || ! grep -q "^$toolkit " ${SCRIPT_FOLDER}/secrets; then return 0; fi
  if said=$(drawn "$@" | kubectl create --filename=- 2>&1 >/dev/null); then return 0; fi
  if ! echo "$said" | grep -qv '(AlreadyExists)'; then return 0; fi
  echo "$said" | grep -v '(AlreadyExists)' >&2
  return 1
}
named() {
  for each; do
    workload=\${each#*/}
    printf '%s\\n' '---' 'apiVersion: apps/v1' "kind: \${workload%/*}"
    printf 'metadata: { name: "%s", namespace: "%s" }\\n' "\${workload#*/}" "\${each%%/*}"
  done
}

if have_secrets "$@"; then
  named "$@" | kubectl patch --subresource=scale --type=merge --patch="{\\"spec\\":{\\"replicas\\":$replicas}}" --filename=-
  exit
fi
if [ "$#" -eq 1 ]; then exit 1; fi
failed=0
for each; do
  /bin/sh "$0" "$toolkit" "$replicas" "$each" || failed=1
done
exit "$failed"
`;

/** Scripts that wake toolkits and put them to sleep, by file. */
export const TOOLKIT_SCRIPTS: Readonly<Record<string, string>> = {
  [WAKE_OR_SLEEP]: ALL,
  'changes.awk': CHANGES,
  'scale.sh': SCALE,
  'workloads.tpl': WORKLOADS,
};
