import type { Finding, Step } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import { blockAt, quoted } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import type { MeantSetting } from '../terraform/meant-settings';

/** A finding about what all tenants of a cluster share. */
export const clusterFinding = (sentence: string, step: Step, pairs = 1): Finding => ({
  aspect: 'clusters',
  kind: 'guard',
  from: ANY_TENANT,
  to: EVERYONE_ELSE,
  sentence,
  path: [step],
  pairs,
});

/** Settings of a resource that are not made as they are meant. */
export function settingFindings(
  resource: CloudResource,
  settings: readonly MeantSetting[],
  pairs = 1,
): readonly Finding[] {
  return settings.flatMap(({ path, allowed, otherwise }) => {
    const value = blockAt(resource.body, ...path);
    if (allowed.some((each) => each === value)) return [];
    const key = path.join('.');
    const sentence = `Unless ${key} is ${allowed.map(quoted).join(' or ')}, ${otherwise}`;
    return [clusterFinding(sentence, stepIn(resource, `says ${key}: ${quoted(value)}`), pairs)];
  });
}
