import type { PythonPackage } from '../build/python-packages';

/** What runs ONNX models, with all that it needs; for Python 3.12 on both kinds of processors. */
export const ONNX_RUNTIME_PACKAGES: readonly PythonPackage[] = [
  ['flatbuffers', '25.12.19', '7634f50c427838bb021c2d66a3d1168e9d199b0607e6329399f04846d42e20b4'],
  [
    'numpy',
    '2.4.6',
    '90f9849678c75fe7afa2d348ac842c168b0a4d3d61919687216dfc547976d853',
    '5f9fb9157b4ce2971008323afe46053787b526ef624fea915b261468a8421a0f',
  ],
  [
    'onnxruntime',
    '1.31.1',
    '1f3dea47f2f0e5117c2404cea7d21fd253ae7836a3bf167a501cdfbb2600d536',
    '0b9a492176886992e0e875f06bc0367e333f5fff11711a2d642e18b02f3009cc',
  ],
  ['packaging', '26.3', 'd7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c'],
  [
    'protobuf',
    '7.36.2',
    '89f23aa53c24553a2416fd4fd1ec06f74fa42b14b546d8883128813f775bbfd2',
    'e11e1f0180583a2af89db6a2ecd9e8dc40aa6d2988ca175bfd0e6d12ea72d74e',
  ],
];

/** What makes ONNX models and runs them. */
export const ONNX_PACKAGES: readonly PythonPackage[] = [
  ...ONNX_RUNTIME_PACKAGES,
  [
    'ml-dtypes',
    '0.6.0',
    '3b4a480aa8fd54a1805b8ac10f3f91763926a74f73c0c364c10f9231854f4170',
    '37da32aa97749251025666d62372775019594577b9c9e9cfda83bed48d778fdb',
  ],
  [
    'onnx',
    '1.23.2',
    '7abf381d278f31ac62487fddedc9dd42da842dce94d5d43536836ee3efdf4a2b',
    'a203efdbaabbbe8f25e854e2b2921382d6fcf4c67895656f939044b0632974e8',
  ],
  ['typing-extensions', '4.16.0', '481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8'],
];
