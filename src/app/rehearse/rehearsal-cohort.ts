import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortId, Email, Handle } from '../../core/domain/ids';
import { email } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import type { Outcome } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import type { PlaceEventKind } from '../../core/ledger/ledger';
import { extended, keyText, placesOf } from '../../core/ledger/ledger';
import { placesByKey } from '../../core/ledger/places-by-key';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { addressesIn } from '../../core/plan/groups-plan';
import { tierOf } from '../../core/plan/tier-of';
import type { Student } from '../../core/roster/roster';
import type { ChartArchives } from '../charts/cohort-charts';
import { NO_CHARTS } from '../charts/cohort-charts';
import type { CohortDirectory } from '../cohort-directory';
import { LEDGER_FILE, ROSTER_FILE, cohortDirectory } from '../cohort-directory';
import { recordCohort } from '../enrolled-cohort';
import { writeLedger } from '../ledger-store';
import { loadNamedCohort, readLedger } from '../load-cohort';
import { resolveCohort } from '../resolve-cohort';
import { copyFiles } from './copied-files';
import { inventedStudent } from './invented-students';

/**
 * A copy of a cohort that a rehearsal may change: people come and go in it, and the files that the instructor keeps
 * stay as they are.
 */
export class RehearsalCohort {
  private gone: Student[] = [];
  private archives: ChartArchives = NO_CHARTS;

  private constructor(
    readonly directory: CohortDirectory,
    readonly id: CohortId,
    /** First day of the term. */
    readonly firstDay: Day,
    private people: readonly Student[],
    private invented: number,
    /** How the ledger and the plan know an address. */
    private readonly known: (address: Email) => Email,
  ) {}

  /** Copies `from` into `folder`; `students` replaces its people by so many invented ones. */
  static copy(from: CohortDirectory, folder: string, students: number | undefined): Outcome<RehearsalCohort> {
    const original = loadNamedCohort(from);
    if (!original.ok) return original;
    const { inputs, pseudonyms } = original.value;
    const known = (address: Email): Email => pseudonyms?.student(address) ?? address;
    rmSync(folder, { recursive: true, force: true });
    copyFiles(from, folder, inputs);
    const teams = inputs.config.teamLabs.length > 0;
    const people =
      students === undefined
        ? inputs.roster.students
        : Array.from({ length: students }, (_, index) => inventedStudent(index, teams));
    const cohort = new RehearsalCohort(
      cohortDirectory(folder),
      inputs.config.id,
      inputs.config.term.starts,
      people,
      students ?? 0,
      known,
    );
    if (students !== undefined) rmSync(join(folder, LEDGER_FILE), { force: true });
    cohort.writeRoster();
    return accept(cohort);
  }

  /** The plan as of noon of `day`; places that are new are recorded. */
  plan(day: Day): Outcome<CohortPlan> {
    const options = { cohort: this.directory.path, at: `${day}T12:00` };
    const resolved = resolveCohort(options, { record: true, charts: true });
    if (resolved.ok) this.archives = resolved.value.charts;
    return resolved.ok ? accept(resolved.value.plan) : resolved;
  }

  /** Charts of others that the last plan's clusters get. */
  get charts(): ChartArchives {
    return this.archives;
  }

  get students(): readonly Student[] {
    return this.people;
  }

  /** Puts people on the roster: these, or so many invented ones. */
  add(students: number | readonly { readonly email: Email; readonly name: string }[]): readonly Email[] {
    const team = this.people.find((student) => student.team !== undefined)?.team;
    const joined: readonly Student[] =
      typeof students === 'number'
        ? Array.from({ length: students }, () => this.nextInvented(team))
        : students.map((each) => ({ ...each, ...(team === undefined ? {} : { team }) }));
    this.people = [...this.people, ...joined];
    this.writeRoster();
    return joined.map((student) => student.email);
  }

  /** Takes people off the roster: these, or the last ones. */
  leave(students: number | readonly Email[]): readonly Email[] {
    const leaving = new Set(addressesOf(this.people, students));
    this.gone.push(...this.people.filter((each) => leaving.has(each.email)));
    this.people = this.people.filter((each) => !leaving.has(each.email));
    this.writeRoster();
    return [...leaving];
  }

  /** Brings people back whose places are held: these, or those who left last. */
  comeBack(students: number | readonly Email[], on: Day): readonly Email[] {
    const asked = addressesOf(this.gone, students);
    const back = this.gone.filter((each) => asked.includes(each.email));
    this.gone = this.gone.filter((each) => !asked.includes(each.email));
    this.people = [...this.people, ...back];
    this.writeRoster();
    const addresses = back.map((each) => each.email);
    this.record('returned', addresses, on);
    return addresses;
  }

  /** Moves a person to another team; those of both teams, whom it concerns. */
  moveTeam(who: Email | undefined, team: string | undefined): readonly Email[] {
    const asked = who === undefined ? undefined : addressesOf(this.people, [who])[0];
    const mover = this.people.find((each) =>
      asked === undefined ? each.team !== undefined : each.email === asked,
    );
    const to = team ?? this.people.find((each) => each.team !== undefined && each.team !== mover?.team)?.team;
    if (mover === undefined || to === undefined) return [];
    const concerned = this.people.filter((each) => each.team === mover.team || each.team === to);
    this.change(mover.email, (student) => ({ ...student, team: to }));
    return concerned.map((each) => each.email);
  }

  /** Changes the row of one person: the one with this address, or the first. */
  change(who: Email | undefined, change: (student: Student) => Student): Student {
    const [address] = addressesOf(this.people, who === undefined ? [this.people[0]!.email] : [who]);
    const changed = change(this.people.find((each) => each.email === address)!);
    this.people = this.people.map((each) => (each.email === address ? changed : each));
    this.writeRoster();
    return changed;
  }

  /** Gives a person another address: their place stays theirs. */
  changeAddress(from: Email, to: Email, on: Day): void {
    this.change(from, (student) => ({ ...student, email: to }));
    const cohort = readLedger(this.directory, this.id);
    if (!cohort.ok) throw new Error('The copy of the cohort is broken');
    const place = placesByKey(cohort.value).get(keyText({ student: this.known(from) }));
    if (place === undefined || place.state === 'destroyed') return;
    const { handle } = place;
    writeLedger(
      this.directory,
      extended(cohort.value, [{ on, event: 'renamed', handle, key: { student: this.known(to) } }]),
    );
  }

  /** Those of the people who have a cluster of their own. */
  withOwnCluster(people: readonly Email[]): readonly Email[] {
    const cohort = recordCohort(this.directory);
    if (!cohort.ok) throw new Error('The copy of the cohort is broken');
    const { config, ledger } = cohort.value.inputs;
    const places = placesByKey(ledger);
    return people.filter((address) => {
      const key = { student: this.known(address) };
      return tierOf(config, key) === 'cluster' && places.get(keyText(key))?.state === 'held';
    });
  }

  /** Writes into the ledger what became of people's own places. */
  record(event: PlaceEventKind, people: readonly Email[], on: Day): readonly Handle[] {
    const cohort = recordCohort(this.directory);
    if (!cohort.ok) throw new Error('The copy of the cohort is broken');
    const { ledger } = cohort.value.inputs;
    const keys = new Set(people.map((student) => keyText({ student: this.known(student) })));
    const handles = [...placesOf(ledger).values()]
      .filter(({ key }) => keys.has(keyText(key)))
      .map(({ handle }) => handle);
    const events = handles.map((handle) => ({ on, handle, event }));
    writeLedger(this.directory, { ...ledger, events: [...ledger.events, ...events] });
    // Whose place is gone cannot come back to it.
    if (event === 'destroyed') this.gone = this.gone.filter((each) => !people.includes(each.email));
    return handles;
  }

  /** By which addresses the plan lets people in: their own, or those of their groups. */
  addressesOf(people: readonly Email[]): readonly Email[] {
    if (people.every((address) => this.known(address) === address)) return people;
    const cohort = recordCohort(this.directory);
    if (!cohort.ok) return people;
    const { config, ledger } = cohort.value.inputs;
    const addressOf = addressesIn(config, ledger);
    return people.map((address) => addressOf(this.known(address)));
  }

  private nextInvented(team: string | undefined): Student {
    const taken = new Set(this.people.map((each) => each.email));
    for (;;) {
      const student = inventedStudent(this.invented++, false);
      if (!taken.has(student.email)) return { ...student, ...(team === undefined ? {} : { team }) };
    }
  }

  private writeRoster(): void {
    const rows = this.people.map((each) =>
      [each.email, each.name, each.team ?? '', each.section ?? '', each.github ?? ''].map(cell).join(','),
    );
    writeFileSync(
      join(this.directory.path, ROSTER_FILE),
      ['email,name,team,section,github', ...rows, ''].join('\n'),
    );
  }
}

/** A scenario names somebody who is not there. */
export class AbsentPerson extends Error {}

/** Addresses of the last so many of `people`, or of those that a scenario names, who must be among them. */
function addressesOf(people: readonly Student[], asked: number | readonly Email[]): readonly Email[] {
  if (typeof asked === 'number') return people.slice(-asked).map((each) => each.email);
  const there = new Set(people.map((each) => each.email));
  const absent = asked.find((address) => !there.has(address));
  if (absent !== undefined)
    throw new AbsentPerson(`The scenario names ${absent}, who is not there at this step`);
  return asked;
}

/** A new address for someone whose address changes. */
export const otherAddress = (of: Email): Email => email(of.replace('@', '.new@'));

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
