import { createHmac } from 'node:crypto';
import type { Email } from '../domain/ids';
import { email } from '../domain/ids';
import type { TenantKey } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';
import type { PseudonymKey } from './pseudonym-key';

/** Digits and consonants: they make no words, and none of those that Google refuses in names. */
const LETTERS = '23456789bcdfghjkmnpqrstvwxz';
const LETTER = `[${LETTERS}]`;

/** Letters of a pseudonym that its handle begins with, and those that keep two people apart beyond doubt. */
const [SHORT, REST, CHECK] = [9, 16, 8] as const;

const STUDENT = new RegExp(`^s${LETTER}{${SHORT}}\\+${LETTER}{${REST}}@(k${LETTER}{${CHECK}})\\.invalid$`);
const TEAM = new RegExp(`^${LETTER}{${SHORT + 1}}\\.${LETTER}{${REST}}\\.(k${LETTER}{${CHECK}})$`);

/** What stands in the place of people and teams; always the same for the same key. */
export interface Pseudonyms {
  /** Tells the key, without giving it away; every pseudonym ends with it. */
  readonly check: string;
  /** An address at which nobody is: the ledger keeps it for the student's. A pseudonym stays what it is. */
  student(address: Email): Email;
  /** A name for the team; names in other letter case are one team. A pseudonym stays what it is. */
  team(name: string): string;
  key(key: TenantKey): TenantKey;
}

/**
 * The pseudonyms of a key: HMAC-SHA-256 of what the ledger would otherwise keep. A plain hash would hide nobody:
 * addresses of a university can be tried one by one.
 */
export function pseudonymsOf(key: PseudonymKey): Pseudonyms {
  const check = `k${lettersOf(key, 'check', '').slice(0, CHECK)}`;
  const student = (address: Email): Email => {
    if (checkOf({ student: address }) === check) return address;
    const letters = lettersOf(key, 'student', keyText({ student: address }));
    return email(`s${letters.slice(0, SHORT)}+${letters.slice(SHORT, SHORT + REST)}@${check}.invalid`);
  };
  const team = (name: string): string => {
    if (checkOf({ team: name }) === check) return name;
    const letters = lettersOf(key, 'team', keyText({ team: name }));
    return `${letters.slice(0, SHORT + 1)}.${letters.slice(SHORT + 1, SHORT + 1 + REST)}.${check}`;
  };
  return {
    check,
    student,
    team,
    key: (tenant) =>
      'student' in tenant ? { student: student(tenant.student) } : { team: team(tenant.team) },
  };
}

/** The check of the key that a pseudonym was made with; undefined for what is none. */
export function checkOf(key: TenantKey): string | undefined {
  return ('student' in key ? STUDENT.exec(key.student) : TEAM.exec(key.team))?.[1];
}

/** What a student is called who has no handle: a part of the pseudonym, longer than any handle is. */
export function shortName(pseudonym: Email): string {
  const [local] = pseudonym.split('@');
  const [short, rest = ''] = local!.split('+');
  return `${short}-${rest.slice(0, 8)}`;
}

/** As many letters as 256 bits give, the same for the same text. */
function lettersOf(key: PseudonymKey, purpose: string, text: string): string {
  const digest = createHmac('sha256', Buffer.from(key, 'hex')).update(`${purpose}\n${text}`).digest('hex');
  const base = BigInt(LETTERS.length);
  let letters = '';
  for (let left = BigInt(`0x${digest}`); left > 0n; left /= base) letters += LETTERS[Number(left % base)];
  return letters.padEnd(SHORT + 1 + REST, LETTERS[0]);
}
