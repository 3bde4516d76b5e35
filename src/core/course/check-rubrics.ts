import { imageName } from '../domain/pinned-images';
import type { Problem } from '../input/problem';
import { shown } from '../input/problem';
import type { Path, YamlSource } from '../input/yaml-source';
import type { Course, Lab } from './course.schema';
import type { Rubric } from './rubric.schema';

/** What a rubric says well by itself and not in its course: its image, its room, its body. */
export function checkRubrics(
  { labs = [], images = [] }: Partial<Course>,
  source: YamlSource,
): readonly Problem[] {
  return labs.flatMap((lab, index) =>
    lab.load === undefined
      ? []
      : [
          ...imageIsAllowed(lab.load, images, source, ['labs', index, 'load', 'image']),
          ...hasRoom(lab, source, ['labs', index, 'toolkits']),
          ...bodyIsSent(lab.load, source, ['labs', index, 'load', 'body']),
        ],
  );
}

function imageIsAllowed(
  { image }: Rubric,
  images: readonly string[],
  source: YamlSource,
  path: Path,
): readonly Problem[] {
  const name = imageName(image);
  if (images.some((each) => name === each || name.startsWith(`${each}/`))) return [];
  return [
    source.problem(path, {
      message: 'no place may run this image: the course does not allow it',
      got: shown(image),
      allowed: images.length === 0 ? 'none: images is empty' : `one of ${images.join(', ')}`,
      write: `images: [${name}, …]`,
    }),
  ];
}

/** What runs the load needs room in the place; the toolkit is what makes it. */
function hasRoom({ id, toolkits }: Lab, source: YamlSource, path: Path): readonly Problem[] {
  if (toolkits.some((use) => use.id === 'k6')) return [];
  return [
    source.problem(path, {
      message: `the lab ${id} has a load and no room for what makes it`,
      allowed: 'the toolkit k6 among the toolkits of a lab with a load',
      write: 'toolkits: [{ id: k6, size: small }]',
    }),
  ];
}

function bodyIsSent({ method, body }: Rubric, source: YamlSource, path: Path): readonly Problem[] {
  if (body === undefined || method === 'POST') return [];
  return [
    source.problem(path, {
      message: 'a GET sends no body',
      got: shown(body),
      allowed: 'a body with method: POST',
      write: 'method: POST',
    }),
  ];
}
