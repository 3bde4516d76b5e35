import type { CohortConfig } from '../../src/core/config/cohort.schema';
import type { CohortFile } from '../../src/core/config/parse-cohort';
import { parseCohort } from '../../src/core/config/parse-cohort';
import type { Course } from '../../src/core/course/course.schema';
import type { CourseFile } from '../../src/core/course/parse-course';
import { parseCourse } from '../../src/core/course/parse-course';
import { email } from '../../src/core/domain/ids';
import type { Day, Instant } from '../../src/core/domain/time';
import type { Outcome } from '../../src/core/input/problem';
import { YamlSource } from '../../src/core/input/yaml-source';
import type { Capacity } from '../../src/core/ledger/enroll';
import { enroll } from '../../src/core/ledger/enroll';
import type { Ledger } from '../../src/core/ledger/ledger';
import { emptyLedger } from '../../src/core/ledger/ledger';
import { tenantKeysOf } from '../../src/core/plan/tenant-keys';
import type { Roster, Student } from '../../src/core/roster/roster';
import { valueOf } from './outcomes';

/** A small cohort: two lab nodes' worth of students, all parts that must be there and none that may. */
export const COHORT = `id: mlops-fall27
course: mlops
term:
  starts: 2027-01-11
  ends: 2027-04-16
  timeZone: America/Los_Angeles
  breaks: [2027-03-22]
google:
  folder: "123456789012"
  billingAccount: 0A1B2C-3D4E5F-6A7B8C
  region: us-west1
  adminProject: example-labs-admin
state: { backend: gcs, bucket: example-mlops-state }
domain: mlops.example.edu
budget: { perTenant: 60 USD }
staff:
  - { email: ines.duarte@example.edu, name: Inês Duarte, role: instructor }
  - { email: lin.wei@example.edu, name: Lin Wei, role: ta }
`;

/** A course of four weeks with two labs that overlap and a project. */
export const COURSE = `id: mlops
title: Machine Learning Operations
weeks: 4
sessions:
  - { day: tuesday, starts: "16:00", ends: "17:30" }
late: { acceptedDays: 0 }
sizes:
  normal: { cpu: 500m, cpuLimit: 2, memory: 1Gi, memoryLimit: 2Gi, storage: 2Gi, pods: 5, volumes: 1, services: 2 }
labs:
  - id: lab1
    title: Serve a model
    weight: 20
    opens: { week: 1, day: monday, time: "08:00" }
    due: { week: 2, day: monday, time: "23:59" }
    size: normal
    toolkits: [{ id: redis, setUp: student }]
  - id: lab2
    title: Measure it
    weight: 30
    opens: { week: 2, day: monday, time: "08:00" }
    due: { daysAfterOpening: 7, time: "23:59" }
    size: normal
  - id: project
    title: Show it
    weight: 50
    opens: { week: 3, day: monday, time: "08:00" }
    due: { hoursBeforeLastSession: 24 }
    size: normal
`;

/** One replacement in a text; one that changes nothing is a mistake of the test. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the text holds no "${from}"`);
  return text.replace(from, () => to);
}

export function readCohort(text: string): Outcome<CohortFile> {
  const source = YamlSource.read('cohort.yaml', text);
  return source.ok ? parseCohort(source.value) : source;
}

export function readCourse(text: string): Outcome<CourseFile> {
  const source = YamlSource.read('course.yaml', text);
  return source.ok ? parseCourse(source.value) : source;
}

/** The sample cohort, with `more` keys at its end. */
export function aConfig(more = '', text = COHORT): CohortConfig {
  return valueOf(readCohort(`${text}${more}`)).config;
}

export function aCourse(text = COURSE): Course {
  return valueOf(readCourse(text)).course;
}

export function aStudent(local: string, rest: Partial<Student> = {}): Student {
  return { email: email(`${local}@example.edu`), name: `Student ${local}`, ...rest };
}

/** A roster in the order of its e-mails, as every parsed roster is. */
export function aRoster(students: readonly Student[]): Roster {
  return { file: 'roster.csv', students: [...students].sort((a, b) => (a.email < b.email ? -1 : 1)) };
}

export const CAPACITY: Capacity = { tenantsPerShard: 50, tenantsPerCell: 1000 };
export const DAY = '2027-01-04' as Day;
/** In the second week of the sample cohort. */
export const NOON = '2027-01-20T20:00:00Z' as Instant;

/** The ledger in which each tenant of the roster has a line. */
export function enrolled(
  config: CohortConfig,
  roster: Roster,
  course: Course,
  capacity = CAPACITY,
  ledger?: Ledger,
): Ledger {
  return enroll(ledger ?? emptyLedger(config.id), tenantKeysOf(config, roster, course), DAY, capacity);
}
