import type { Transition } from './transitions';

/** How a transition is told. */
export interface TransitionWords {
  /** So many places are named by their handles; more are counted. */
  readonly handles: number;
}

/** A transition as part of a sentence: no names, no addresses. */
export function sentenceOf(
  { kind, about = '', handles }: Transition,
  { handles: most }: TransitionWords,
): string {
  const places = (all: readonly string[]): string =>
    all.length > 0 && all.length <= most
      ? all.join(', ')
      : `${all.length} place${all.length === 1 ? '' : 's'}`;
  const whom = handles === undefined ? '' : ` for ${places(handles)}`;
  switch (kind) {
    case 'lab opens':
      return `${about} opens${whom}`;
    case 'lab due':
      return `${about} is due${whom}`;
    case 'lab closes':
      return `${about} takes no late work any more${whom}`;
    case 'exam starts':
      return `${about}: the exam starts${whom}`;
    case 'exam ends':
      return `${about}: the exam ends${whom}`;
    case 'quiet starts':
      return `${about}: quiet hours start${whom}`;
    case 'quiet ends':
      return `${about}: quiet hours end${whom}`;
    case 'hold ends':
      return `the hold ends of ${places(handles ?? [])}`;
    case 'term over':
      return 'the term is over';
    case 'access ends':
      return "students' access ends; Google takes it by itself";
    case 'teardown due':
      return 'teardown is due';
  }
}
