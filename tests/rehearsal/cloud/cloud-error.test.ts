import {
  CloudError,
  alreadyExists,
  failedPrecondition,
  forbidden,
  invalid,
  notFound,
} from '../../../src/rehearsal/cloud/cloud-error';

test.each<[CloudError, string]>([
  [notFound('no'), 'googleapi: Error 404: no, notFound'],
  [alreadyExists('no'), 'googleapi: Error 409: no, alreadyExists'],
  [invalid('no'), 'googleapi: Error 400: no, badRequest'],
  [forbidden('no'), 'googleapi: Error 403: no, forbidden'],
  [failedPrecondition('no'), 'googleapi: Error 400: no, failedPrecondition'],
])('A refusal is printed as the provider prints it: %s', (error, text) => {
  expect(error).toBeInstanceOf(CloudError);
  expect(error.text).toBe(text);
});
