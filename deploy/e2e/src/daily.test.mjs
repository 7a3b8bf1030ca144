import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, openBrowser, shot, signIn } from './people.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

test('the report of a day counts what happened on it, and each number opens its cases', async () => {
  const page = await signIn(browser, 'leader');
  await goTo(page, 'daily-report');
  await page.getByTestId('daily-report').waitFor();
  const yesterday = await page.getByTestId('daily-report').getAttribute('data-date');

  // What the demonstration has done, it did on working days up to this one.
  await page.getByTestId('daily-after').click();
  await page.waitForFunction(
    (before) => document.querySelector('[data-testid="daily-report"]')?.dataset.date !== before,
    yesterday,
  );
  const registered = page.getByTestId('daily-REGISTERED');
  const count = Number(await registered.getAttribute('data-count'));
  assert.ok(count > 0, 'somebody has registered something today');
  await shot(page, 'daily-report');
  await page.emulateMedia({ media: 'print' });
  await shot(page, 'daily-report-paper');
  await page.emulateMedia({ media: null });

  await registered.getByRole('button').click();
  const listed = await page.getByTestId('counted-cases').getByTestId('list-count').getAttribute('data-count');
  assert.ok(Number(listed) >= count, `${listed} cases behind the number ${count}`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
