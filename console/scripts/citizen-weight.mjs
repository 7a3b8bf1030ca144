// Fails the build when the citizen's page grows past what a phone on a slow line should load.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limit = 150_000;
const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const manifest = JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8'));

const files = new Set(['index.html']);
function follow(name) {
  const chunk = manifest[name];
  if (files.has(chunk.file)) {
    return;
  }
  files.add(chunk.file);
  (chunk.css ?? []).forEach((file) => files.add(file));
  (chunk.imports ?? []).forEach(follow);
}
follow('index.html');
follow('src/citizen/TrackPage.vue');

let total = 0;
for (const file of files) {
  total += gzipSync(await readFile(join(dist, file)), { level: 9 }).length;
}
console.log(`citizen's page: ${files.size} files, ${(total / 1000).toFixed(1)} kB gzip (limit ${limit / 1000} kB)`);
if (total > limit) {
  console.error([...files].join('\n'));
  process.exit(1);
}
