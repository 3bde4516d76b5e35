import { bindingClasses } from '../../../src/rehearsal/schema/binding-classes';
import { made, sampleBinding, text } from './sample-binding';

const SOURCE = sampleBinding(
  { name: 'WidgetRuleOutputReference', base: 'ComplexObject', members: [text('port', 'required')] },
  {
    name: 'Widget',
    base: 'TerraformResource',
    members: [
      text('etag', 'computed'),
      text('name', 'required'),
      made('rule', 'optional', 'WidgetRuleOutputReference(this, "rule")', {
        hcl: [true, 'list', 'WidgetRuleList'],
      }),
    ],
  },
);

test('The classes of a binding are found with their members, in order', () => {
  const classes = bindingClasses(SOURCE);
  expect([...classes.keys()]).toEqual(['WidgetRuleOutputReference', 'Widget']);
  expect(classes.get('Widget')!.members).toMatchObject([
    { name: 'etag', computed: true, optional: false, required: false },
    { name: 'name', computed: false, optional: false, required: true },
    { name: 'rule', computed: false, optional: true, required: false },
  ]);
});

test('A member’s text ends where the next begins, or where the class goes on to other things', () => {
  const [etag, , rule] = bindingClasses(SOURCE).get('Widget')!.members;
  expect(etag!.source).toContain("getStringAttribute('etag')");
  expect(etag!.source).not.toContain("'name'");
  expect(rule!.source).not.toContain('synthesizeHclAttributes');
});

test('What a configuration may give stands in the class itself, or in the function of its struct', () => {
  const classes = bindingClasses(SOURCE);
  expect([...classes.get('Widget')!.arguments]).toEqual([
    ['name', { isBlock: false, type: 'simple', storageClass: 'string' }],
    ['rule', { isBlock: true, type: 'list', storageClass: 'WidgetRuleList' }],
  ]);
  expect([...classes.get('WidgetRuleOutputReference')!.arguments.keys()]).toEqual(['port']);
});

test('A struct without a class, as in a provider’s configuration, is known by its interface and its function', () => {
  const source = `export interface BatchingOptions {
  readonly sendAfter?: string;
  readonly enableBatching: boolean | cdktf.IResolvable;
}
export function batchingOptionsToHclTerraform(struct?: BatchingOptions): any {
  const attrs = {
    enable_batching: {
      value: cdktf.booleanToHclTerraform(struct!.enableBatching),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    send_after: {
      value: cdktf.stringToHclTerraform(struct!.sendAfter),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };
}
`;
  const { members } = bindingClasses(source).get('BatchingOptions')!;
  expect(members).toEqual([
    { name: 'enable_batching', required: true, optional: false, computed: false, source: '' },
    { name: 'send_after', required: false, optional: true, computed: false, source: '' },
  ]);
});
