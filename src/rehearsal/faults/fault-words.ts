import type { Fault, OperationMatch } from './fault';
import { ANY } from './fault';

/** A fault as a sentence without its full stop, for reports and progress. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'refuse':
      return fault.when === 'before'
        ? `Google refuses ${calls(fault)} with ${fault.status}`
        : `Google does ${calls(fault)}, and answers ${fault.status} all the same`;
    case 'slow':
      return `${calls(fault)} ${fault.times === 1 ? 'takes' : 'take'} ${fault.seconds} seconds longer`;
    case 'provider-crash':
      return `the provider crashes at its ${ordinal(fault.nth)} call`;
    case 'terraform-killed':
      return `terraform is killed after ${counted(fault.afterOperations, 'operation')}`;
    case 'drift':
      return `someone ${fault.change === 'delete' ? 'deletes' : 'changes'} a ${fault.type} by hand`;
    case 'lock-held':
      return `a run that is dead holds the state lock of ${stackWords(fault.stack)}`;
    case 'disk-full':
      return `the disk is full when the state of ${stackWords(fault.stack)} is saved${fault.times === 1 ? '' : `, ${fault.times} times`}`;
  }
}

/** `the 2nd create of a google_storage_bucket`, `3 creates of google_storage_bucket from the 2nd on`. */
function calls({ action, type, nth, times }: OperationMatch): string {
  const what = type === ANY ? 'any type' : type;
  return times === 1
    ? `the ${ordinal(nth)} ${action} of ${what}`
    : `${times} ${action}s of ${what} from the ${ordinal(nth)} on`;
}

const stackWords = (stack: string): string => (stack === ANY ? 'the first stack' : stack);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
export function ordinal(count: number): string {
  const teen = Math.floor((count % 100) / 10) === 1;
  const ending = teen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10];
  return `${count}${ending ?? 'th'}`;
}

/**
 * What terraform must print for a person to know the cause; of what fails no run, what its plan or the
 * report tells. Terraform breaks lines as it likes, so any white space stands for any other.
 */
export function expectedMessage(fault: Fault): RegExp {
  switch (fault.kind) {
    case 'refuse':
      // A cluster answers with the same statuses and in its own words.
      return fault.type.startsWith('helm_')
        ? words(`\\b${fault.status}\\b`, fault.type)
        : inAnyOrder(`googleapi: Error ${fault.status}:`, fault.type === ANY ? '' : fault.type);
    case 'slow':
      return words(fault.type === ANY ? fault.action : fault.type);
    // Of terraform's own words for a connection that broke, which one it prints depends on the moment.
    case 'provider-crash':
      return /Plugin\s+did\s+not\s+respond|Plugin\s+error|Request\s+cancelled/;
    case 'terraform-killed':
      return /terraform\s+was\s+killed/i;
    case 'drift':
      return fault.change === 'delete'
        ? words(fault.type, '(has been deleted|will be created)')
        : words(fault.type, '(has changed|will be updated in-place|must be replaced)');
    case 'lock-held':
      return /Error\s+acquiring\s+the\s+state\s+lock/;
    case 'disk-full':
      return /no\s+space\s+left|Failed\s+to\s+(save|persist)\s+state/i;
  }
}

/** Parts in this order, whatever stands between them; a space is any white space. */
const words = (...parts: readonly string[]): RegExp =>
  new RegExp(
    parts
      .filter((part) => part !== '')
      .map((part) => part.replaceAll(' ', '\\s+'))
      .join('[\\s\\S]*'),
  );

/** Both parts, whichever comes first: of a deletion terraform prints no address behind the provider's words. */
const inAnyOrder = (one: string, other: string): RegExp =>
  new RegExp(`(?=[\\s\\S]*${other})[\\s\\S]*${one.replaceAll(' ', '\\s+')}`);
