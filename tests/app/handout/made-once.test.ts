import fc from 'fast-check';
import { placeOf } from '../../../src/app/handout/toolkit-sections';
import { madeOnce } from '../../../src/app/handout/made-once';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { allToolkitsPlan } from '../../core/all-toolkits';

interface Place {
  readonly name: string;
  readonly size: number;
  readonly host?: string;
}

/** Something that looks at other fields of a place from place to place. */
const words = (place: Place): string => {
  if (place.size > 2) return `large, ${'host' in place ? place.host! : 'nowhere'}`;
  if (place.size > 1) return JSON.stringify({ ...place });
  return place.size > 0 ? `small ${place.name}` : 'nothing';
};

const place = fc.record(
  {
    name: fc.constantFrom('ada', 'bo'),
    size: fc.nat(3),
    host: fc.constantFrom('a.example.edu', 'b.example.edu'),
  },
  { requiredKeys: ['name', 'size'] },
);

test('What is made once is what would be made each time', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      expect(places.map(madeOnce(words))).toEqual(places.map(words));
    }),
  );
});

test('It is made again only where something that it looks at is another', () => {
  let runs = 0;
  const make = madeOnce(({ size }: Place) => {
    runs += 1;
    return size;
  });
  expect(['ada', 'bo', 'cy'].map((name) => make({ name, size: 1 }))).toEqual([1, 1, 1]);
  expect(runs).toBe(1);
  expect(make({ name: 'ada', size: 2 })).toBe(2);
  expect(runs).toBe(2);
});

test('Examples of every toolkit are the same, whosever were made before', () => {
  const { tenants } = allToolkitsPlan().shards[0]!;
  for (const toolkit of TOOLKITS) {
    const make = madeOnce(toolkit.examples);
    const places = tenants.flatMap((tenant) =>
      tenant.toolkits.filter(({ id }) => id === toolkit.id).map((use) => placeOf(tenant, use)),
    );
    expect(places.length).toBeGreaterThan(1);
    expect(places.map(make)).toEqual(places.map((each) => toolkit.examples(each)));
  }
});
