import { drop, inObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const WINDOWS = 'ConfigMap practicum-system/windows';
const HOURS = 'ConfigMap practicum-system/hours';
const POLICY = 'ValidatingAdmissionPolicy practicum-windows';
const BINDING = 'ValidatingAdmissionPolicyBinding practicum-windows';
const OTHERWISE = 'work may be changed after its deadline, or begun before its lab opens';
const NOT_NOW =
  'The windows of labs are not those of this instant: work may be changed too early or too late; write the output anew';
const OTHER_HOURS = 'The hours are not those of this instant: an exam may be none; write the output anew';

/** Ways in which a deadline does not hold, or an exam is none. */
export const WINDOWS_WEAKENINGS = [
  weakening('a closed lab is open', inObject(WINDOWS, put('data > lab1', 'open')), 'admission', NOT_NOW),
  weakening('a lab is not among the windows', inObject(WINDOWS, drop('data > lab2')), 'admission', NOT_NOW),
  weakening(
    'a place has an extension that nobody granted',
    inObject(WINDOWS, put('data > _ada.lab1', 'open')),
    'admission',
    NOT_NOW,
  ),
  weakening('the windows are gone', withoutObject(WINDOWS), 'admission', NOT_NOW),
  weakening(
    'it is an exam that nobody planned',
    inObject(HOURS, put('data > _everywhere', 'exam lab:lab2')),
    'admission',
    OTHER_HOURS,
  ),
  weakening('the hours are gone', withoutObject(HOURS), 'admission', OTHER_HOURS),
  weakening(
    'the policy reads no windows',
    inObject(POLICY, drop('spec > paramKind')),
    'admission',
    `practicum-windows reads no parameters: ${OTHERWISE}`,
  ),
  weakening(
    'the policy does not look at what is deleted',
    inObject(POLICY, put('spec > matchConstraints > resourceRules > 0 > operations', ['CREATE', 'UPDATE'])),
    'admission',
    `practicum-windows does not look at DELETE of every resource: ${OTHERWISE}`,
  ),
  weakening(
    'the binding takes what has a label for windows',
    inObject(BINDING, put('spec > paramRef > selector', {})),
    'admission',
    `The binding of practicum-windows takes its parameters otherwise: by selector: ${OTHERWISE}`,
  ),
  weakening(
    'without its windows the policy lets all through',
    inObject(BINDING, put('spec > paramRef > parameterNotFoundAction', 'Allow')),
    'admission',
    `The binding of practicum-windows takes its parameters otherwise: by parameterNotFoundAction: ${OTHERWISE}`,
  ),
  weakening(
    'another policy takes parameters',
    inObject(
      'ValidatingAdmissionPolicy practicum-pods',
      put('spec > paramKind', { apiVersion: 'v1', kind: 'ConfigMap' }),
    ),
    'admission',
    "practicum-pods takes parameters of which nothing is known: a pod may choose its node, push others away, or mount what is not the tenant's",
  ),
];
