// The telephones of the local stack: what arrived on them, and what their owners answer.
import assert from 'node:assert/strict';
import { gateway } from './people.mjs';

const telephones = process.env.HOTLINE_TELEPHONES ?? `http://127.0.0.1:${Number(new URL(gateway).port || 80) + 18}`;
const LOOKS = 60;
const PAUSE = 500;

/** Texts on one telephone, the oldest first. */
export async function messages(number) {
  const answer = await fetch(`${telephones}/messages?to=${number}`);
  assert.equal(answer.status, 200, 'the telephones of deploy/up answer');
  return (await answer.json()).map((one) => one.text);
}

/** The last text about this case with these words, once it has arrived: a telephone may have older ones. */
export async function arrived(number, caseNo, words) {
  for (let look = 0; look < LOOKS; look++) {
    const found = (await messages(number)).filter((text) => text.replaceAll('-', '').includes(caseNo) && words.test(text));
    if (found.length > 0) {
      return found[found.length - 1];
    }
    await new Promise((again) => setTimeout(again, PAUSE));
  }
  return assert.fail(`no message about ${caseNo} with ${words} on ${number}: ${await messages(number)}`);
}

/** A number that nobody had before: a question that a broken walk left open waits for its digit for days. */
export function freshNumber() {
  return `139${String(Date.now() % 100_000_000).padStart(8, '0')}`;
}

export async function answer(number, text) {
  const taken = await fetch(`${telephones}/replies?from=${number}`, { method: 'POST', body: text });
  assert.equal(taken.status, 200, 'the hotline takes the reply');
}
