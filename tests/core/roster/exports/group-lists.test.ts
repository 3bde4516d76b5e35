import {
  sectionsIn,
  shorterSections,
  takenSection,
  teamsIn,
} from '../../../../src/core/roster/exports/group-lists';

test.each([
  ['', []],
  ['001', ['001']],
  ['CS101 LEC 001, CS101 DIS 101', ['CS101 LEC 001', 'CS101 DIS 101']],
  ['CS101 LEC 001 and CS101 DIS 101', ['CS101 LEC 001', 'CS101 DIS 101']],
  ['CS101 LEC 001, CS101 DIS 101, and CS101 LAB 3', ['CS101 LEC 001', 'CS101 DIS 101', 'CS101 LAB 3']],
  ['Research and Design 001', ['Research and Design 001']],
  ['001; 101; 001', ['001', '101']],
])('The sections of %j are %j', (cell, sections) => expect(sectionsIn(cell)).toEqual(sections));

test('Of several sections the first that is no lecture is taken, else the first', () => {
  expect(takenSection('CS101 LEC 001, CS101 DIS 101, CS101 DIS 102')).toEqual({
    section: 'CS101 DIS 101',
    several: true,
  });
  expect(takenSection('CS101 LEC 001, CS101 LEC 002')).toEqual({ section: 'CS101 LEC 001', several: true });
  expect(takenSection('CS101 LEC 001')).toEqual({ section: 'CS101 LEC 001', several: false });
  expect(takenSection('')).toEqual({ section: '', several: false });
});

test('Teams are the groups that begin with the prefix, or all', () => {
  expect(teamsIn('Kestrel, Lab 2', undefined)).toEqual(['Kestrel', 'Lab 2']);
  expect(teamsIn('Team 4, Lab 2', 'team')).toEqual(['Team 4']);
  expect(teamsIn('Lab 2', 'Team')).toEqual([]);
  expect(teamsIn('No groups', undefined)).toEqual([]);
});

test('Long names of sections are cut at a word where they stay different', () => {
  const long = (end: string): string => `Machine learning systems at scale ${end} of the spring term`;
  expect(shorterSections([long('001'), long('001'), '002'])).toEqual(
    new Map([[long('001'), 'Machine learning systems at scale 001 of']]),
  );
});

test('Long names that a cut would make one are left as they are', () => {
  const long = (end: string): string => `Machine learning systems at the scale of everything ${end}`;
  expect(shorterSections([long('001'), long('002')])).toEqual(new Map());
  expect(shorterSections(['x'.repeat(41)])).toEqual(new Map());
});
