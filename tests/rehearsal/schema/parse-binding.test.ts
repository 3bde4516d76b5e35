import type { ProviderStyle } from '../../../src/rehearsal/schema/parse-binding';
import { parseBinding } from '../../../src/rehearsal/schema/parse-binding';
import type { SampleMember } from './sample-binding';
import { made, sampleBinding, text } from './sample-binding';
import { schemaLines } from './schema-lines';

const RULE = [text('port', 'required'), text('state', 'computed')];

/** Lines of the schema of a resource with these members, and a class `WidgetRule`. */
function lines(style: ProviderStyle, ...members: readonly SampleMember[]): readonly string[] {
  const source = sampleBinding(
    { name: 'WidgetRuleOutputReference', base: 'ComplexObject', members: RULE },
    { name: 'Widget', base: 'TerraformResource', members },
  );
  return schemaLines(parseBinding(source, style));
}

const plain = (source: string, type = 'simple', storage = 'string'): SampleMember => ({
  name: 'x',
  use: 'optional',
  source: `    return ${source};`,
  hcl: [false, type, storage],
});

test.each<[string, SampleMember]>([
  ['string', plain("this.getStringAttribute('x')")],
  ['number', plain("this.getNumberAttribute('x')", 'simple', 'number')],
  ['bool', plain("this.getBooleanAttribute('x')", 'simple', 'boolean')],
  ['["list","string"]', plain("this.getListAttribute('x')", 'list', 'stringList')],
  ['["set","string"]', plain("cdktf.Fn.tolist(this.getListAttribute('x'))", 'set', 'stringList')],
  ['["set","string"]', plain("this.getListAttribute('x')", 'set', 'stringList')],
  ['["list","number"]', plain("this.getNumberListAttribute('x')", 'list', 'numberList')],
  ['["set","number"]', plain("cdktf.Fn.tolist(this.getNumberListAttribute('x'))", 'set', 'numberList')],
  ['["map","string"]', plain("this.getStringMapAttribute('x')", 'map', 'stringMap')],
  ['bool', plain('this._x', 'simple', 'boolean')],
])('The type %s is known by its getter or by how it is stored', (type, member) => {
  expect(lines('blocks', member)).toEqual([`x: optional ${type}`]);
});

test('Maps that the provider computes are known by their classes', () => {
  const map = made('a', 'computed', 'cdktf.StringMap(this, "a")');
  const maps = made('b', 'computed', 'cdktf.StringMapList(this, "b", false)');
  expect(lines('blocks', map, maps)).toEqual([
    'a: computed ["map","string"]',
    'b: computed ["list",["map","string"]]',
  ]);
});

test('An attribute that no configuration can give is the provider’s alone', () => {
  const { hcl, ...id } = text('id', 'optional computed');
  expect(lines('blocks', id)).toEqual(['id: computed string']);
  expect(lines('blocks', { ...id, hcl: hcl! })).toEqual(['id: optional computed string']);
});

const LIST: Pick<SampleMember, 'hcl'> = { hcl: [true, 'list', 'WidgetRuleList'] };
const SET: Pick<SampleMember, 'hcl'> = { hcl: [true, 'set', 'WidgetRuleList'] };
const STRUCT: Pick<SampleMember, 'hcl'> = { hcl: [true, 'struct', 'WidgetRule'] };

test.each<[string, SampleMember]>([
  ['list of 0-many', made('rule', 'optional', 'WidgetRuleList(this, "rule", false)', LIST)],
  ['list of 1-many', made('rule', 'required', 'WidgetRuleList(this, "rule", false)', LIST)],
  ['list of 0-1', made('rule', 'optional', 'WidgetRuleOutputReference(this, "rule")', LIST)],
  ['list of 1-1', made('rule', 'required', 'WidgetRuleOutputReference(this, "rule")', LIST)],
  ['set of 1-many', made('rule', 'required', 'WidgetRuleList(this, "rule", true)', SET)],
  ['set of 1-1', made('rule', 'required', 'WidgetRuleOutputReference(this, "rule")', SET)],
  ['single', made('rule', 'optional', 'WidgetRuleOutputReference(this, "rule")', STRUCT)],
])('Blocks of an SDK provider are blocks: %s', (nesting, member) => {
  expect(lines('blocks', member)).toEqual([
    `rule: ${nesting} {`,
    '  port: required string',
    '  state: computed string',
  ]);
});

test('What only the provider fills is no block, but a list of objects', () => {
  const object = '["object",{"port":"string","state":"string"}]';
  expect(lines('blocks', made('rule', 'computed', 'WidgetRuleList(this, "rule", false)'))).toEqual([
    `rule: computed ["list",${object}]`,
  ]);
  expect(lines('blocks', made('rule', 'computed', 'WidgetRuleList(this, "rule", true)'))).toEqual([
    `rule: computed ["set",${object}]`,
  ]);
});

test('What a framework provider writes in braces are attributes with attributes inside, but for timeouts', () => {
  const inside = '{ port: required string, state: computed string }';
  expect(
    lines(
      'attributes',
      made('many', 'optional', 'WidgetRuleList(this, "many", false)', LIST),
      made('some', 'optional', 'WidgetRuleList(this, "some", true)', SET),
      made('one', 'optional', 'WidgetRuleOutputReference(this, "one")', STRUCT),
      made('timeouts', 'optional', 'WidgetRuleOutputReference(this, "timeouts")', STRUCT),
    ),
  ).toEqual([
    `many: optional list ${inside}`,
    `one: optional single ${inside}`,
    `some: optional set ${inside}`,
    'timeouts: single {',
    '  port: required string',
    '  state: computed string',
  ]);
});

test('An alias is a word of the language in a provider, and an attribute anywhere else', () => {
  const provider = (base: 'TerraformProvider' | 'TerraformDataSource'): readonly string[] =>
    schemaLines(
      parseBinding(
        sampleBinding({ name: 'Widgets', base, members: [text('alias'), text('region')] }),
        'blocks',
      ),
    );
  expect(provider('TerraformProvider')).toEqual(['region: optional string']);
  expect(provider('TerraformDataSource')).toEqual(['alias: optional string', 'region: optional string']);
  expect(lines('blocks', text('alias', 'required'))).toEqual(['alias: required string']);
});

test('Everything is sorted by name', () => {
  const rule = made('b_rule', 'optional', 'WidgetRuleList(this, "b_rule", false)', LIST);
  const other = made('a_rule', 'optional', 'WidgetRuleList(this, "a_rule", false)', LIST);
  const names = lines('blocks', rule, text('zone'), other, text('area')).filter(
    (line) => !line.startsWith(' '),
  );
  expect(names).toEqual([
    'area: optional string',
    'zone: optional string',
    'a_rule: list of 0-many {',
    'b_rule: list of 0-many {',
  ]);
});

test('A shape that is not known is refused, lest the schema accept what the real one does not', () => {
  expect(() => lines('blocks', { name: 'x', use: 'optional', source: 'return this.getAnyMap();' })).toThrow(
    new Error('Attribute x has a type that is not known'),
  );
  expect(() => lines('blocks', made('x', 'optional', 'GadgetList(this, "x", false)', LIST))).toThrow(
    new Error('Widget.x: the binding has no class Gadget'),
  );
  expect(() => parseBinding('export const nothing = 1;\n', 'blocks')).toThrow(
    new Error('The binding has no class of a resource, data source or provider'),
  );
});
