import type { ClockTime, Weekday } from '../domain/time';
import type { Bytes, Cpu } from '../domain/quantity';
import type { Span } from '../domain/span';

/** What the nodes and the places of a cell do before, between and after classes. */
export interface ClassHoursPlan {
  /** Absent where nodes are not kept ready. */
  readonly prewarm?: PrewarmPlan;
  /** Absent where nothing sleeps. */
  readonly sleep?: SleepPlan;
}

/** Pods that do nothing but keep nodes for a class that is about to start. */
export interface PrewarmPlan {
  readonly leadMinutes: number;
  /** What one of them asks for: what a place starts with. */
  readonly placeholder: { readonly cpu: Cpu; readonly memory: Bytes };
  /** Placeholders that fit on an empty lab node. */
  readonly perNode: number;
  readonly classes: readonly ClassPlan[];
  /** When there are placeholders, and how many; in order, and none at all other times. */
  readonly spans: readonly PlaceholderSpan[];
}

/** A class of the week. */
export interface ClassPlan {
  readonly day: Weekday;
  readonly starts: ClockTime;
  readonly ends: ClockTime;
  /** Who comes; everybody if absent. */
  readonly section?: string;
  /** Times that it is held in the term. */
  readonly times: number;
}

export interface PlaceholderSpan extends Span {
  readonly placeholders: number;
}

/** When tenants' workloads are at zero. */
export interface SleepPlan {
  /** Nights without a class or a deadline near; in order. */
  readonly nights: readonly Span[];
  /** Every place, by namespace, with the nights of its own in which it stays awake. */
  readonly places: readonly { readonly namespace: string; readonly awake: readonly Span[] }[];
}
