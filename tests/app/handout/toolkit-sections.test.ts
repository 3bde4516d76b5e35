import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { noEndpoints } from '../../../src/app/handout/endpoints';
import { placeOf } from '../../../src/app/handout/toolkit-sections';
import { writeHandouts } from '../../../src/app/handout/write-handouts';
import { TOOLKITS, findToolkit } from '../../../src/core/catalogue/catalogue';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { allToolkitsPlan } from '../../core/all-toolkits';
import { aPlan, tenant } from '../../core/plan/a-plan';
import { COURSE, aCourse, aRoster, aStudent, changed } from '../../core/sample-cohort';
import { filesIn, temporaryFolder } from '../temporary-folder';

function written(plan: CohortPlan): ReadonlyMap<string, string> {
  const folder = join(temporaryFolder(), 'handouts');
  writeHandouts(plan, folder, noEndpoints);
  return filesIn(folder);
}

/** Files of an archive, which holds their texts as they are. */
function unpacked(archive: string): ReadonlyMap<string, string> {
  // Sizes are of bytes, and this was read as text: each file goes as far as the next one.
  const parts = archive.split('PK\u0003\u0004').slice(1);
  const names = archive.split('PK\u0005\u0006')[0]!.split('PK\u0001\u0002').slice(1).map((part) => /toolkits\/[\w./-]+/.exec(part)![0]); // prettier-ignore
  return new Map(
    names.map((name, index) => {
      const part = parts[index]!;
      return [name, part.slice(part.indexOf(name) + name.length).split('PK\u0001\u0002')[0]!];
    }),
  );
}

/** The part of a page about one toolkit. */
const partOf = (page: string, title: string): string =>
  page.split(/^#{2,3} /m).find((part) => part.split('\n')[0] === title) ?? '';

describe('A page of a place with every toolkit', () => {
  const plan = allToolkitsPlan();
  const files = written(plan);
  const page = files.get('ada/README.md')!;
  const beside = unpacked(files.get('ada/toolkits.zip')!);

  test.each(TOOLKITS.map((toolkit) => [toolkit.id, toolkit] as const))('tells of %s', (id, toolkit) => {
    const part = partOf(page, toolkit.title);
    expect(part).toContain(toolkit.gives);
    expect(part).toMatch(/ For lab\d+; /);
    expect(part).toContain(
      toolkit.handout(placeOf(tenant(plan, 'ada'), { id: id as never, size: 'small' })).trim(),
    );
  });

  test.each(TOOLKITS.filter(({ place }) => place).map((toolkit) => [toolkit.id, toolkit] as const))(
    'tells how %s is reached, what it asks for, and what shows that it works',
    (_, { title, endpoint, secrets = [], smoke }) => {
      const part = partOf(page, title);
      if (endpoint !== undefined) expect(part).toContain(`kubectl port-forward service/${endpoint.service} `);
      for (const { name, keys } of secrets)
        for (const key of keys)
          expect(part).toContain(`kubectl get secret ${name} -o go-template='{{index .data "${key}"`);
      if (smoke !== undefined) expect(part).toContain(`\`${smoke.says}\``);
    },
  );

  test('has every example beside it, and leads to each', () => {
    const expected = plan.shards[0]!.tenants[0]!.toolkits.flatMap((use) =>
      findToolkit(use.id)
        .examples(placeOf(tenant(plan, 'ada'), use))
        .map(({ name }) => `toolkits/${use.id}/${name}`),
    );
    expect([...beside.keys()].sort()).toEqual([...expected].sort());
    expect(page).toContain('unzip toolkits.zip');
    // Commands of a section name its files as they are called in their folder.
    expect(page).toContain(`\`cd ${expected[0]!.split('/').slice(0, 2).join('/')}\``);
    for (const name of expected) expect(page).toContain(`[${name}](${name})`);
  });

  test('has manifests beside it that are YAML', () => {
    const manifests = [...beside].filter(([name]) => /\.ya?ml$/.test(name));
    expect(manifests.length).toBeGreaterThan(0);
    for (const [, text] of manifests)
      for (const document of parseAllDocuments(text)) expect(document.errors).toEqual([]);
  });

  test('holds no Secret of any value, and the same bytes each time', () => {
    expect([...files.values()].join('\n')).not.toMatch(/^kind: Secret$/m);
    expect(written(plan)).toEqual(files);
  });
});

test('A place has three files, whatever its labs use', () => {
  const course = aCourse(changed(COURSE, '{ id: redis, setUp: student }', '{ id: redis }'));
  const files = written(aPlan({ course, roster: aRoster([aStudent('ada'), aStudent('bo')]) }));
  const three = ['README.md', 'kubeconfig.yaml', 'toolkits.zip'];
  expect([...files.keys()]).toEqual(
    ['ada', 'bo'].flatMap((handle) => three.map((file) => `${handle}/${file}`)),
  );
  expect(files.get('ada/toolkits.zip')).toBe(files.get('bo/toolkits.zip'));
});

test('Of a toolkit that a student sets up, a page tells no address and no check: the names are hers', () => {
  const part = partOf(written(aPlan()).get('ada/README.md')!, 'Redis');
  expect(part).toContain('For lab1; setting it up is your work, and there is room for it.');
  expect(part).not.toMatch(/Pods of your place reach it at|This shows whether it works/);
});

test('A toolkit that one lab finds ready and another has its student set up is told of for each', () => {
  const course = aCourse(changed(COURSE, '  - id: lab2\n', '  - id: lab2\n    toolkits: [{ id: redis }]\n'));
  expect(partOf(written(aPlan({ course })).get('ada/README.md')!, 'Redis')).toContain(
    'For lab1, lab2; it stands ready while lab2 is open, and sleeps at other times; in lab1 setting up one of your own is your work, under a name of its own.',
  );
});

test('A page tells of a toolkit that its student sets up as of one that is not there yet', () => {
  for (const toolkit of TOOLKITS.filter(({ setUp }) => setUp !== undefined)) {
    const use = `{ id: ${toolkit.id}, setUp: student }`;
    const plan = aPlan({ course: aCourse(changed(COURSE, '{ id: redis, setUp: student }', use)) });
    const part = partOf(written(plan).get('ada/README.md')!, toolkit.title);
    const place = placeOf(tenant(plan, 'ada'), { id: toolkit.id as never, size: 'small' });
    expect(part).toContain(
      `setting it up is your work, and there is room for it.\n\n${toolkit.setUp!(place)}`,
    );
  }
});

test('Boards are named where the place has a Grafana, each with its panels', () => {
  const withGrafana = changed(COURSE, '{ id: redis, setUp: student }', '{ id: redis }, { id: grafana }');
  const told = 'On your board "Redis": Cache hits; Memory; Evictions; Clients; Commands.';
  const page = (course: string): string => written(aPlan({ course: aCourse(course) })).get('ada/README.md')!;
  expect(partOf(page(withGrafana), 'Redis')).toContain(told);
  expect(partOf(page(withGrafana), 'Grafana')).not.toContain('On your board');
  expect(page(changed(withGrafana, ', { id: grafana }', ''))).not.toContain('On your board');
});

test('A student whose team uses a toolkit is sent to the page of the team', () => {
  const course = aCourse(
    changed(COURSE, 'weight: 50', 'weight: 50\n    workedBy: team\n    toolkits: [{ id: grafana }]'),
  );
  const pages = written(aPlan({ course, roster: aRoster([aStudent('ada', { team: 'kestrel' })]) }));
  expect(pages.get('ada/README.md')).toContain(
    'In the place of your team, and told of on its page: Grafana.',
  );
});

test('A page without toolkits says nothing of any', () => {
  const course = aCourse(changed(COURSE, '    toolkits: [{ id: redis, setUp: student }]\n', ''));
  expect(written(aPlan({ course })).get('ada/README.md')).not.toContain('Tools your labs use');
});
