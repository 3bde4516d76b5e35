import type { Accommodation } from '../../../src/core/config/accommodations.schema';
import type { Email } from '../../../src/core/domain/ids';
import { email } from '../../../src/core/domain/ids';
import type { Day, Instant } from '../../../src/core/domain/time';
import { MIDNIGHT, atLocal, plusDays } from '../../../src/core/domain/time';
import { forgetIn } from '../../../src/core/ledger/forget';
import type { Ledger } from '../../../src/core/ledger/ledger';
import { extended } from '../../../src/core/ledger/ledger';
import { rosterChange } from '../../../src/core/roster/delta/roster-change';
import type { Student } from '../../../src/core/roster/roster';
import type { World } from '../world';
import { placesIn } from './said-of-places';
import type { Crash, Step } from './term-steps';

type Row = Student;

/** What lies in the cohort's folder: roster, ledger, and the roster of before while an application is not finished. */
interface Files {
  readonly rows: readonly Row[];
  readonly ledger: Ledger;
  readonly before?: { readonly rows: readonly Row[]; readonly ledger: Ledger };
}

const NAMES = [
  'Amara Okafor',
  'Dai Nguyen',
  'Ines Duarte',
  'Lin Wei',
  'Noor Haddad',
  'Sol Rivera',
  'Tomas Ruiz',
];

/** A term as it goes: files as a person and the program leave them, read anew before each step. */
export class SimulatedTerm {
  private files: Files;
  private gone: readonly Row[] = [];
  private accommodations: readonly Accommodation[] = [];
  private day: Day;
  private people = 0;
  private teams = 0;

  constructor(private readonly start: World) {
    this.day = start.inputs.config.term.starts;
    this.files = { rows: start.inputs.roster.students, ledger: start.inputs.ledger };
  }

  /** The cohort by its files as they are. */
  get world(): World {
    const { inputs, capacity } = this.start;
    const students = [...this.files.rows].sort((a, b) => (a.email < b.email ? -1 : 1));
    return {
      inputs: {
        ...inputs,
        config: { ...inputs.config, accommodations: [...this.accommodations] },
        roster: { file: 'roster.csv', students },
        ledger: this.ledger,
      },
      capacity,
    };
  }

  get at(): Instant {
    return atLocal(this.day, MIDNIGHT, this.start.inputs.config.term.timeZone);
  }

  get ledger(): Ledger {
    return this.files.ledger;
  }

  /** Lets a step happen, if it can; a killed program is started again, as its user would. */
  take(step: Step): void {
    switch (step.kind) {
      case 'days pass':
        this.day = plusDays(this.day, step.days);
        return;
      case 'is extended':
        this.extend(this.files.rows[step.who % Math.max(1, this.files.rows.length)], step.days);
        return;
      case 'is destroyed':
        this.write(step.crash, (ledger) => this.destroyed(ledger, step.who));
        return;
      case 'is forgotten':
        this.write(step.crash, (ledger) => this.forgotten(ledger, step.who));
        return;
      default:
        this.apply(this.rowsAfter(step), step.crash);
    }
  }

  private rowsAfter(step: Step): readonly Row[] {
    const { rows } = this.files;
    const chosen = 'who' in step ? rows[step.who % Math.max(1, rows.length)] : undefined;
    const changed = (change: (row: Row) => Row): readonly Row[] =>
      rows.map((row) => (row === chosen ? change(row) : row));
    const teams = [...new Set(rows.flatMap(({ team }) => team ?? []))].sort();
    const teamAt = (n: number): string | undefined => teams[n % Math.max(1, teams.length)];
    const inTeam = (n: number, to: (row: Row, place: number) => string): readonly Row[] => {
      const members = rows.filter(({ team }) => team !== undefined && team === teamAt(n));
      return rows.map((row) =>
        members.includes(row) ? { ...row, team: to(row, members.indexOf(row)) } : row,
      );
    };
    switch (step.kind) {
      case 'joins':
        return [...rows, this.newcomer(step.team)];
      case 'leaves':
        if (chosen !== undefined) this.gone = [...this.gone, chosen];
        return rows.filter((row) => row !== chosen);
      case 'comes back': {
        const back = this.gone[step.who % Math.max(1, this.gone.length)];
        this.gone = this.gone.filter((row) => row !== back);
        return back === undefined ? rows : [...rows, back];
      }
      case 'has a new address':
        return changed((row) => this.readdressed(row));
      case 'has a new name':
        return changed((row) => ({ ...row, name: `${row.name} Neu` }));
      case 'moves':
        return changed(({ email: address, name, github }) => ({
          email: address,
          name,
          ...(github === undefined ? {} : { github }),
          ...(step.team === undefined ? {} : { team: teamAt(step.team) ?? 'Owl' }),
        }));
      case 'splits':
        this.teams += 1;
        return inTeam(step.team, (row, place) => (place % 2 === 0 ? row.team! : `Part ${this.teams}`));
      case 'is renamed':
        this.teams += 1;
        return inTeam(step.team, () => `Name ${this.teams}`);
      case 'merges':
        return inTeam(step.team, (row) => teamAt(step.into) ?? row.team!);
      default:
        return rows;
    }
  }

  private newcomer(team: number | undefined): Row {
    const n = (this.people += 1);
    return {
      email: email(`${NAMES[n % NAMES.length]!.split(' ')[0]!.toLowerCase()}${n}@example.edu`),
      name: `${NAMES[n % NAMES.length]!} ${n}`,
      github: `gh-${n}`,
      ...(team === undefined ? {} : { team: `Team ${team}` }),
    };
  }

  private readdressed(row: Row): Row {
    const to = email(`new${(this.people += 1)}.${row.email}`.slice(-40));
    this.accommodations = this.accommodations.map((each) =>
      each.student === row.email ? { ...each, student: to } : each,
    );
    return { ...row, email: to };
  }

  private extend(row: Row | undefined, extraDays: number): void {
    if (row === undefined || this.accommodations.some(({ student }) => student === row.email)) return;
    this.accommodations = [...this.accommodations, { student: row.email, extraDays } as Accommodation];
  }

  /** `roster apply`, killed or not, and then once more if it was. */
  private apply(rows: readonly Row[], crash: Crash | undefined): void {
    if (rows.length === 0) return;
    const once = (): Files => this.applied(rows);
    const before = this.files.before ?? { rows: this.files.rows, ledger: this.files.ledger };
    if (crash === 'between') this.files = { ...this.files, rows, before };
    else if (crash !== 'before') this.files = once();
    if (crash !== undefined) this.files = once();
  }

  private applied(rows: readonly Row[]): Files {
    const { inputs, capacity } = this.world;
    const cutOff = this.files.before?.ledger === this.files.ledger ? this.files.before : undefined;
    const change = rosterChange({
      ...inputs,
      before: cutOff?.rows ?? this.files.rows,
      after: { file: 'export.csv', students: rows },
      told: { same: new Map(), another: new Set<Email>(), teams: new Map(), again: [] },
      on: this.day,
      capacity,
      ledgerKey: (key) => key,
    });
    if (!change.ok) throw new Error(JSON.stringify(change.problems));
    return { rows, ledger: change.value.ledger };
  }

  /** A command that writes the ledger alone. */
  private write(crash: Crash | undefined, change: (ledger: Ledger) => Ledger): void {
    const ledger = change(this.ledger);
    if (crash === 'before') return;
    this.files = { ...this.files, ledger };
  }

  private destroyed(ledger: Ledger, who: number): Ledger {
    const held = placesIn(ledger, ({ state }) => state === 'held' || state === 'emptied');
    const place = held[who % Math.max(1, held.length)];
    if (place === undefined) return ledger;
    const event = place.state === 'held' && who % 2 === 0 ? 'emptied' : 'destroyed';
    return extended(ledger, [{ on: this.day, event, handle: place.handle }]);
  }

  private forgotten(ledger: Ledger, who: number): Ledger {
    const named = new Set<string>(this.files.rows.map(({ email: address }) => address));
    const destroyed = placesIn(
      ledger,
      ({ state, key }) => state === 'destroyed' && 'student' in key && !named.has(key.student),
    );
    const place = destroyed[who % Math.max(1, destroyed.length)];
    if (place === undefined) return ledger;
    const { student } = place.key as { student: Email };
    this.gone = this.gone.filter(({ email: address }) => address !== student);
    this.accommodations = this.accommodations.filter((each) => each.student !== student);
    return forgetIn(ledger, place.handle, this.day);
  }
}
