import type { Toolkit, ToolkitPlace } from '../toolkit';
import { stands } from '../workloads';
import { objectsOf } from './example-faults';

/** What is wrong with what people are told of a toolkit. */
export function toldFaults(toolkit: Toolkit, place: ToolkitPlace, ids: readonly string[]): readonly string[] {
  const { title, gives, homepage, licence, endpoint, shown, retired } = toolkit;
  return [
    ...(title.trim() === '' ? ['title: is empty'] : []),
    ...(/^[A-Z].*\.$/.test(gives) ? [] : ['gives: is no sentence']),
    ...(/^https:\/\//.test(homepage) ? [] : ['homepage: is no https address']),
    ...(isLicence(licence) ? [] : [`licence: "${licence}" is no SPDX expression`]),
    ...pageFaults('handout', toolkit.handout(place), endpoint),
    ...setUpFaults(toolkit, place),
    ...smokeFaults(toolkit, place),
    ...('why' in shown && shown.why.trim() === '' ? ['shown: does not say why'] : []),
    ...(retired === undefined ? [] : retirementFaults(retired, ids)),
  ];
}

/** What is wrong with a text of the page. */
function pageFaults(field: string, text: string, endpoint: Toolkit['endpoint']): readonly string[] {
  return [
    ...(text.trim() === '' ? [`${field}: says nothing`] : []),
    ...(text.split('\n').length > 40 ? [`${field}: is longer than 40 lines`] : []),
    ...(endpoint === undefined || text.includes(endpoint.service)
      ? []
      : [`${field}: does not name ${endpoint.service}`]),
  ];
}

/** Where setting it up is the work of a lab, the page may not speak as if it stood; what never stands has one text. */
function setUpFaults(toolkit: Toolkit, place: ToolkitPlace): readonly string[] {
  const { setUp, endpoint } = toolkit;
  if (setUp === undefined) return [];
  const text = setUp({ ...place, toolkits: [] });
  return [
    ...pageFaults('setUp', text, endpoint),
    ...(text === toolkit.handout(place) ? ['setUp: says the same as the handout of one that stands'] : []),
    ...(stands(toolkit)
      ? []
      : ['setUp: nothing of it stands, so that the handout is for the student who sets it up']),
  ];
}

/** Ids in the form of SPDX, joined by AND, OR, WITH; `LicenseRef-` for what has none. That they are on its list, a test knows. */
const isLicence = (text: string): boolean =>
  /^(LicenseRef-)?[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$/.test(text);

function smokeFaults(toolkit: Toolkit, place: ToolkitPlace): readonly string[] {
  const { smoke, workloads = [] } = toolkit;
  if (smoke === undefined) return [];
  const examples = toolkit.examples(place).flatMap((file) => objectsOf(file) ?? []);
  const names = new Set([
    ...[...(toolkit.place?.(place) ?? []), ...examples].map(({ metadata }) => metadata.name),
    ...workloads.map(({ name }) => name),
  ]);
  const named = smoke.kubectl.some((word) => {
    const name = word.replace(/^[a-z.]+\//, '');
    return names.has(name) || names.has(name.replace(/-\d+$/, ''));
  });
  return [
    ...(named ? [] : [`smoke: names nothing that stands or an example starts: ${smoke.kubectl.join(' ')}`]),
    ...(smoke.says.trim() === '' ? ['smoke: has no answer'] : []),
  ];
}

function retirementFaults(
  { since, source, instead, says }: NonNullable<Toolkit['retired']>,
  ids: readonly string[],
): readonly string[] {
  return [
    ...(/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(since) ? [] : ['retired.since: is no month']),
    ...(source.trim() === '' ? ['retired.source: is empty'] : []),
    ...(says.trim() === '' ? ['retired.says: is empty'] : []),
    ...(instead.length > 0 ? [] : ['retired.instead: names nothing']),
    ...instead.filter((id) => !ids.includes(id)).map((id) => `retired.instead: no toolkit ${id}`),
  ];
}
