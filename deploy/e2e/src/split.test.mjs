// A call that holds two demands: the screener takes it apart, and each goes its own way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, register, trackedAs } from './loop.mjs';
import { goTo, openBrowser, shot, signIn } from './people.mjs';

const CATEGORY = '990101';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a call with two demands becomes two cases, each with its number, its code and its unit', async () => {
  const call = await register(people.operator, {
    category: CATEGORY,
    title: '路灯不亮，另有施工噪音',
    content: '小区西门路灯三天不亮；另外对面工地夜里十一点后还在施工，噪音很大。',
    demand: '修好路灯；夜间停止施工',
  });
  const noise = await split(people.screener, call.caseNo);
  assert.notEqual(noise.caseNo, call.caseNo);
  assert.match(noise.queryCode, /^\d{6}$/);

  await accept(people.screener, call.caseNo);
  await accept(people.screener, noise.caseNo);
  await dispatchTo(people.dispatcher, call.caseNo, 'cg');
  await dispatchTo(people.dispatcher, noise.caseNo, 'zj');
  for (const { caseNo, queryCode } of [call, noise]) {
    await trackedAs(browser, caseNo, queryCode, 'DISPATCHED', async (page) => {
      assert.equal(await page.getByTestId('track-others').locator('li').count(), 1);
      await shot(page, `track-one-of-two-${caseNo}`);
    });
  }
});

/** Narrows the case to its first demand and makes the second one a case of its own. */
async function split(page, caseNo) {
  await goTo(page, 'screening');
  await page.getByTestId(`look-${caseNo}`).click();
  await page.getByTestId('screening-split').click();
  await page.getByTestId('split-form').waitFor();
  await page.getByTestId('split-original').getByText('夜里十一点').waitFor();
  await page.getByTestId('split-kept-title').fill('路灯不亮');
  await page.getByTestId('split-kept-content').fill('小区西门路灯三天不亮。');
  await page.getByTestId('split-kept-demand').fill('修好路灯');
  await shot(page, 'split-form');

  // Without a text nothing becomes a case; what is missing is said at its field.
  await page.getByTestId('split-submit').click();
  await page.getByTestId('split-demand-1').locator('.is-error').first().waitFor();
  await shot(page, 'split-refused');

  await page.getByTestId('split-1-title').fill('夜间施工噪音');
  await page.getByTestId('split-1-content').fill('小区西门对面工地夜里十一点后还在施工，噪音很大。');
  await page.getByTestId('split-1-demand').fill('夜间停止施工');
  await page.getByTestId('split-submit').click();
  const made = page.getByTestId('split-case');
  await made.waitFor();
  await shot(page, 'split-done');
  const known = {
    caseNo: await made.getAttribute('data-case-no'),
    queryCode: await made.getAttribute('data-query-code'),
  };
  await page.getByTestId('split-back').click();
  await page.getByTestId(`sibling-${known.caseNo}`).waitFor();
  await shot(page, 'split-siblings');
  return known;
}

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
