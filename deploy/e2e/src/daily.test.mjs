import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { goTo, openBrowser, shot, signIn } from './people.mjs';
import { program } from './program.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

test('the report of a day counts what happened on it, and each number opens its cases', async () => {
  // By program, before anybody looks: this walk may be the first of the day.
  const centre = await program('simulator');
  await centre.post('/intake/api/cases', {
    kind: 'HELP',
    urgency: 'NORMAL',
    channel: 'PHONE',
    categoryCode: '010103',
    placeCode: '370281001',
    title: '井盖松动有响声',
    content: '车辆经过时井盖松动有响声。',
    reporter: { name: '市民甲', phone: '13800001234' },
  });
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
  for (let look = 0; look < 20 && (await registered.getAttribute('data-count')) === '0'; look++) {
    await page.reload();
    await registered.waitFor();
  }
  const count = Number(await registered.getAttribute('data-count'));
  assert.ok(count > 0, 'somebody has registered something today');
  await shot(page, 'daily-report');
  await page.emulateMedia({ media: 'print' });
  await shot(page, 'daily-report-paper');
  await page.emulateMedia({ media: null });

  await page.getByTestId('daily-open-REGISTERED').click();
  const listed = await page.getByTestId('counted-cases').getByTestId('list-count').getAttribute('data-count');
  assert.ok(Number(listed) >= count, `${listed} cases behind the number ${count}`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a number of the cockpit opens what it says, and its lists hold what is shown', async () => {
  const page = await signIn(browser, 'leader');
  await goTo(page, 'cockpit');
  const rate = page.getByTestId('rate-solved');
  await rate.waitFor();
  await rate.locator('[data-testid^="define-eval.solved"]').click();
  const panel = page.getByTestId('definition');
  await panel.waitFor();
  assert.match(await panel.getAttribute('data-code'), /^eval\.solved\.v\d+$/);
  assert.notEqual((await page.getByTestId('definition-formula').innerText()).trim(), '');
  await shot(page, 'definition');
  const denominator = page.getByTestId('definition-DENOMINATOR-solved-known');
  const shown = Number(await denominator.getAttribute('data-count'));
  await denominator.click();
  const listed = await page.getByTestId('counted-cases').getByTestId('list-count').getAttribute('data-count');
  // Others go on closing cases while the list is opened.
  assert.ok(Number(listed) >= shown, `${listed} cases behind the denominator ${shown}`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the seats of each half hour follow the calls, and what they are reckoned by is kept in the address', async () => {
  const page = await signIn(browser, 'leader');
  await goTo(page, 'staffing');
  const days = page.getByTestId('staffing-day');
  await days.first().waitFor();
  assert.equal(await days.count(), 14);
  const rostered = page.locator('[data-testid^="staffing-slot-"]').first();
  await rostered.waitFor();
  await shot(page, 'staffing');

  const share = page.getByTestId('staffing-share').locator('input');
  await share.fill('95');
  await Promise.all([page.waitForResponse((one) => /staffing\?.*share=95/.test(one.url())), share.press('Enter')]);
  await page.waitForURL(/share=95/);
  await page.reload();
  assert.equal(await share.inputValue(), '95');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the report of yesterday is frozen, signed by a leader and taken away as a Word document', async () => {
  const page = await signIn(browser, 'leader');
  await goTo(page, 'daily-report');
  const state = page.getByTestId('daily-state');
  await state.waitFor();
  // Before eight nobody has made it: a leader need not wait for the clock. Every service must have said that it has
  // sent all of the day, which on a fresh stack takes a minute or two; the clock may be first at any moment.
  const end = Date.now() + 240_000;
  while ((await state.getAttribute('data-frozen')) === 'false') {
    assert.ok(Date.now() < end, 'the report of yesterday is frozen');
    const made = page.getByTestId('daily-make');
    if (await made.isVisible()) {
      await made.click();
      await page.getByTestId('daily-make-confirm').click();
    }
    await page
      .waitForFunction(() => document.querySelector('[data-testid="daily-state"]')?.dataset.frozen === 'true', null, {
        timeout: 10_000,
      })
      .catch(() => page.reload());
    await state.waitFor();
  }
  if ((await state.getAttribute('data-signed')) === 'false') {
    await page.getByTestId('daily-sign').click();
    await page.getByTestId('daily-sign-confirm').click();
  }
  await page.waitForFunction(() => document.querySelector('[data-testid="daily-state"]')?.dataset.signed === 'true');
  await shot(page, 'daily-edition');

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('daily-word').click()]);
  assert.equal(readFileSync(await file.path()).subarray(0, 2).toString('latin1'), 'PK');
  assert.match(file.suggestedFilename(), /\.docx$/);

  await page.getByTestId('daily-editions-open').click();
  const editions = page.getByTestId('daily-editions');
  const count = Number(await editions.getByTestId('list-count').getAttribute('data-count'));
  assert.ok(count >= 1, `${count} editions`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
