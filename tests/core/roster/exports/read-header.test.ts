import { readCsv } from '../../../../src/core/input/csv-source';
import { readHeader } from '../../../../src/core/roster/exports/read-header';
import { linesOf, problemsOf, valueOf } from '../../outcomes';

const read = (header: string) => readHeader(valueOf(readCsv('export.csv', `${header}\n`)));

test('A header says whose export it is and where each thing stands', () => {
  const { format, columns, ignored } = valueOf(read('SID,Last Name,Shoe size,First_Name,EMAIL'));
  expect(format.id).toBe('gradescope');
  expect([...columns]).toEqual([['id', 0], ['lastName', 1], ['firstName', 3], ['email', 4]]); // prettier-ignore
  expect(ignored).toEqual([]);
});

test('Of a file made by hand it is told what is not read, and a slip is a problem', () => {
  expect(valueOf(read('email,name,shoe size')).ignored).toEqual(['shoe size']);
  expect(problemsOf(read('email,name,githb'))).toMatchObject([
    { line: 1, column: 12, message: 'the column "githb" is unknown', write: 'github' },
  ]);
});

test('A column that is there already is not suggested again', () => {
  expect(valueOf(read('email,name,team,teams2')).ignored).toEqual(['teams2']);
});

test('A header that is almost that of an export names it, and what it lacks', () => {
  expect(linesOf(problemsOf(read('Student,ID,Section')))).toEqual([
    'export.csv:1:1 no export that is known has this header; a Canvas gradebook would also have sis login id',
  ]);
});

test('Of hundreds of columns that tell the same twenty are told', () => {
  expect(problemsOf(read(`email${',mail'.repeat(300)}`))).toHaveLength(20);
});
