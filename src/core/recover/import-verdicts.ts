import type { Adoption, NotAdopted } from './adoption';
import type { PlanEvents, TerraformError } from './plan-events';

/** What a plan that failed says of the things it was to import. */
export interface ImportVerdicts {
  /** Addresses of what does not stand. */
  readonly absent: ReadonlySet<string>;
  /** What may stand, but could not be read. */
  readonly unread: readonly NotAdopted[];
}

/** Terraform's own words: the provider read the id and found nothing there. */
const NOTHING_THERE =
  /^While attempting to import an existing object to "(.+?)", the provider detected that no/;
/** Words of providers for the same: an API that was never on has nothing either. */
const NOTHING =
  /\bnon-existent remote object\b|\bnot ?found\b|\bError 404\b|returned no instance states|SERVICE_DISABLED|has not been used in project \S+ before or it is disabled/i;

/**
 * Reads errors of a plan. Terraform does not say which import an error of the provider belongs to: it is the one
 * whose id the error tells, or whose reading began and did not end, or whose name the error tells.
 */
export function importVerdicts(events: PlanEvents, imports: readonly Adoption[]): ImportVerdicts {
  const absent = new Set<string>();
  const unread = new Map<string, NotAdopted>();
  const open = imports.filter(({ address }) => !events.read.has(address));
  for (const error of events.errors) {
    const nothingAt = NOTHING_THERE.exec(error.detail)?.[1];
    if (nothingAt !== undefined) absent.add(nothingAt);
    else {
      for (const { address, id } of meant(error, open, events)) {
        if (NOTHING.test(textOf(error))) absent.add(address);
        else unread.set(address, { address, id, why: error.summary });
      }
    }
  }
  // Where several errors may mean the same import, none is taken for proof that it does not stand.
  for (const address of unread.keys()) absent.delete(address);
  return { absent, unread: [...unread.values()] };
}

/** The imports that an error is about, by the surest sign there is. */
function meant(error: TerraformError, open: readonly Adoption[], { begun }: PlanEvents): readonly Adoption[] {
  const text = textOf(error);
  const broken = open.filter(({ address }) => begun.has(address));
  const nameOf = ({ id }: Adoption): string => id.slice(id.lastIndexOf('/') + 1);
  const signs = [
    wholeOnes(open.filter(({ id }) => tells(text, id))),
    broken.filter((each) => tells(text, nameOf(each))),
    broken,
    open.filter((each) => tells(text, nameOf(each))),
  ];
  return signs.find((found) => found.length > 0) ?? [];
}

/** Without those whose id is a part of another's: a project's is a part of all that is in it. */
const wholeOnes = (found: readonly Adoption[]): readonly Adoption[] =>
  found.filter((each) => !found.some((other) => other !== each && other.id.includes(each.id)));

const textOf = ({ summary, detail }: TerraformError): string => `${summary}\n${detail}`;

/** Whether `word` stands in `text`, and not as a part of a longer name. */
function tells(text: string, word: string): boolean {
  const isName = (character: string | undefined): boolean => /[\w-]/.test(character ?? '');
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isName(text[at - 1]) && !isName(text[at + word.length])) return true;
  }
  return false;
}
