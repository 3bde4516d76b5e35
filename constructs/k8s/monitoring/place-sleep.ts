import { Construct } from 'constructs';
import { LABEL_DOMAIN } from '../../../src/core/domain/names';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';
import { SCRIPT_FOLDER, ScheduledScript } from './scheduled-script';

/** Program that puts places to sleep and wakes them, and its account. */
export const PLACE_SLEEP = 'place-sleep';
/** Annotation of a workload that sleeps: its replicas, and the night since when. */
export const ASLEEP_ANNOTATION = `${LABEL_DOMAIN}/asleep`;
/** Annotation by which whoever works in a place keeps a workload awake: `never`. */
export const SLEEP_ANNOTATION = `${LABEL_DOMAIN}/sleep`;

const [ALL, EACH, TEMPLATE] = ['sleep-or-wake.sh', 'place.sh', 'workloads.tpl'];

/** Seconds of a night in which workloads fall asleep; what is started later is somebody at work. */
const FALLING_ASLEEP = 3600;

/** Seconds after a night in which places are looked at in every run; later in the day once an hour is enough. */
const WAKING = 7200;

/** Finds the night that it is in, and looks at each place by itself: one that fails keeps no other. */
const ALL_SCRIPT = `set -eu
now=$(date +%s)
night=none
ended=0
while read -r from to; do
  if [ "$now" -ge "$from" ] && [ "$now" -lt "$to" ]; then night=$from; fi
  if [ "$now" -ge "$to" ]; then ended=$to; fi
done <${SCRIPT_FOLDER}/nights
if [ "$night" = none ] && [ $((now - ended)) -ge ${WAKING} ] && [ $((now % 3600)) -ge 900 ]; then exit 0; fi
export now night
xargs -n 1 -P 4 /bin/sh ${SCRIPT_FOLDER}/${EACH} <${SCRIPT_FOLDER}/places
`;

/**
 * One place, \`<namespace>:<from>-<to>,...\` with the spans in which it stays awake whatever the night.
 *
 * The annotation is \`<replicas>@<night>\` while a workload sleeps, and \`woken@<night>\` from when somebody woke it: then
 * it is theirs until the next night. Whoever works in the place can write it too, so that nothing else is taken from it.
 * A change is refused if the replicas are not what was read.
 */
const EACH_SCRIPT = `set -eu
place=\${1%%:*}
for span in $(echo "\${1#*:}" | tr ',' ' '); do
  if [ "$now" -ge "\${span%-*}" ] && [ "$now" -lt "\${span#*-}" ]; then night=none; fi
done

change() {
  kubectl patch "$workload" --namespace="$place" --type=json \\
    --patch="[{\\"op\\":\\"test\\",\\"path\\":\\"/spec/replicas\\",\\"value\\":$replicas},$1]"
}
mark() {
  if [ "$annotated" = yes ]; then
    echo "{\\"op\\":\\"add\\",\\"path\\":\\"/metadata/annotations/${ASLEEP_ANNOTATION.replace('/', '~1')}\\",\\"value\\":\\"$1@$night\\"}"
  else
    echo "{\\"op\\":\\"test\\",\\"path\\":\\"/metadata/resourceVersion\\",\\"value\\":\\"$version\\"},{\\"op\\":\\"add\\",\\"path\\":\\"/metadata/annotations\\",\\"value\\":{\\"${ASLEEP_ANNOTATION}\\":\\"$1@$night\\"}}"
  fi
}
scaled() { echo "{\\"op\\":\\"replace\\",\\"path\\":\\"/spec/replicas\\",\\"value\\":$1}"; }
unmarked='{"op":"remove","path":"/metadata/annotations/${ASLEEP_ANNOTATION.replace('/', '~1')}"}'

fall_asleep() {
  case $since in
    "$night") if [ "$before" != woken ]; then change "$(mark woken)"; fi ;;
    *) if [ "$now" -lt $((night + ${FALLING_ASLEEP})) ]; then change "$(mark "$replicas"),$(scaled 0)"; fi ;;
  esac
}
wake() {
  case $replicas:$before in
    0:[1-9] | 0:[1-9][0-9] | 0:[1-9][0-9][0-9]) change "$(scaled "$before"),$unmarked" ;;
    *) change "$unmarked" ;;
  esac
}

found=$(kubectl get deployments.apps,statefulsets.apps --namespace="$place" \\
  --output=go-template-file=${SCRIPT_FOLDER}/${TEMPLATE})
failed=0
while read -r workload replicas version annotated stays asleep; do
  if [ "$workload" = '' ]; then continue; fi
  asleep=\${asleep#\\"}
  asleep=\${asleep%\\"}
  before=\${asleep%@*}
  since=\${asleep##*@}
  case $since in '' | *[!0-9]*) before=unknown ;; esac
  if [ "$night" = none ] || [ "$stays" = awake ]; then
    if [ "$asleep" != - ]; then wake || failed=1; fi
  elif [ "$replicas" -gt 0 ]; then
    fall_asleep || failed=1
  fi
done <<END
$found
END
exit "$failed"
`;

const ASLEEP = `{{with index . "${ASLEEP_ANNOTATION}"}}{{printf "%q" .}}{{else}}-{{end}}`;
const STAYS = `{{with index . "${SLEEP_ANNOTATION}"}}{{if eq . "never"}}awake{{else}}-{{end}}{{else}}-{{end}}`;
/** A line for each workload; what somebody may have written freely comes last, and quoted. */
const WORKLOADS =
  '{{range .items}}{{.kind}}/{{.metadata.name}} {{.spec.replicas}} {{.metadata.resourceVersion}} ' +
  `{{with .metadata.annotations}}yes ${STAYS} ${ASLEEP}{{else}}no - -{{end}}\n{{end}}`;

export interface PlaceSleepProps {
  readonly image: string;
  /** When places sleep, in seconds since 1970. */
  readonly nights: readonly SecondsSpan[];
  readonly places: readonly { readonly namespace: string; readonly awake: readonly SecondsSpan[] }[];
  readonly placement: Fields;
}

export interface SecondsSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Scales what tenants run to zero at night and back in the morning, exactly to what it was. Its account holds its role
 * in places that bind it, each by itself, and a policy of admission keeps it to replicas and one annotation.
 */
export class PlaceSleep extends Construct {
  constructor(scope: Construct, id: string, { image, nights, places, placement }: PlaceSleepProps) {
    super(scope, id);
    new ScheduledScript(this, 'Resource', {
      name: PLACE_SLEEP,
      image,
      everyMinutes: 15,
      files: {
        nights: nights.map(({ from, to }) => `${from} ${to}\n`).join(''),
        places: places
          .map(({ namespace, awake }) => `${namespace}:${awake.map(spanText).join(',')}\n`)
          .join(''),
        [ALL!]: ALL_SCRIPT,
        [EACH!]: EACH_SCRIPT,
        [TEMPLATE!]: WORKLOADS,
      },
      script: ALL!,
      rules: [
        { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['get', 'list', 'patch'] },
      ],
      holds: 'where bound',
      placement,
    });
  }
}

const spanText = ({ from, to }: SecondsSpan): string => `${from}-${to}`;
