// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Every file below a folder that a build may read: tests, maps and hidden files left out, sorted, paths with `/`.
 * @param {string} base
 * @param {string} path file or folder below base
 * @returns {string[]} paths relative to base
 */
export function sourceFiles(base, path) {
  const start = join(base, path);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(?:test|spec)\.[jt]sx?$|\.md$/u.test(entry.name))
    .map((entry) => relative(base, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * One hash over names and contents: equal exactly when nothing that goes in has changed.
 * @param {string} base
 * @param {readonly string[]} files relative to base
 * @param {string} [also] further input, such as options
 * @returns {string} hex
 */
export function hashOfFiles(base, files, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of files) {
    const bytes = readFileSync(join(base, file));
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
