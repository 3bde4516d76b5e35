import parse from 'spdx-expression-parse';
import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { IMAGE_LICENCES } from '../../../src/core/catalogue/image-licences';

const isOnTheList = (licence: string): boolean => {
  try {
    parse(licence);
    return true;
  } catch {
    return false;
  }
};

test.each([...TOOLKITS.map(({ id, licence }) => [id, licence] as const), ...Object.entries(IMAGE_LICENCES)])(
  'The licence of %s, %s, is an expression of ids on the list of SPDX',
  (_, licence) => expect(isOnTheList(licence)).toBe(true),
);

test.each(['Apache 2.0', 'Apache-2', 'GPL-3', 'free for all, mostly', 'MIT AND', 'NOASSERTION'])(
  'What is not on the list is noticed: %s',
  (licence) => expect(isOnTheList(licence)).toBe(false),
);
