import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import type { ConfigProblem } from '../provider/resource-kind';
import { blocksAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { tryParseRange } from './address-range';
import {
  COMPUTE_API,
  COMPUTE_NAME,
  COMPUTE_NAME_FORM,
  computeIdentity,
  globalName,
  networkOf,
} from './compute-resource';
import { fillIn } from './filled-values';
import {
  expectBetween,
  expectExactlyOne,
  expectForm,
  expectNotWith,
  expectOneOf,
  isWritten,
} from './config-checks';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { notThere } from './resource-in-use';

const nameOf = globalName('firewalls');

const SOURCES = ['source_ranges', 'source_tags', 'source_service_accounts'];

/** A firewall rule of a network. */
export const computeFirewallKind = assetKind({
  type: 'google_compute_firewall',
  assetType: 'compute.googleapis.com/Firewall',
  api: COMPUTE_API,
  forceNew: ['name', 'project', 'network', 'direction'],
  defaults: { priority: 1000 },
  latency: LATENCY.computeResource,
  checks: [
    'Its network stands.',
    'It allows or denies, not both; what comes in has a source; ranges are written in CIDR notation; protocol "all" has no ports.',
  ],
  ignores: ['Which packets the rules of a network let through, and in which order.'],
  name: nameOf,
  parent: networkOf,
  importIds: importPatterns('projects/{project}/global/firewalls/{name}', '{project}/{name}', '{name}'),
  validate: (config) => [
    ...expectForm(config, 'name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectExactlyOne(config, ['allow', 'deny']),
    ...expectOneOf(config, 'direction', ['INGRESS', 'EGRESS']),
    ...expectBetween(config, 'priority', 0, 65535),
    ...expectOneOf(config, 'log_config.metadata', ['EXCLUDE_ALL_METADATA', 'INCLUDE_ALL_METADATA']),
    ...expectNotWith(config, 'source_service_accounts', ['source_tags', 'target_tags']),
    ...expectNotWith(config, 'target_service_accounts', ['source_tags', 'target_tags']),
    ...expectSource(config),
  ],
  check: (attributes, operation) => {
    const network = networkOf(attributes, operation.provider);
    operation.need(network, notThere(network));
    for (const field of ['source_ranges', 'destination_ranges']) checkRanges(attributes, field);
    for (const rule of [...blocksAt(attributes, 'allow'), ...blocksAt(attributes, 'deny')]) {
      if (textAt(rule, 'protocol') !== 'all' || textsAt(rule, 'ports').length === 0) continue;
      throw invalid("Invalid value for field 'resource.allowed[0].ports': protocol 'all' takes no ports");
    }
  },
  computed: (attributes, operation) => ({
    ...computeIdentity(nameOf(attributes, operation.provider), attributes, operation),
    ...fillIn(attributes, {
      direction: 'INGRESS',
      destination_ranges: [],
      enable_logging: isWritten(attributes, 'log_config'),
    }),
  }),
});

function expectSource(config: Attributes): readonly ConfigProblem[] {
  if (textAt(config, 'direction') === 'EGRESS' || SOURCES.some((name) => isWritten(config, name))) return [];
  return [
    {
      path: ['source_ranges'],
      message: 'one of source_tags, source_ranges, or source_service_accounts must be defined',
    },
  ];
}

function checkRanges(attributes: Attributes, field: string): void {
  const wrong = textsAt(attributes, field).find(
    (range) =>
      !range.includes(':') && tryParseRange(range.includes('/') ? range : `${range}/32`) === undefined,
  );
  if (wrong === undefined) return;
  const name = field.replace(/_r/, 'R');
  throw invalid(
    `Invalid value for field 'resource.${name}': '${wrong}'. Must be a valid IP range in CIDR notation`,
  );
}
