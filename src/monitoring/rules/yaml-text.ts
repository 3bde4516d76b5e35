import { Document, Scalar, visit } from 'yaml';

/**
 * `value` as YAML that readers of 1.1 and 1.2 understand alike: every string is quoted, so that a namespace called
 * `on` stays text, and a text of several lines stands as it is.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      node.type = node.value.includes('\n') ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}
