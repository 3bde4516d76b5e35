import type { CohortId, Email, Handle } from '../../src/core/domain/ids';
import { cellNumber, shardNumber } from '../../src/core/domain/ids';
import type { Day } from '../../src/core/domain/time';
import type { LedgerEvent } from '../../src/core/ledger/ledger';
import { formatLedger } from '../../src/core/ledger/ledger-file';

const COHORT = `id: w255-spring27
course: ./course.yaml

term:
  starts: 2027-01-11
  ends: 2027-04-16
  timeZone: America/Los_Angeles
  breaks: [2027-03-22]
  daysAfterEnd: 7

google:
  folder: "123456789012"
  billingAccount: 0A1B2C-3D4E5F-6A7B8C
  region: us-west1
  adminProject: example-labs-admin

state: { backend: gcs, bucket: example-labs-state }

domain: w255.example.edu
tier: namespace
budget: { perTenant: 60 USD }

staff:
  - { email: ines.duarte@example.edu, name: Inês Duarte, role: instructor }
  - { email: lin.wei@example.edu, name: Lin Wei, role: ta }

taReadsSecrets: false
teamLabs: [project]
nodes: { machineType: e2-standard-4, spot: false, min: 1 }

places:
  - { student: amara.okafor@example.edu, tier: project }
  - { team: Kestrel, budget: 90 USD }
`;

const COURSE = `id: small
title: A small course
weeks: 13

sessions:
  - { day: tuesday, starts: '16:00', ends: '17:30' }

topics:
  - { week: 1, title: Monoliths and microservices }

late: { acceptedDays: 0 }

sizes:
  normal:
    cpu: 250m
    cpuLimit: 1
    memory: 512Mi
    memoryLimit: 1Gi
    storage: 1Gi
    pods: 5
    volumes: 1
    services: 3

labs:
  - id: lab1
    title: A service in a container
    weight: 40
    opens: { week: 1, day: monday, time: '08:00' }
    due: { week: 4, day: monday, time: '23:59' }
    size: normal
    toolkits: [{ id: redis, size: small, setUp: student }]

  - id: project
    title: A model in production
    weight: 60
    opens: { week: 10, day: tuesday, time: '08:00' }
    due: { hoursBeforeLastSession: 24 }
    size: normal
    toolkits: [{ id: grafana, size: small }, { id: k6, size: small }]
`;

const ROSTER = `email,name,team,section,github
amara.okafor@example.edu,Amara Okafor,Kestrel,001,amara-okafor
jose.garcia@example.edu,José García,Kestrel,001,
o'brien.maeve@example.edu,Maeve O'Brien,Heron,002,maeveob
`;

const enrolled = (handle: string, key: { student: Email } | { team: string }): LedgerEvent => ({
  on: '2027-01-04' as Day,
  event: 'enrolled',
  handle: handle as Handle,
  key,
  cell: cellNumber(1),
  shard: shardNumber(1),
});

/** What happened in the good cohort: everyone has a place, and one student was away for a week. */
export const EVENTS: readonly LedgerEvent[] = [
  enrolled('amara-okafor', { student: 'amara.okafor@example.edu' as Email }),
  enrolled('jose-garcia', { student: 'jose.garcia@example.edu' as Email }),
  enrolled('o-brien-maeve', { student: "o'brien.maeve@example.edu" as Email }),
  enrolled('team-heron', { team: 'Heron' }),
  enrolled('team-kestrel', { team: 'Kestrel' }),
  { on: '2027-02-01' as Day, event: 'held', handle: 'jose-garcia' as Handle },
  { on: '2027-02-08' as Day, event: 'returned', handle: 'jose-garcia' as Handle },
];

/** A ledger as practicum writes it, sums and all. */
export const ledgerOf = (events: readonly LedgerEvent[], cohort = 'w255-spring27'): string =>
  formatLedger({ cohort: cohort as CohortId, events });

/** A cohort that nothing is wrong with; every case is an edit of it. */
export const GOOD = {
  'cohort.yaml': COHORT,
  'roster.csv': ROSTER,
  'course.yaml': COURSE,
  'cohort.lock.yaml': ledgerOf(EVENTS),
} as const;

export type InputFile = keyof typeof GOOD;
