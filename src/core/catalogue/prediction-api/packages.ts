import type { PythonPackage } from '../build/python-packages';

/** FastAPI, a server for it and its metrics, with all that they need; for Python 3.12 on both kinds of processors. */
export const API_PACKAGES: readonly PythonPackage[] = [
  ['annotated-doc', '0.0.7', '6bc31bbbec6dfaaedc1676dbc11dbda96fe22a2b5c400e9ebad113fec44a9dc6'],
  ['annotated-types', '0.8.0', 'f072f4d804ea359e4eaf198b1af7a8b0943881a87f31bb764f8bf219bb9419e0'],
  ['anyio', '4.16.0', 'c66ae634e0b8228396b801741beb3294326d4b6102f7bba4041c0dfb58c29026'],
  ['click', '8.5.1', '8bb5376d2006950386f8c6427613334a2acadc5f559cb80e638d00b4df957e37'],
  ['fastapi', '0.165.0', '896f48462042bb4f162147eb8fac7e858753dc1f486765709baf105d70e4fc5b'],
  ['h11', '0.16.0', '63cf8bbe7522de3bf65932fda1d9c2772064ffb3dae62d55932da54b31cb6c86'],
  ['idna', '3.20', 'ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c'],
  ['opentelemetry-api', '1.45.2', '2cbd737377e710ee740d261c94e93fa0f08e6d037c18f17513cc0a2d94479a34'],
  ['prometheus-client', '0.26.0', 'fa93d06737aa02bacd05794768508bb97d2fbee28cb3bca04eaae92f0ca953d6'],
  [
    'prometheus-fastapi-instrumentator',
    '8.1.0',
    'b9f40b2cff3f7891ca0610b3ae4fc6ec723fd326b04bb659819aaeb821a0fc7d',
  ],
  ['pydantic', '2.14.3', '3f7b347782ab7e4cf4c798496ae3a82787d9f21ec12676a9c564355eeef8daa8'],
  [
    'pydantic-core',
    '2.50.4',
    'c81d98e27d9d9261909dcccab1ba5d6ea1c98b0bb9470e368604614fd1d36ddd',
    '16902a147b3da4840612164a5e67947104d63e978f7a57c395877a5e26690b9c',
  ],
  ['starlette', '1.10.0', '478c0ab3b4ced6e82719849c118fa406f0278a3499c1a898cd15cd31bdc38ce4'],
  ['typing-extensions', '4.16.0', '481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8'],
  ['typing-inspection', '0.4.5', 'bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39'],
  ['uvicorn', '0.54.0', '505bdb0f318731d45f1f712071fc781a8981f6847a31c902c9f5e652d4f67faf'],
];
