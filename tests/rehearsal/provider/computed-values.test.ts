import { withComputed, withDefaults, withoutUnknowns } from '../../../src/rehearsal/provider/computed-values';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { attribute, nestedBlock, schemaOf } from '../schema/sample-schema';

const SCHEMA = schemaOf({
  attributes: [
    attribute('class', 'string'),
    attribute('id', 'string', 'optional computed'),
    attribute('name', 'string', 'required'),
    attribute('url', 'string', 'computed'),
  ],
  blocks: [
    nestedBlock(
      'pool',
      'list',
      [attribute('disk', 'number', 'optional computed')],
      [nestedBlock('taint', 'set', [attribute('effect', 'string'), attribute('uid', 'string', 'computed')])],
    ),
    nestedBlock('timeouts', 'single', [attribute('create', 'string', 'optional computed')]),
  ],
});
const DEFAULTS = { class: 'STANDARD', 'pool.disk': 100, 'pool.taint.effect': 'NO_SCHEDULE' };

describe('What the provider adds to a configuration', () => {
  test('a default comes first, then "known after apply" for what it computes, then nothing', () => {
    expect(withComputed({ name: 'labs' }, SCHEMA, DEFAULTS)).toEqual({
      name: 'labs',
      class: 'STANDARD',
      id: UNKNOWN,
      url: UNKNOWN,
      pool: [],
      timeouts: null,
    });
    expect(withComputed({ class: null }, SCHEMA, { url: 'gs://' })).toMatchObject({
      class: null,
      url: 'gs://',
    });
  });

  test('what is written stays, zeros too', () => {
    expect(withComputed({ class: '', id: 'own' }, SCHEMA, DEFAULTS)).toMatchObject({ class: '', id: 'own' });
  });

  test('inside blocks it is the same, at every depth and for each', () => {
    const given = { pool: [{ taint: [{}, { effect: 'NO_EXECUTE' }] }, { disk: 10 }], timeouts: {} };
    expect(withComputed(given, SCHEMA, DEFAULTS)).toMatchObject({
      pool: [
        {
          disk: 100,
          taint: [
            { effect: 'NO_SCHEDULE', uid: UNKNOWN },
            { effect: 'NO_EXECUTE', uid: UNKNOWN },
          ],
        },
        { disk: 10, taint: [] },
      ],
      timeouts: { create: UNKNOWN },
    });
  });

  test('blocks that are not known yet stay so', () => {
    expect(withComputed({ pool: UNKNOWN, timeouts: UNKNOWN }, SCHEMA, DEFAULTS)).toMatchObject({
      pool: UNKNOWN,
      timeouts: UNKNOWN,
    });
  });

  test('its defaults alone leave open what is computed', () => {
    expect(
      withDefaults({ pool: [{ taint: [{}] }] }, SCHEMA, { class: 'STANDARD', 'pool.disk': 100 }),
    ).toEqual({
      name: null,
      class: 'STANDARD',
      id: null,
      url: null,
      pool: [{ disk: 100, taint: [{ effect: null, uid: null }] }],
      timeouts: null,
    });
  });
});

describe('What is still unknown when the work is done', () => {
  const typed = schemaOf({
    attributes: [
      attribute('text', 'string'),
      attribute('count', 'number'),
      attribute('on', 'bool'),
      attribute('list', ['list', 'string']),
      attribute('set', ['set', 'string']),
      attribute('map', ['map', 'string']),
      attribute('object', ['object', { a: 'string' }]),
      {
        ...attribute('metadata', 'string'),
        nested: { nesting: 'single', attributes: [attribute('revision', 'number')] },
      },
    ],
  });

  test('is something empty of its type', () => {
    const all = Object.fromEntries(typed.attributes.map(({ name }) => [name, UNKNOWN]));
    expect(withoutUnknowns(all, typed)).toEqual({
      text: '',
      count: 0,
      on: false,
      list: [],
      set: [],
      map: {},
      object: null,
      metadata: null,
    });
  });

  test('is so inside of lists, maps, objects and attributes too, and the rest stays', () => {
    const given = {
      text: 'a',
      list: ['a', UNKNOWN],
      map: { a: '1', b: UNKNOWN },
      object: { a: UNKNOWN },
      metadata: { revision: UNKNOWN },
    };
    expect(withoutUnknowns(given, typed)).toMatchObject({
      text: 'a',
      count: null,
      list: ['a', ''],
      map: { a: '1', b: '' },
      object: { a: '' },
      metadata: { revision: 0 },
    });
  });

  test('is so beside what the schema does not have, which stays to be refused', () => {
    expect(withoutUnknowns({ name: 'a', nmae: 'b', pool: [{ dsik: 1 }] }, SCHEMA)).toMatchObject({
      nmae: 'b',
      pool: [{ dsik: 1 }],
    });
  });

  test('is so inside of blocks, and a whole unknown block is none', () => {
    const given = { pool: [{ disk: UNKNOWN, taint: [{ uid: UNKNOWN }] }], timeouts: UNKNOWN };
    expect(withoutUnknowns(given, SCHEMA)).toMatchObject({
      pool: [{ disk: 0, taint: [{ uid: '' }] }],
      timeouts: null,
    });
    expect(withoutUnknowns({ pool: UNKNOWN, timeouts: { create: UNKNOWN } }, SCHEMA)).toMatchObject({
      pool: [],
      timeouts: { create: '' },
    });
  });
});
