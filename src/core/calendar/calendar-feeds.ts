import type { Window } from '../course/calendar';
import { readable } from '../domain/time';
import type { CohortPlan } from '../plan/cohort-plan';
import { effectiveWindows } from './effective-windows';
import type { IcsEvent } from './ics';
import { icsText } from './ics';

/** What all feeds of a cohort name as their maker. */
export const feedProducer = ({ cohort }: Pick<CohortPlan, 'cohort'>): string => `Practicum//${cohort}`;

/** Name of the feed for everyone; no handle has an underscore. */
const COURSE_FEED = '_course';

/**
 * Feeds by file name: that of the course, and one for each tenant with a deadline of its own, or for `everyone`.
 * Handles stand in them, no names and no e-mail addresses.
 */
export function calendarFeeds(
  plan: CohortPlan,
  { everyone }: { readonly everyone: boolean },
): ReadonlyMap<string, string> {
  const { labs, tenants } = effectiveWindows(plan);
  const feed = (id: string, windows: readonly Window[]): readonly [string, string] => [
    `${id}.ics`,
    icsText({
      name: id === COURSE_FEED ? plan.cohort : `${plan.cohort} ${id}`,
      producer: feedProducer(plan),
      stamp: plan.at,
      events: windows.flatMap((window) => eventsOf(plan, id, window)),
    }),
  ];
  return new Map([
    feed(
      COURSE_FEED,
      labs.map(({ window }) => window),
    ),
    ...tenants
      .filter(({ own }) => everyone || own.length > 0)
      .map(({ handle, windows }) => feed(handle, windows)),
  ]);
}

function eventsOf(plan: CohortPlan, id: string, { lab, opens, due, closes }: Window): readonly IcsEvent[] {
  const { title } = plan.labs.find((each) => each.id === lab)!;
  const { timeZone } = plan.term;
  const event = (what: string, at: Window['due'], words: string): IcsEvent => ({
    uid: `${lab}-${what}.${id}.${plan.cohort}@${plan.domain}`,
    at,
    summary: `${lab} ${words}: ${title}`,
    description: `${readable(at, timeZone)} (${timeZone})`,
  });
  return [
    event('opens', opens, 'opens'),
    event('due', due, 'due'),
    ...(closes === due ? [] : [event('closes', closes, 'takes no late work from now on')]),
  ];
}
