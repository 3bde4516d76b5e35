import type { Email } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import type { Step } from '../../rehearsal/scenario/scenario';
import type { RehearsalCohort } from './rehearsal-cohort';
import { otherAddress } from './rehearsal-cohort';

/** What a step changes in the files of the cohort before it applies them: a phase for each apply that it takes. */
export interface InputPhase {
  /** Addresses of the people that it is about. */
  change(): readonly Email[];
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
      const destroy: InputPhase = {
        change: () => {
          cohort.record('destroyed', gone, on);
          return gone;
        },
      };
      return step.until === 'held' ? [hold] : [hold, destroy];
    }
    case 'return':
      return [{ change: () => cohort.comeBack(step.students, on) }];
    case 'change-email':
      return [
        {
          change: () => {
            const from = step.from ?? cohort.students[0]!.email;
            const to = step.to ?? otherAddress(from);
            cohort.change(from, (student) => ({ ...student, email: to }));
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
