import type { HourKind } from '../config/hours.schema';
import type { LabId } from '../domain/ids';
import type { Instant } from '../domain/time';
import type { LabPlan } from './cohort-plan';

/** An exam, or quiet hours, of the term. */
export interface HourPlan {
  readonly name: string;
  readonly kind: HourKind;
  readonly from: Instant;
  readonly to: Instant;
  /** Labs that may be worked on meanwhile, by id. */
  readonly labs: readonly LabId[];
  /** Namespaces that it is for, sorted; absent where it is for all. */
  readonly namespaces?: readonly string[];
}

/** What may be worked on in the places of one cluster, at the plan's instant. */
export interface WindowsPlan {
  /** Name of the cluster. */
  readonly cluster: string;
  /** By id of the lab. */
  readonly labs: readonly LabWindowPlan[];
  readonly hours: HoursPlan;
}

/** How a lab stands for the class, and for the places where it stands otherwise. */
export interface LabWindowPlan {
  readonly lab: LabId;
  readonly phase: LabPlan['phase'];
  /** By namespace. */
  readonly others: readonly { readonly namespace: string; readonly phase: LabPlan['phase'] }[];
}

/** What the hours are now: nobody's, those of an exam with labs that may be worked on, or quiet ones. */
export interface HoursNow {
  readonly kind: 'open' | HourKind;
  /** Labs that an exam leaves open, by id. */
  readonly labs: readonly LabId[];
}

/** What the hours are in all places, and in those where they are others. */
export interface HoursPlan {
  readonly everywhere: HoursNow;
  /** By namespace. */
  readonly others: readonly (HoursNow & { readonly namespace: string })[];
}
