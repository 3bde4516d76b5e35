import type { Email } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import type { Step } from '../../rehearsal/scenario/scenario';
import type { RehearsalCohort } from './rehearsal-cohort';
import { otherAddress } from './rehearsal-cohort';

/** What a step changes in the files of the cohort before it applies them: a phase for each apply that it takes. */
export interface InputPhase {
  /** Addresses of the people that it is about. */
  change(): readonly Email[];
  /** Whether there is anything to apply, as far as the phases before it tell; always, where it is not there. */
  isNeeded?(): boolean;
}

/** The changes that `step` makes to the cohort's files; none for a step that applies no files. */
export function inputPhases(step: Step, cohort: RehearsalCohort, on: Day): readonly InputPhase[] {
  switch (step.action) {
    case 'deploy':
    case 're-apply':
    case 'recover':
      return [{ change: () => [] }];
    case 'add':
      return [{ change: () => cohort.add(step.students) }];
    case 'drop': {
      const gone: Email[] = [];
      const hold: InputPhase = {
        change: () => {
          gone.push(...cohort.leave(step.students));
          cohort.record('held', gone, on);
          return gone;
        },
      };
      // What is in a cluster of somebody's own goes while the cluster stands, the cluster with the place.
      const empty: InputPhase = {
        isNeeded: () => cohort.withOwnCluster(gone).length > 0,
        change: () => {
          cohort.record('emptied', cohort.withOwnCluster(gone), on);
          return gone;
        },
      };
      const destroy: InputPhase = {
        change: () => {
          cohort.record('destroyed', gone, on);
          return gone;
        },
      };
      return step.until === 'held' ? [hold] : [hold, empty, destroy];
    }
    case 'return':
      return [{ change: () => cohort.comeBack(step.students, on) }];
    case 'change-email':
      return [
        {
          change: () => {
            const from = step.from ?? cohort.students[0]!.email;
            const to = step.to ?? otherAddress(from);
            cohort.changeAddress(from, to, on);
            return [from, to];
          },
        },
      ];
    case 'rename':
      return [
        {
          change: () => [
            cohort.change(step.student, (student) => ({
              ...student,
              name: step.to ?? `${student.name} Renamed`,
            })).email,
          ],
        },
      ];
    case 'change-team':
      return [{ change: () => cohort.moveTeam(step.student, step.to) }];
    case 'use':
    case 'drift':
    case 'fault':
    case 'teardown':
      return [];
  }
}
