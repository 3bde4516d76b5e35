import { TOOLKITS } from '../catalogue/catalogue';
import type { Toolkit } from '../catalogue/toolkit';
import { stands } from '../catalogue/workloads';
import type { Problem } from '../input/problem';
import type { YamlSource } from '../input/yaml-source';
import type { Course } from './course.schema';

/** What stands by itself and whose page has no word on how it is set up: that cannot be the work of a lab. */
const ready = (toolkit: Toolkit): boolean => stands(toolkit) && toolkit.setUp === undefined;

const READY = new Set(TOOLKITS.filter(ready).map(({ id }) => id));
const CAN_BE_SET_UP = TOOLKITS.filter(({ setUp }) => setUp !== undefined).map(({ id }) => id);

/** Labs may leave to the student what its page helps to set up. What is the course's own, its own page tells. */
export const checkSetUp = ({ labs = [] }: Partial<Course>, source: YamlSource): readonly Problem[] =>
  labs.flatMap(({ toolkits }, lab) =>
    toolkits.flatMap(({ id, size, setUp }, at) =>
      setUp === 'student' && READY.has(id)
        ? [
            source.problem(['labs', lab, 'toolkits', at, 'setUp'], {
              message: `the page of a student tells how to use ${id}, and not how to set it up`,
              got: 'student',
              allowed: `practicum; student for ${CAN_BE_SET_UP.join(', ')}`,
              write: `- { id: ${id}, size: ${size} }`,
            }),
          ]
        : [],
    ),
  );
