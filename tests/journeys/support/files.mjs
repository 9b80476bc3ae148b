// Files that the page gives, and what is in them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

/** Does what makes the page give a file; its name and bytes. */
export async function downloaded(page, act, options = {}) {
  const [download] = await Promise.all([page.waitForEvent('download', options), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/**
 * The same in a row of many: Chromium drops what is more than ten downloads in a second,
 * which nobody presses by hand, so what was dropped is asked for again.
 */
export async function downloadedAgain(page, act) {
  for (let left = 3; ; left -= 1) {
    try {
      return await downloaded(page, act, { timeout: 3_000 });
    } catch (failure) {
      if (failure.name !== 'TimeoutError' || left === 1) throw failure;
    }
  }
}

/** Both are the same bytes; if not, says from where on they differ. */
export function sameBytes(actual, expected, what) {
  if (actual.equals(expected)) return;
  const [have, want] = [actual, expected].map((bytes) => bytes.toString('utf8').split('\n'));
  const line = want.findIndex((text, i) => text !== have[i]);
  const from = Math.max(0, line);
  const some = (lines) => lines.slice(from, from + 8).join('\n');
  assert.fail(`${what}: the bytes differ from line ${line + 1} on; there is\n${some(have)}\nand not\n${some(want)}`);
}

/** The files in a ZIP archive, by path, read by way of its central directory. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  assert.notEqual(end, -1, 'not a ZIP archive');
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50, 'no entry of a ZIP directory');
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((i) => bytes.readUInt16LE(at + i));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    assert.ok(!files.has(name), `${name} is in the archive twice`);
    files.set(name, content(bytes, at));
    at += 46 + nameLength + extraLength + noteLength;
  }
  return files;
}

function content(bytes, entry) {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const head = bytes.readUInt32LE(entry + 42);
  const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
  const packed = bytes.subarray(start, start + size);
  assert.ok(method === 0 || method === 8, `an archive packed in the way ${method}`);
  return method === 0 ? Buffer.from(packed) : inflateRawSync(packed);
}
