import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as citizen from '../src/i18n/citizen';
import * as staff from '../src/i18n/staff';

type Words = { [key: string]: string | Words };

function flat(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flat(value, `${prefix}${key}.`),
  );
}

const known = new Set([...flat(citizen.zh), ...flat(staff.zh)]);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.(vue|ts)$/.test(entry.name) ? [path] : [];
  });
}

describe('the words', () => {
  it('are the same in both languages', () => {
    expect(flat(citizen.en).sort()).toEqual(flat(citizen.zh).sort());
    expect(flat(staff.en).sort()).toEqual(flat(staff.zh).sort());
  });

  it('name the same values in both', () => {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();
    const value = (words: Words, path: string) =>
      path.split('.').reduce<string | Words>((at, key) => (at as Words)[key] ?? '', words) as string;
    for (const key of flat(staff.zh)) {
      expect(`${key} ${holes(value(staff.en, key))}`).toBe(`${key} ${holes(value(staff.zh, key))}`);
    }
  });

  it('that a screen asks for are there', () => {
    const missing: string[] = [];
    for (const file of sources('src')) {
      const text = readFileSync(file, 'utf8');
      for (const match of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
        if (!known.has(match[1] ?? '')) {
          missing.push(`${file}: ${match[1]}`);
        }
      }
      // t(`kind.${x}`): at least one word must begin like that.
      for (const match of text.matchAll(/\bt\(\s*`([^$`]+)\$\{/g)) {
        if (![...known].some((key) => key.startsWith(match[1] ?? ''))) {
          missing.push(`${file}: ${match[1]}…`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});
