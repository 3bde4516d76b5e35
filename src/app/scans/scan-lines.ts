import type { TenantPlan } from '../../core/plan/cohort-plan';
import type { JudgedScans, ScannedImage } from '../../core/scans/scan-results';
import type { SeverityCounts } from '../../core/scans/severity';
import { SEVERITIES } from '../../core/scans/severity';
import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

/** `2 critical, 5 high`, or `nothing known`. */
export function countsText(counts: SeverityCounts): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${counts[severity]} ${severity.toLowerCase()}`,
  );
  return parts.length === 0 ? 'nothing known' : parts.join(', ');
}

/** What scans found, for people: each place with its newest image. */
export function scanLines(
  { results, strangers }: JudgedScans,
  tenants: readonly TenantPlan[],
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): readonly string[] {
  const byPlace = new Map<string, ScannedImage[]>();
  for (const image of results.images) byPlace.set(image.place, [...(byPlace.get(image.place) ?? []), image]);
  const handles = tenants.map(({ handle }) => handle).sort();
  const lines = handles.map((handle) => {
    const images = byPlace.get(handle) ?? [];
    if (images.length === 0) return `${colors.yellow('–')} ${handle}  no image`;
    const { finished, counts } = images[0]!;
    const newest = finished ? countsText(counts) : 'not scanned';
    const says = `${counted(images.length, 'image')}; the newest: ${newest}`;
    const isCritical = images.some((each) => each.counts.CRITICAL > 0);
    const mark = isCritical ? colors.red('!') : finished ? colors.green('✓') : colors.yellow('–');
    return wrapped(`${mark} ${handle}  `, says, width);
  });
  const none = handles.filter((handle) => !byPlace.has(handle)).length;
  const sum = `${counted(results.images.length, 'image')}, ${counted(none, 'place')} without one`;
  const left = `${counted(strangers, 'image')} of other registries left out: no place of this cohort has them.`;
  return [...lines, '', sum, ...(strangers === 0 ? [] : [wrapped('', left, width)])];
}
