import { celList } from '../../../constructs/k8s/cel-list';

test('texts become a list in CEL', () => {
  expect(celList(['ghcr.io', 'docker.io/library/redis'])).toBe("['ghcr.io', 'docker.io/library/redis']");
  expect(celList([])).toBe('[]');
});

test.each(["a' || true || '", 'a\\'])('a text that would end the list early is refused: %s', (text) => {
  expect(() => celList([text])).toThrow(`Not a text for a policy: ${text}`);
});
