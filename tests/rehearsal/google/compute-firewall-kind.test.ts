import { computeFirewallKind as kind } from '../../../src/rehearsal/google/compute-firewall-kind';
import { make, problems, refusal } from './foundation-cloud';
import { NETWORK_LINK, PROJECT_ID, emptyLab, labCloud } from './lab-cloud';

const RULE = {
  project: PROJECT_ID,
  name: 'labs-deny-all',
  network: NETWORK_LINK,
  priority: 65534,
  source_ranges: ['0.0.0.0/0'],
  deny: [{ protocol: 'all' }],
};

test('A rule has its links, and what Google fills in', () => {
  expect(
    make(labCloud(), kind, { ...RULE, log_config: [{ metadata: 'EXCLUDE_ALL_METADATA' }] }),
  ).toMatchObject({
    id: 'projects/w255-c1/global/firewalls/labs-deny-all',
    self_link: 'https://www.googleapis.com/compute/v1/projects/w255-c1/global/firewalls/labs-deny-all',
    direction: 'INGRESS',
    enable_logging: true,
  });
});

test('A rule needs its network', () => {
  expect(refusal(() => make(emptyLab(), kind, RULE))).toBe(
    "404 The resource 'projects/w255-c1/global/networks/labs' was not found",
  );
});

test('A rule allows or denies, and what comes in has a source', () => {
  expect(
    problems(kind, { ...RULE, source_ranges: null, allow: [{ protocol: 'tcp' }], priority: 70000 }),
  ).toEqual([
    'allow: one of [allow, deny] must be written, allow and deny are written',
    'priority: expected priority to be in the range (0 - 65535), got 70000',
    'source_ranges: one of source_tags, source_ranges, or source_service_accounts must be defined',
  ]);
  expect(problems(kind, { ...RULE, source_ranges: null, direction: 'EGRESS' })).toEqual([]);
});

test('Google refuses ranges that are none, and ports of every protocol', () => {
  expect(refusal(() => make(labCloud(), kind, { ...RULE, source_ranges: ['10.0.0.1/8'] }))).toBe(
    "400 Invalid value for field 'resource.sourceRanges': '10.0.0.1/8'. Must be a valid IP range in CIDR notation",
  );
  expect(refusal(() => make(labCloud(), kind, { ...RULE, deny: [{ protocol: 'all', ports: ['80'] }] }))).toBe(
    "400 Invalid value for field 'resource.allowed[0].ports': protocol 'all' takes no ports",
  );
  expect(make(labCloud(), kind, { ...RULE, source_ranges: ['10.0.0.1', 'fd00::/8'] })).toMatchObject({
    priority: 65534,
  });
});
