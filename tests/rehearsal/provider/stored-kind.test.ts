import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import { storedKind } from '../../../src/rehearsal/provider/stored-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { attribute, schemaOf } from '../schema/sample-schema';
import { projectCloud, refusal } from './sample-cloud';

const SCHEMA = schemaOf({
  attributes: [
    attribute('display_name', 'string'),
    attribute('id', 'string', 'optional computed'),
    attribute('name', 'string', 'optional'),
    attribute('ports', ['set', 'string'], 'required'),
    attribute('project', 'string', 'optional computed'),
    attribute('topic', 'string', 'required'),
  ],
});
const KIND = storedKind('google_widget', SCHEMA);
const PLANNED: Attributes = {
  id: UNKNOWN,
  name: 'a/b',
  project: 'w255',
  topic: 't',
  ports: ['1'],
  display_name: 'A',
};

test('A type that is known by its schema alone is kept under what identifies it, and given back', () => {
  const cloud = projectCloud();
  const made = KIND.create(PLANNED, directOperation(cloud)) as Attributes;
  expect(made).toEqual({ ...PLANNED, id: 'w255/a%2Fb/t' });
  expect(cloud.find('//google_widget/w255/a%2Fb/t')).toMatchObject({
    type: 'rehearsal/google_widget',
    project: 'w255',
    data: made,
  });
  const changed = KIND.update({ ...made, display_name: 'B' }, made, directOperation(cloud));
  expect(KIND.read(made, directOperation(cloud))).toEqual(changed);
  KIND.delete(made, directOperation(cloud));
  expect(KIND.read(made, directOperation(cloud))).toBeUndefined();
});

test('An id that the configuration gives stays', () => {
  expect(KIND.create({ ...PLANNED, id: 'own' }, directOperation(projectCloud()))).toMatchObject({
    id: 'own',
  });
});

test('A name is taken once among those of the same place', async () => {
  const cloud = projectCloud();
  KIND.create(PLANNED, directOperation(cloud));
  KIND.create({ ...PLANNED, topic: 'u' }, directOperation(cloud));
  expect(await refusal(() => KIND.create({ ...PLANNED, display_name: 'C' }, directOperation(cloud)))).toBe(
    'googleapi: Error 409: w255/a%2Fb/t already exists, alreadyExists',
  );
});

test('What has no name of its own may be there twice', () => {
  const cloud = projectCloud();
  const ids = [1, 2, 3].map(() => KIND.create({ ...PLANNED, name: UNKNOWN }, directOperation(cloud)));
  expect(ids).toMatchObject([{ id: 'w255/t' }, { id: 'w255/t/2' }, { id: 'w255/t/3' }]);
  KIND.delete(ids[1] as Attributes, directOperation(cloud));
  expect(cloud.list().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['//google_widget/w255/t', '//google_widget/w255/t/3']),
  );
  expect(cloud.tryFind('//google_widget/w255/t/2')).toBeUndefined();
});

test('It says of itself that only its schema is checked', () => {
  expect(KIND.checks).toEqual(['names and types of attributes, as the provider’s schema says']);
  expect(KIND.ignores).toEqual(['everything else']);
  expect(KIND.validate(PLANNED)).toEqual([]);
});
