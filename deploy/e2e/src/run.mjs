// All walks, two at a time: where one waits for a clock or for the log, another has the processors.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
// It waits two minutes for the units to check their lines: it begins first, and costs no time of its own.
const LONGEST = 'ranking.test.mjs';
const walks = readdirSync(folder).filter((name) => name.endsWith('.test.mjs') && name !== LONGEST);

run({ files: [LONGEST, ...walks].map((name) => join(folder, name)), concurrency: 2 })
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
