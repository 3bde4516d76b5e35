import type { CohortConfig } from '../config/cohort.schema';
import type { Window } from '../course/calendar';
import type { Handle } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { MIDNIGHT, atLocal, plusDays } from '../domain/time';
import type { Ledger } from '../ledger/ledger';
import { placesOf } from '../ledger/ledger';
import type { CohortPlan } from '../plan/cohort-plan';
import { classWindow } from './window-of';

/** What changes at an instant of a term, those of one instant in this order. */
export const TRANSITION_KINDS = [
  'exam ends',
  'quiet ends',
  'lab closes',
  'lab due',
  'lab opens',
  'exam starts',
  'quiet starts',
  'hold ends',
  'term over',
  'access ends',
  'teardown due',
] as const;
export type TransitionKind = (typeof TRANSITION_KINDS)[number];

/** One thing that changes at an instant, by the files as they are. */
export interface Transition {
  readonly at: Instant;
  readonly kind: TransitionKind;
  /** The lab, or the name of the hours; absent where it is about the term or a place. */
  readonly about?: string;
  /** Whom it is for, by handle; absent where it is for all. */
  readonly handles?: readonly Handle[];
  /** Whether what was deployed has to follow; the rest ends by itself, or is for people to do. */
  readonly deploys: boolean;
}

/** What a term's transitions are read from. */
export interface TermInputs {
  readonly plan: CohortPlan;
  readonly config: CohortConfig;
  readonly ledger: Ledger;
}

/** All transitions of a term in their order, each once: the same whatever instant the plan is for. */
export function transitionsOf(inputs: TermInputs): readonly Transition[] {
  const { plan } = inputs;
  return [
    ...plan.labs.flatMap((lab) => [
      { at: lab.opens, kind: 'lab opens' as const, about: lab.id, deploys: true },
      ...endsOf(classWindow(lab)),
    ]),
    ...ownEnds(plan),
    ...hoursOf(plan),
    ...holdsOf(inputs),
    ...termEnds(plan),
  ].sort(
    byText(({ at, kind, about, handles }) => `${at} ${rank(kind)} ${about ?? ''} ${handles?.[0] ?? ''}`),
  );
}

/** Those after `since`, up to `until`: of two runs of which the second begins where the first ended, exactly one has each. */
export const transitionsBetween = (
  transitions: readonly Transition[],
  since: Instant,
  until: Instant,
): readonly Transition[] => transitions.filter(({ at }) => since < at && at <= until);

const rank = (kind: TransitionKind): string => String(TRANSITION_KINDS.indexOf(kind)).padStart(2, '0');

/** Due, and closed where that is later. */
function endsOf({ lab, due, closes }: Window, handles?: readonly Handle[]): readonly Transition[] {
  const of = { about: lab, ...(handles === undefined ? {} : { handles }), deploys: true };
  return [
    { at: due, kind: 'lab due', ...of },
    ...(closes === due ? [] : [{ at: closes, kind: 'lab closes' as const, ...of }]),
  ];
}

/** The ends of windows that are not the class's; places with the same ones together. */
function ownEnds({ shards }: CohortPlan): readonly Transition[] {
  const groups = new Map<string, { readonly window: Window; readonly handles: Handle[] }>();
  for (const { handle, windows = [] } of shards.flatMap(({ tenants }) => tenants)) {
    for (const window of windows) {
      const key = `${window.lab} ${window.due} ${window.closes}`;
      const group = groups.get(key) ?? { window, handles: [] };
      groups.set(key, group);
      group.handles.push(handle);
    }
  }
  return [...groups.values()].flatMap(({ window, handles }) => endsOf(window, handles.sort(byText(String))));
}

function hoursOf({ hours, shards }: CohortPlan): readonly Transition[] {
  const handles = new Map(
    shards.flatMap(({ tenants }) => tenants.map(({ namespace, handle }) => [namespace, handle] as const)),
  );
  return hours.flatMap(({ name, kind, from, to, namespaces }): readonly Transition[] => {
    const whom =
      namespaces === undefined ? {} : { handles: namespaces.map((namespace) => handles.get(namespace)!) };
    const of = { about: name, ...whom, deploys: true };
    return [
      { at: from, kind: `${kind} starts`, ...of },
      { at: to, kind: `${kind} ends`, ...of },
    ];
  });
}

/** Days from which held places may be destroyed, those of one day together. */
function holdsOf({ plan, config, ledger }: TermInputs): readonly Transition[] {
  const byDay = new Map<Instant, Handle[]>();
  for (const { handle, state, since } of placesOf(ledger).values()) {
    if (state !== 'held') continue;
    const at = atLocal(plusDays(since, config.hold.days), MIDNIGHT, plan.term.timeZone);
    byDay.set(at, [...(byDay.get(at) ?? []), handle]);
  }
  return [...byDay].map(([at, handles]) => ({
    at,
    kind: 'hold ends',
    handles: handles.sort(byText(String)),
    deploys: false,
  }));
}

/** Google ends access by itself; what stands then waits for a person to take it away. */
function termEnds({ term }: CohortPlan): readonly Transition[] {
  const over = atLocal(plusDays(term.ends, 1), MIDNIGHT, term.timeZone);
  return [
    { at: over, kind: 'term over', deploys: false },
    { at: term.accessEnds, kind: 'access ends', deploys: false },
    { at: term.accessEnds, kind: 'teardown due', deploys: false },
  ];
}
