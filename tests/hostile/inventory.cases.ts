import type { Content, HostileCase, Told } from './hostile-case';

const file = (name: string, content: Content, ...told: readonly Told[]): HostileCase => ({
  name,
  files: { 'inventory.json': content },
  told,
});

const NOT_JSON = 'this is not JSON';
const FORM = 'gcloud asset search-all-resources';
const DISK =
  '{"name":"//compute.googleapis.com/projects/w255-spring27-c1/zones/us-west1-a/disks/d","assetType":"compute.googleapis.com/Disk"}';
const UNKNOWN = 'this entry is in no form that is known';

/** Inventories that are refused, each with all that has to be told. */
export const INVENTORY: readonly HostileCase[] = [
  file('an empty file', '', { at: '1:1', message: 'the file is empty', write: FORM }),
  file('blanks alone', ' \n\n\t\n', { at: '1:1', message: 'the file is empty' }),
  file('no file', 'MISSING', { at: '1:1', message: 'there is no such file', write: FORM }),
  file('a folder', 'FOLDER', { at: '1:1', message: 'this is a folder, not a file' }),
  file('the YAML that gcloud prints by itself', '---\nname: d\nzone: us-west1-a\n', {
    at: '1:1',
    message: NOT_JSON,
    write: '--format=json',
  }),
  file('the words of gcloud for nothing', 'Listed 0 items.\n', {
    at: '1:1',
    message: NOT_JSON,
    write: '--format=json',
  }),
  file('the table that gcloud prints for people', 'NAME  ZONE\nd     us-west1-a\n', {
    at: '1:1',
    message: NOT_JSON,
    allowed: 'JSON as gcloud prints it',
  }),
  file('an error page', '<!doctype html><title>502</title>', { at: '1:1', message: NOT_JSON, got: '<!doctype' }),
  file('a download that was cut', `[\n  ${DISK},\n  {"name": "//comp`, {
    at: '3:19',
    message: 'the file ends in the middle',
  }),
  file('a comma too many', `[\n  ${DISK},\n]`, { at: '3:1', message: NOT_JSON, got: ']' }),
  file('single quotes', "[{'name': 'd'}]", { at: '1:3', message: NOT_JSON }),
  file('a line of NDJSON that is broken', `${DISK}\n{"name": oops}\n${DISK}\n{"name"\n`, 
    { at: '2:10', message: NOT_JSON, got: 'oops' },
    { at: '4:8', message: 'the file ends in the middle' },
  ),
  file('a merge conflict', `<<<<<<< ours\n${DISK}\n=======\n${DISK}\n>>>>>>> theirs\n`, {
    at: '1:1',
    message: 'git left a merge conflict here',
  }),
  file('a NUL character', `[${DISK}\0]`, { at: `1:${DISK.length + 2}`, message: 'NUL' }),
  file('Latin-1', Buffer.from('[{"name":"é"}]', 'latin1'), { at: '1:11', message: 'not UTF-8', write: FORM }),
  file('a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), {
    at: '1:1',
    message: 'not UTF-8',
  }),
  file('a list of nothing', '[]', { at: '1:1', message: 'list nothing at all', allowed: 'at least one inventory' }),
  file('a bare word', 'null', { at: '1:1', message: UNKNOWN, got: 'null' }),
  file('a number', '1e400', { at: '1:1', message: UNKNOWN }),
  file('entries of other kinds', `[\n  ${DISK},\n  null,\n  [],\n  "d",\n  {}\n]`, 
    { at: '3:1', message: UNKNOWN, got: 'null' },
    { at: '4:1', message: UNKNOWN, got: 'a list of 0' },
    { at: '5:1', message: UNKNOWN, got: '"d"' },
    { at: '6:1', message: UNKNOWN },
  ),
  file('a projection of columns', '[\n  {"name": "d", "zone": "us-west1-a"}\n]', {
    at: '2:1',
    message: UNKNOWN,
    got: 'name, zone',
    write: '--format=json',
  }),
  file('a name that is no text', '[{"name": 7, "assetType": "compute.googleapis.com/Disk"}]', {
    at: '1:1',
    message: UNKNOWN,
  }),
  file('a name of no service', '[{"name": "//disks/d", "assetType": "x"}]', { at: '1:1', message: UNKNOWN }),
  file('a name with parts of nothing', '[{"name": "//compute.googleapis.com/projects//disks/", "assetType": "x"}]', {
    at: '1:1',
    message: UNKNOWN,
  }),
  file('another program’s JSON', '{"version": 4, "terraform_version": "1.11.4", "resources": []}', {
    at: '1:1',
    message: UNKNOWN,
    got: 'version, terraform_version, resources',
  }),
  file('keys that a terminal would obey', '[{"\\u001b[2J": 1, "a\\u202e": 2}]', { at: '1:1', message: UNKNOWN }),
  file('a text of a hundred thousand open lists', '['.repeat(100_000), {
    at: '1:100001',
    message: 'the file ends in the middle',
  }),
  file('a whole text as deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, { at: '1:1', message: UNKNOWN, got: 'a list of 1' }),
]; // prettier-ignore

/** Inventories that are odd and still say something: what is found in them. */
export const ODD_INVENTORIES: readonly { readonly name: string; readonly text: string; readonly types: readonly string[] }[] = [
  { name: 'a byte order mark and line ends of Windows', text: `\uFEFF[\r\n${DISK}\r\n]\r\n`, types: ['disk'] },
  { name: 'one object', text: DISK, types: ['disk'] },
  { name: 'the list in an answer of the API', text: `{"readTime":"2027-05-01T00:00:00Z","assets":[${DISK}]}`, types: ['disk'] },
  { name: 'one line', text: `${DISK}\n`, types: ['disk'] },
  { name: 'lines with blank ones between', text: `${DISK}\n\n${DISK}\n`, types: ['disk'] },
  { name: 'a size beyond all disks', text: DISK.replace('{', '{"additionalAttributes":{"sizeGb":"1e999"},'), types: ['disk'] },
  { name: 'labels that are none', text: DISK.replace('{', '{"labels":[1],"resource":{"data":null},'), types: ['disk'] },
  { name: 'keys of objects themselves', text: DISK.replace('{', '{"__proto__":{"name":1},"constructor":null,"labels":{"__proto__":"x"},'), types: ['disk'] },
  { name: 'a date of nowhere', text: '[{"projectId":"w255-spring27-c1","lifecycleState":"DELETE_REQUESTED","deleteTime":"soon"}]', types: [] },
  { name: 'a date at the end of time', text: '[{"projectId":"w255-spring27-c1","lifecycleState":"DELETE_REQUESTED","deleteTime":"9999-12-31T23:59:59Z"}]', types: [] },
  { name: 'a policy without members', text: '[{"resource":"//cloudresourcemanager.googleapis.com/projects/p","policy":{"bindings":[null,{"role":1},{"role":"r","members":[3]}]}}]', types: [] },
  { name: 'a type that is named as what every object has', text: '[{"name":"//constructor.googleapis.com/projects/w255-spring27-c1/toString/x","assetType":"a"}]', types: ['a'] },
  { name: 'a name that a terminal would obey', text: DISK.replace('disks/d', 'disks/\\u001b[31md\\u202e'), types: ['disk'] },
]; // prettier-ignore
