import type { ScanPage } from '../../../src/core/scans/missing-pages';
import { beforeMissingPages } from '../../../src/core/scans/missing-pages';

const page = (file: string, project: string | undefined, isLast: boolean): ScanPage => ({
  file,
  isLast,
  ...(project === undefined ? {} : { project }),
});

const CASES: readonly (readonly [what: string, missing: readonly string[], ...pages: ScanPage[]])[] = [
  ['All pages of a project are there', [], page('a-1.json', 'a', false), page('a-2.json', 'a', true)],
  ['The last page of a project is missing', ['a-1.json'], page('a-1.json', 'a', false)],
  [
    'The last page of another project does not stand for it, and the file is named that it should follow',
    ['b-2.json'],
    page('a-1.json', 'a', true),
    page('b-1.json', 'b', false),
    page('b-2.json', 'b', false),
  ],
  [
    'Each project that lacks its last page is named',
    ['a-1.json', 'b-1.json'],
    page('a-1.json', 'a', false),
    page('b-1.json', 'b', false),
  ],
  [
    'A last page with nothing in it is of the project whose files are called like it',
    ['a-1.json'],
    page('a-1.json', 'a', false),
    page('b-1.json', '123456', false),
    page('b-2.json', undefined, true),
  ],
  [
    'A last page with nothing in it and a name of its own is of whichever project lacks one',
    [],
    page('a-1.json', 'a', false),
    page('rest.json', undefined, true),
  ],
  [
    'A page with nothing in it may have more after it',
    ['a-1.json'],
    page('a-1.json', undefined, false),
    page('b-1.json', 'b', true),
  ],
];

test.each(CASES.map(([what, missing, ...pages]) => ({ what, missing, pages })))(
  '$what',
  ({ missing, pages }) => {
    expect(beforeMissingPages(pages)).toEqual(missing);
  },
);
