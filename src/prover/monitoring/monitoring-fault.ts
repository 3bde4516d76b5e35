import type { KubernetesDocument } from '../artifacts';
import type { Finding, Step } from '../finding';
import { stepThrough } from '../kubernetes/cluster-objects';

/** What is wrong with how metrics are collected or shown. */
export interface MonitoringFault {
  readonly kind: Finding['kind'];
  readonly sentence: string;
  readonly step: Step;
}

type Told = (document: KubernetesDocument, sentence: string, says: string) => MonitoringFault;

const told =
  (kind: Finding['kind']): Told =>
  (document, sentence, says) => ({ kind, sentence, step: stepThrough(document, says) });

/** Somebody reaches what is not theirs. */
export const reached = told('reach');
/** A guard that does not stand by itself. */
export const unguarded = told('guard');
/** Something that does not work. */
export const broken = told('cannot work');
