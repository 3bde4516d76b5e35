/**
 * Patterns of the ids that `terraform import` takes, each written with the attributes in braces:
 * `projects/{project}/global/networks/{name}`.
 */
export function importPatterns(...templates: readonly string[]): readonly RegExp[] {
  return templates.map((template) => {
    const pattern = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    return new RegExp(`^${pattern}$`);
  });
}
