import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import type { Json, JsonMap } from '../../../src/prover/json-value';
import { at, listAt, textAt, textsAt } from '../../../src/prover/json-value';
import { edited, extended, stripped } from './edits';
import type { Weakening } from './weakening';
import { leftOut } from './weakening';

const TEMPLATE = ['spec', 'template'];
const OF_CRON_JOB = ['spec', 'jobTemplate', 'spec', 'template'];

/** What makes an argument let in more: all addresses for one, another right, another way. */
const WIDER: readonly (readonly [RegExp, string])[] = [
  [/^(--?[a-z.-]*listen-address)=127\.0\.0\.1:/, '$1=0.0.0.0:'],
  [/^(--upstream=http:\/\/127\.0\.0\.1):909[12]/, '$1:9090'],
  [/^(--upstream=http:\/\/127\.0\.0\.1):9092/, '$1:9091'],
  [/^--auth-token-audiences=.*/, '--auth-token-audiences='],
  [/^--allow-paths=(.*)/, '--allow-paths=$1,/api/v1/admin/*/*'],
  [/^--config-file=(.*)\/tenants\.yaml/, '--config-file=$1/staff.yaml'],
  [/^-label=namespace/, '-label=place'],
  [/^-header-name=/, '-query-param='],
];
/** Arguments that let in more by being there. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  prometheus: ['--web.enable-lifecycle', '--web.enable-admin-api', '--web.enable-remote-write-receiver'],
  'tenants-proxy': ['--ignore-paths=/api/v1/query', '--insecure-listen-address=0.0.0.0:8080'],
  'staff-proxy': ['--ignore-paths=/api/v1/query'],
  'query-guard': [],
  'label-enforcer': ['-error-on-replace=false', '-unsafe-passthrough-paths=/api/v1/read'],
};
/** Arguments that fence: without any other less works, and no more. */
const FENCES =
  /listen-address|upstream|config-file|audiences|allow-paths|-label=|-header-name|max-samples|query\.timeout|retention\.size/;

/** A program of the monitoring that listens to more, holds more, or passes for another. */
export function weakenProgram(object: JsonMap): readonly Weakening[] {
  const template = object['kind'] === 'CronJob' ? OF_CRON_JOB : TEMPLATE;
  const spec = [...template, 'spec'];
  const containers = listAt(object, ...spec, 'containers');
  const isQuiet = at(object, ...spec, 'automountServiceAccountToken') === false;
  return [
    leftOut,
    ...containers.flatMap((container, index) =>
      weakenArguments(object, container, [...spec, 'containers', index, 'args']),
    ),
    ...(textAt(object, 'metadata', 'name') === 'prometheus'
      ? [
          {
            what: 'with a container more beside it',
            object: extended(object, [...spec, 'containers'], { name: 'shell', image: 'busybox' }),
          },
        ]
      : []),
    // In a place of a tenant no policy asks for a label of pods.
    ...(textAt(object, 'metadata', 'namespace') === MONITORING_NAMESPACE
      ? [
          {
            what: 'under the name of another program',
            object: edited(object, [...template, 'metadata', 'labels', 'app.kubernetes.io/name'], 'another'),
          },
        ]
      : []),
    {
      what: 'with the account of another program',
      object: edited(object, [...spec, 'serviceAccountName'], 'toolkit-windows'),
    },
    ...(isQuiet
      ? [
          {
            what: 'with a token for the API',
            object: edited(object, [...spec, 'automountServiceAccountToken'], true),
          },
        ]
      : []),
    ...weakenTokens(object, spec),
  ];
}

function weakenArguments(
  object: JsonMap,
  container: Json,
  path: readonly (string | number)[],
): readonly Weakening[] {
  const name = textAt(container, 'name') ?? '';
  const args = textsAt(container, 'args');
  if (MORE[name] === undefined) return [];
  return [
    ...args.flatMap((arg, index) => [
      ...(FENCES.test(arg)
        ? [{ what: `${name} without ${arg}`, object: stripped(object, [...path, index]) }]
        : []),
      ...WIDER.filter(([narrow]) => narrow.test(arg)).map(([narrow, wide]) => ({
        what: `${name} with ${arg.replace(narrow, wide)}`,
        object: edited(object, [...path, index], arg.replace(narrow, wide)),
      })),
    ]),
    ...MORE[name].map((arg) => ({ what: `${name} with ${arg} too`, object: extended(object, path, arg) })),
    {
      what: `${name} with a program of its own`,
      object: edited(object, [...path.slice(0, -1), 'command'], ['/bin/sh']),
    },
  ];
}

/** Tokens for the audience of the metrics alone. */
function weakenTokens(object: JsonMap, spec: readonly string[]): readonly Weakening[] {
  return listAt(object, ...spec, 'volumes').flatMap((volume, index) =>
    listAt(volume, 'projected', 'sources').map((_, source) => ({
      what: 'with a token that opens the API too',
      object: stripped(object, [
        ...spec,
        'volumes',
        index,
        'projected',
        'sources',
        source,
        'serviceAccountToken',
        'audience',
      ]),
    })),
  );
}
