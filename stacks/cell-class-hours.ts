import { Construct } from 'constructs';
import { ON_SYSTEM_NODES } from '../src/core/kubernetes/hardened-pod';
import { PlaceSleep } from '../constructs/k8s/monitoring/place-sleep';
import { Placeholders } from '../constructs/k8s/monitoring/placeholders';
import { PlaceSleepPolicy } from '../constructs/k8s/place-sleep-policy';
import { PINNED_IMAGES } from '../src/core/domain/pinned-images';
import type { Span } from '../src/core/domain/span';
import { epochSeconds } from '../src/core/domain/time';
import type { ClassHoursPlan } from '../src/core/plan/cohort-plan';

/** What keeps nodes ready for the classes of a cell, and puts its places to sleep at night. */
export class CellClassHours extends Construct {
  constructor(scope: Construct, id: string, { prewarm, sleep }: ClassHoursPlan) {
    super(scope, id);
    if (prewarm !== undefined)
      new Placeholders(this, 'Placeholders', {
        images: PINNED_IMAGES,
        amounts: prewarm.placeholder,
        spans: prewarm.spans.map(({ placeholders, ...span }) => ({ ...secondsOf(span), placeholders })),
        placement: ON_SYSTEM_NODES,
      });
    if (sleep === undefined) return;
    new PlaceSleepPolicy(this, 'SleepPolicy');
    new PlaceSleep(this, 'Sleep', {
      image: PINNED_IMAGES.kubectl,
      nights: sleep.nights.map(secondsOf),
      places: sleep.places.map(({ namespace, awake }) => ({ namespace, awake: awake.map(secondsOf) })),
      placement: ON_SYSTEM_NODES,
    });
  }
}

const secondsOf = ({ opens, closes }: Span): { readonly from: number; readonly to: number } => ({
  from: epochSeconds(opens),
  to: epochSeconds(closes),
});
