import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetInventory } from '../../rehearsal/cloud/asset-inventory';
import type { Cloud } from '../../rehearsal/cloud/cloud';
import { jsonExact } from './journal-file';

/** Writes what stands after a step as Cloud Asset Inventory lists it: `assets/03-a-student-comes-late.json`. */
export function writeAssets(cloud: Cloud, folder: string, index: number, step: string): string {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const words = step.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const file = join(folder, 'assets', `${[String(index + 1).padStart(2, '0'), ...words].join('-')}.json`);
  // Objects in clusters are no assets of a project; the API of the cluster lists them.
  const assets = cloud
    .list()
    .filter(({ type }) => !type.startsWith('k8s.io/') && !type.startsWith('helm.sh/'));
  writeFileSync(file, `${JSON.stringify(assetInventory(assets), jsonExact, 2)}\n`);
  return file;
}
