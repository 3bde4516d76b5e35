import fc from 'fast-check';
import type { PlannedChange } from '../../../src/rehearsal/provider/plan-change';
import { planChange } from '../../../src/rehearsal/provider/plan-change';
import type { Attributes, Value } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { BUCKET_SCHEMA, bucketKind } from './sample-bucket';

const KIND = bucketKind();
const CONFIG: Attributes = { name: 'labs', location: 'US' };

/** A bucket as Terraform remembers it. */
const PRIOR: Attributes = {
  id: 'labs',
  labels: null,
  location: 'US',
  name: 'labs',
  owners: ['ada', 'ines'],
  project: 'w255',
  ratio: null,
  seconds: 90,
  storage_class: 'STANDARD',
  url: 'gs://labs',
  placement: [{ zone: 'us-west1-b', rack: 'rack-1' }],
  rule: [
    { port: 80, log: false, rule_id: 'rule-80' },
    { port: 443, log: true, rule_id: 'rule-443' },
  ],
  soft_delete: [{ days: 7 }],
  timeouts: null,
};

/** Terraform's memory with what the configuration says now; both are asked about. */
function change(wanted: Attributes, config: Attributes = wanted): PlannedChange {
  const proposed = { ...PRIOR, ...wanted };
  const asked = { ...PRIOR, ...config };
  return planChange(KIND, BUCKET_SCHEMA, { prior: PRIOR, proposed, config: asked, provider: {} });
}

const create = (config: Attributes, provider: Attributes = {}): PlannedChange =>
  planChange(KIND, BUCKET_SCHEMA, { prior: null, proposed: config, config, provider });

describe('A creation', () => {
  test('is planned with defaults, and with what is known after apply', () => {
    expect(create({ ...CONFIG, placement: [{}], rule: [{ port: 80 }] })).toEqual({
      replaces: [],
      planned: {
        ...CONFIG,
        id: UNKNOWN,
        labels: null,
        owners: null,
        project: UNKNOWN,
        ratio: null,
        seconds: 60,
        storage_class: 'STANDARD',
        url: UNKNOWN,
        placement: [{ zone: 'us-west1-a', rack: UNKNOWN }],
        rule: [{ port: 80, log: null, rule_id: UNKNOWN }],
        soft_delete: [],
        timeouts: null,
      },
    });
  });

  test('knows at once what the kind knows of it', () => {
    expect(create(CONFIG, { project: 'w255' }).planned['project']).toBe('w255');
    expect(create({ ...CONFIG, project: 'own' }, { project: 'w255' }).planned['project']).toBe('own');
  });
});

describe('What changes nothing is planned as exactly what was', () => {
  test.each<[string, Attributes]>([
    ['no word changed', {}],
    ['zeros that were not written', { labels: {}, ratio: 0 }],
    ['a set of texts in another order', { owners: ['ines', 'ada'] }],
    ['a set of blocks in another order', { rule: [...(PRIOR['rule'] as Value[])].reverse() }],
    [
      'a zero inside a block',
      { rule: [{ port: 80, log: null, rule_id: 'rule-80' }, (PRIOR['rule'] as Value[])[1]!] },
    ],
    [
      'what the provider computes, left out inside a block',
      { placement: [{ zone: 'us-west1-b', rack: null }] },
    ],
    ['what has a default, left out', { storage_class: null }],
    ['blocks that the provider fills, left out', { soft_delete: [] }],
  ])('%s', (_, wanted) => {
    const { planned, replaces } = change(wanted);
    expect(planned).toBe(PRIOR);
    expect(replaces).toEqual([]);
  });

  test('a number that a double does not hold, as text and as number', () => {
    const prior = { ...PRIOR, ratio: '0.1' };
    const again = { prior, proposed: { ...prior, ratio: 0.1 }, config: prior, provider: {} };
    expect(planChange(KIND, BUCKET_SCHEMA, again).planned).toBe(prior);
  });

  test('whatever was remembered', () => {
    const owners = fc.uniqueArray(fc.string({ minLength: 1 }));
    const labels = fc.oneof(fc.constant(null), fc.dictionary(fc.string(), fc.string()));
    const remembered = fc.record({ owners, labels, ratio: fc.oneof(fc.constant(null), fc.integer()) });
    fc.assert(
      fc.property(remembered, (some) => {
        const prior = { ...PRIOR, ...some };
        const proposed = { ...prior, owners: [...some.owners].reverse() };
        const { planned } = planChange(KIND, BUCKET_SCHEMA, {
          prior,
          proposed,
          config: proposed,
          provider: {},
        });
        expect(planned).toBe(prior);
      }),
    );
  });
});

describe('An update', () => {
  test('keeps what the provider computed, and what it filled in', () => {
    expect(change({ labels: { team: 'a' } })).toEqual({
      planned: { ...PRIOR, labels: { team: 'a' } },
      replaces: [],
    });
  });

  test('takes away what has no default and is not computed', () => {
    expect(change({ owners: null }).planned['owners']).toBeNull();
  });

  test('goes back to the default of what is no longer written', () => {
    const prior = { ...PRIOR, storage_class: 'NEARLINE' };
    const proposed = { ...prior, storage_class: null };
    const { planned } = planChange(KIND, BUCKET_SCHEMA, { prior, proposed, config: proposed, provider: {} });
    expect(planned).toEqual(PRIOR);
  });

  test('changes a block that the provider fills as soon as it is written', () => {
    expect(change({ soft_delete: [{ days: 0 }] }).planned['soft_delete']).toEqual([{ days: 0 }]);
    expect(change({ soft_delete: UNKNOWN }).planned['soft_delete']).toBe(UNKNOWN);
  });

  test('removes a block that the provider does not fill', () => {
    expect(change({ rule: [] }).planned['rule']).toEqual([]);
  });

  test('computes anew inside a block that is new, and keeps its neighbours', () => {
    const [first, second] = PRIOR['rule'] as readonly Attributes[];
    const third = { port: 22, log: null, rule_id: null };
    expect(change({ rule: [second!, third, first!] }).planned['rule']).toEqual([
      second,
      { ...third, rule_id: UNKNOWN },
      first,
    ]);
    const prior = { ...PRIOR, placement: [] };
    const proposed = { ...prior, placement: [{ zone: 'us-west1-b', rack: null }] };
    const { planned } = planChange(KIND, BUCKET_SCHEMA, { prior, proposed, config: proposed, provider: {} });
    expect(planned['placement']).toEqual([{ zone: 'us-west1-b', rack: UNKNOWN }]);
  });
});

describe('A replacement', () => {
  test.each<[readonly string[], Attributes]>([
    [['location'], { location: 'EU' }],
    [['name', 'location'], { location: 'EU', name: 'labs-2' }],
    [['location'], { location: UNKNOWN }],
    [['placement'], { placement: [{ zone: 'us-west1-c', rack: 'rack-1' }] }],
    [['placement'], { placement: [] }],
  ])('is planned for %j: %j', (names, wanted) => {
    expect(change(wanted).replaces).toEqual(names);
  });

  test.each<[string, Attributes]>([
    ['a neighbour inside the block', { placement: [{ zone: 'us-west1-b', rack: 'rack-2' }] }],
    ['another attribute', { storage_class: 'NEARLINE' }],
    ['a set in another order beside a change', { owners: ['ines', 'ada'], storage_class: 'NEARLINE' }],
  ])('is not planned for %s', (_, wanted) => {
    expect(change(wanted).replaces).toEqual([]);
  });

  test('is planned for what the kind cannot change in this way, and in another way it can', () => {
    const kind = bucketKind({
      forceNew: ['placement.zone'],
      replaceWhen: (planned, prior) =>
        Number(planned['seconds']) < Number(prior['seconds']) ? ['seconds', 'placement'] : [],
    });
    const replaced = (wanted: Attributes): readonly string[] => {
      const proposed = { ...PRIOR, ...wanted };
      return planChange(kind, BUCKET_SCHEMA, { prior: PRIOR, proposed, config: proposed, provider: {} })
        .replaces;
    };
    expect(replaced({ seconds: 91 })).toEqual([]);
    expect(replaced({ seconds: 89 })).toEqual(['seconds', 'placement']);
    expect(replaced({ seconds: 89, placement: [{ zone: 'a' }] })).toEqual(['placement', 'seconds']);
  });

  test('names each block once, and only what differs in meaning', () => {
    const kind = bucketKind({ forceNew: ['labels', 'owners', 'ratio', 'placement.zone', 'placement.rack'] });
    const replaced = (wanted: Attributes): readonly string[] =>
      planChange(kind, BUCKET_SCHEMA, {
        prior: PRIOR,
        proposed: { ...PRIOR, ...wanted },
        config: wanted,
        provider: {},
      }).replaces;
    expect(replaced({ storage_class: 'X', labels: {}, owners: ['ines', 'ada'], ratio: 0 })).toEqual([]);
    expect(replaced({ placement: [{ zone: 'a', rack: 'b' }] })).toEqual(['placement']);
    expect(replaced({ labels: { a: '1' }, owners: ['ada'], ratio: '0.1' })).toEqual([
      'labels',
      'owners',
      'ratio',
    ]);
  });
});
