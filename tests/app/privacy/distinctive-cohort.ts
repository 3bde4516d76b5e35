import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder';

/** Words that occur in nothing but the files of this cohort; each belongs to a person. */
export const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  'an e-mail address of a student': [
    'quillon.vexworth@example.edu',
    'zsofia.tarnoczy@example.edu',
    'oyelaran.b@example.edu',
    'wrenna.ashgrove@example.edu',
  ],
  'a local part': ['quillon', 'vexworth', 'zsofia', 'tarnoczy', 'oyelaran', 'wrenna', 'ashgrove'],
  'a name': ['Quillon', 'Vexworth', 'Zsófia', 'Tarnóczy', 'Oyèláràn', 'Wrenna', 'Ashgrove'],
  'a GitHub account': ['qvx-hub', 'ztarn-codes', 'oyebiscuit', 'wrennagit'],
  'a team': ['Snorkelbadger', 'Umbrellafish'],
  'somebody who teaches': [
    'thessaly.brandywine@example.edu',
    'Thessaly',
    'brandywine',
    'ignatz.pumpernickel@example.edu',
    'Ignatz',
    'pumpernickel',
  ],
};

const cohortYaml = (privacy: string): string => `id: privy-fall27
course: ./course.yaml
term: { starts: 2027-01-11, ends: 2027-04-16, timeZone: America/Los_Angeles }
google:
  folder: "123456789012"
  billingAccount: 0A1B2C-3D4E5F-6A7B8C
  region: us-west1
  adminProject: example-labs-admin
state: { backend: gcs, bucket: example-labs-state }
domain: privy.example.edu
budget: { perTenant: 60 USD }
staff:
  # Who answers at night.
  - { email: thessaly.brandywine@example.edu, name: Thessaly Brandywine, role: instructor }
  - { email: ignatz.pumpernickel@example.edu, name: Ignatz Pumpernickel, role: ta }
teamLabs: [project]
places:
  # Needs a project for the thesis.
  - { student: quillon.vexworth@example.edu, tier: project }
  - { student: oyelaran.b@example.edu, tier: cluster }
  - { team: Snorkelbadger, budget: 90 USD }
accommodations:
  - { student: zsofia.tarnoczy@example.edu, lab: lab1, extraDays: 3 }
  - { team: Umbrellafish, lab: project, dueAt: 2027-04-02T23:59 }
monitoring:
  email: { smarthost: "smtp.example.edu:587", from: alerts@example.edu }
${privacy}`;

const COURSE = `id: small
title: A small course
weeks: 13
sessions:
  - { day: tuesday, starts: '16:00', ends: '17:30' }
late: { acceptedDays: 0 }
sizes:
  normal: { cpu: 250m, cpuLimit: 1, memory: 512Mi, memoryLimit: 1Gi, storage: 1Gi, pods: 5, volumes: 1, services: 3 }
labs:
  - id: lab1
    title: A service in a container
    weight: 40
    opens: { week: 1, day: monday, time: '08:00' }
    due: { week: 4, day: monday, time: '23:59' }
    size: normal
    toolkits: [{ id: redis, size: small }, { id: grafana, size: small }]
  - id: project
    title: A model in production
    weight: 60
    opens: { week: 10, day: tuesday, time: '08:00' }
    due: { hoursBeforeLastSession: 240 }
    size: normal
    toolkits: [{ id: grafana, size: small }]
`;

const ROSTER = `email,name,team,section,github
quillon.vexworth@example.edu,Quillon Vexworth,Snorkelbadger,001,qvx-hub
zsofia.tarnoczy@example.edu,Zsófia Tarnóczy,Snorkelbadger,001,ztarn-codes
oyelaran.b@example.edu,Oyèláràn B.,Umbrellafish,002,oyebiscuit
wrenna.ashgrove@example.edu,Wrenna Ashgrove,Umbrellafish,002,wrennagit
`;

export const WITH_PSEUDONYMS = 'privacy: { pseudonyms: { groupsDomain: example.edu } }\n';

/** A cohort of people with distinctive names, in a folder of its own; the key, where there are pseudonyms, is yet to be made. */
export function distinctiveCohort(privacy = WITH_PSEUDONYMS): string {
  const folder = join(temporaryFolder(), 'cohort');
  mkdirSync(folder);
  writeFileSync(join(folder, 'cohort.yaml'), cohortYaml(privacy));
  writeFileSync(join(folder, 'course.yaml'), COURSE);
  writeFileSync(join(folder, 'roster.csv'), ROSTER);
  return folder;
}

/** What of `texts` names a person: where, what kind of thing, and the word. */
export function personalIn(texts: Iterable<readonly [where: string, text: string]>): readonly string[] {
  const words = Object.entries(PERSONAL).flatMap(([kind, all]) => all.map((word) => [kind, word] as const));
  const found: string[] = [];
  for (const [where, text] of texts) {
    const lower = `${where}\n${text}`.normalize('NFC').toLowerCase();
    for (const [kind, word] of words)
      if (lower.includes(word.normalize('NFC').toLowerCase())) found.push(`${where}: ${kind}, ${word}`);
  }
  return found;
}

/** Addresses of any kind in a text. */
export const addressesIn = (text: string): readonly string[] =>
  [...text.matchAll(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z]/g)].map(([address]) => address);
