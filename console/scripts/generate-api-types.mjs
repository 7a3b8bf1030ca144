// Writes the TypeScript types of the four APIs from the services' committed OpenAPI files, so that a changed
// contract breaks this build and not a screen.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'src', 'api', 'generated');
await mkdir(target, { recursive: true });

for (const service of ['intake', 'dispatch', 'evaluation', 'reporting']) {
  const source = join(here, '..', '..', `${service}-service`, 'openapi', 'openapi.json');
  const description = JSON.parse(await readFile(source, 'utf8'));
  const types = astToString(await openapiTS(description));
  const file = join(target, `${service}.ts`);
  // Untouched when equal, so that a build that has nothing to do stays one.
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before !== types) {
    await writeFile(file, types);
  }
}
