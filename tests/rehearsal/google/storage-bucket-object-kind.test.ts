import { storageBucketKind } from '../../../src/rehearsal/google/storage-bucket-kind';
import { storageBucketObjectKind as kind } from '../../../src/rehearsal/google/storage-bucket-object-kind';
import { make, problems, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const OBJECT = { bucket: 'w255-data', name: 'notes/one.txt', content: 'hello' };

test('An object has its hash, and is in the project of its bucket', () => {
  const cloud = emptyLab();
  make(cloud, storageBucketKind, { project: PROJECT_ID, name: 'w255-data', location: 'us-west1' });
  expect(make(cloud, kind, OBJECT)).toMatchObject({
    id: 'w255-data-notes/one.txt',
    md5hash: 'XUFAKrxLKna5cZ2REBfFkg==',
    md5hexhash: '5d41402abc4b2a76b9719d911017c592',
    self_link: 'https://www.googleapis.com/storage/v1/b/w255-data/o/notes%2Fone.txt',
  });
  expect(cloud.find(kind.assetName!(OBJECT))).toMatchObject({
    project: PROJECT_ID,
    parent: '//storage.googleapis.com/w255-data',
    type: 'storage.googleapis.com/Object',
  });
});

test('An object needs its bucket, and content or source', () => {
  expect(refusal(() => make(emptyLab(), kind, OBJECT))).toBe("404 The resource 'w255-data' was not found");
  expect(problems(kind, { ...OBJECT, source: 'one.txt' })).toEqual([
    'content: one of [content, source] must be written, content and source are written',
  ]);
});
