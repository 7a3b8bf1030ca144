// Closed is not solved: a supervisor draws by lot, looks on site, another signs, and the case is handled again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awaited, choose, gateway, goTo, openBrowser, shot, signIn, visible } from './people.mjs';
import { closeCases } from './program.mjs';

// From fewer closed cases no draw is made.
const CLOSED = 5;

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['clerk', 'supervisor', 'supervisor-two', 'leader']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('what was closed is drawn by lot, found not done, signed by a second supervisor, and handled again', async () => {
  await closeCases(CLOSED, {
    categoryCode: '990101',
    leadUnitId: 'cg',
    title: '人行道地砖松动',
    content: '人行道地砖松动积水，行人易滑倒。',
  });
  const { supervisor, 'supervisor-two': second } = people;

  const drawId = await draw(supervisor, 2);
  await supervisor.getByTestId(`tasks-${drawId}`).click();
  await supervisor.waitForURL((url) => url.pathname === '/spot-checks');
  const task = supervisor.locator('[data-testid^="check-"]').first();
  await task.waitFor();
  assert.equal(await supervisor.getByTestId('list-count').getAttribute('data-count'), '2');
  await shot(supervisor, 'spot-checks');
  const caseNo = (await task.getAttribute('data-testid')).replace('check-', '');
  await task.click();
  await theChecksGoTo(supervisor, second, caseNo);
  await supervisor.reload();
  await lookOnSite(supervisor);

  await goTo(second, 'spot-checks');
  await second.getByTestId('tab-confirm').click();
  await (await awaited(second, `check-${caseNo}`)).click();
  await second.getByTestId('field-report').waitFor();
  await second.getByTestId('spot-confirm').click();
  await second.getByTestId('spot-confirm-confirm').click();
  await second.locator('[data-testid="spot-status"][data-status="RECORDED"]').waitFor();
  await shot(second, 'spot-check-signed');

  // The unit is named for it, with the case filled in; that would be possible after the time of reopening too.
  await second.getByTestId('spot-record').click();
  await second.getByTestId('record-dialog').waitFor();
  assert.match(await second.getByTestId('record-words').inputValue(), /虚假办结/);
  await shot(second, 'spot-check-record');
  await second.getByTestId('record-submit').click();
  await second.getByTestId('record-dialog').waitFor({ state: 'detached' });
  // A second one would be asked about first.
  await second.locator('[data-testid="spot-records"][data-count="1"]').waitFor();

  // The form for it stands on the page of the case, open and filled in.
  await second.getByTestId('spot-reopen').click();
  await second.getByTestId('reopen-submit').waitFor();
  assert.match(await second.getByTestId('reopen-text').inputValue(), /抽查/);
  await shot(second, 'spot-check-reopen');
  await second.getByTestId('reopen-submit').click();
  await isHandledAgain(people.clerk, caseNo);
  await theCockpitSaysSo(people.leader);
});

/** The seed is nobody's: there is a period and a number, and afterwards a proof. */
async function draw(page, size) {
  await goTo(page, 'spot-draws');
  await page.getByTestId('draw-open').click();
  const unit = page.getByTestId('draw-unit');
  await unit.click();
  await unit.locator('input').first().fill('cg');
  await visible(page, 'unit-cg').click();
  const field = page.getByTestId('draw-size').locator('input');
  await field.fill(String(size));
  await field.press('Tab');
  await shot(page, 'spot-draw-form');
  await page.getByTestId('draw-submit').click();
  await page.getByTestId('draw-seed').waitFor();
  assert.match(await page.getByTestId('draw-seed').innerText(), /^[0-9a-f]{64}$/);
  assert.match(await page.getByTestId('draw-hash').innerText(), /^[0-9a-f]{64}$/);
  await page.getByTestId('draw-verify').click();
  await page.locator('[data-testid="draw-verified"][data-equal="true"]').waitFor();
  await shot(page, 'spot-draws');
  return new URL(page.url()).searchParams.get('draw');
}

/** Who has said a post can be named as the checker; here the one who drew is, and then goes there. */
async function theChecksGoTo(first, second, caseNo) {
  await first.getByTestId('spot-post').fill('核查一组 1 号');
  await first.getByTestId('spot-post-save').click();
  // The other one's list is read once, when its page opens.
  await first.locator('[data-testid="spot-own-post"][data-post="核查一组 1 号"]').waitFor();
  await goTo(second, 'spot-checks');
  await (await awaited(second, `check-${caseNo}`)).click();
  await second.getByTestId('spot-checker').click();
  await second.locator('[data-testid^="checker-"]:visible').filter({ hasText: '核查一组 1 号' }).click();
  await shot(second, 'spot-check-give');
  await second.getByTestId('spot-give').click();
  await second.locator('[data-testid="spot-checker-now"][data-named="true"]').waitFor();
}

async function lookOnSite(page) {
  await page.getByTestId('claim-table').waitFor();
  await shot(page, 'spot-check');
  const check = page.url();
  await page.goto(`${check}/paper`);
  await page.getByTestId('signature-two').waitFor({ state: 'attached' });
  await shot(page, 'spot-check-paper');
  await page.goto(check);
  // Named before: nothing is to be taken.
  await page.getByTestId('field-form').waitFor();
  await choose(page, 'spot-finding', 'NOT_DONE');
  await choose(page, 'spot-contacted', 'NO');
  const time = page.locator('.el-date-editor input').first();
  await time.fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
  await time.press('Enter');
  await page.getByTestId('spot-place').fill('广州北路人行道');
  await page.getByTestId('spot-evidence').fill('照片 HC-0001 至 HC-0003');
  await page.getByTestId('spot-notes').fill('地砖仍松动，未见更换痕迹。');
  await shot(page, 'spot-check-form');
  await page.getByTestId('spot-submit').click();
  await page.locator('[data-testid="spot-status"][data-status="CONFIRMING"]').waitFor();
}

/** It is back with the unit that had it last. */
async function isHandledAgain(clerk, caseNo) {
  await goTo(clerk, 'workbench');
  await clerk.getByTestId('tab-to-sign').click();
  await awaited(clerk, `row-${caseNo}`);
}

/** Reporting hears of it from the log. */
async function theCockpitSaysSo(leader) {
  await leader.goto(`${gateway}/cockpit`);
  // Drawn from one unit only: it stands beside the rate, not in it.
  await leader.getByTestId('rate-fakeClose-weighted').waitFor();
  assert.equal(await leader.getByTestId('rate-fakeClose').getAttribute('data-denominator'), '0');
  await leader.getByTestId('draw-totals').waitFor();
  await leader.getByTestId('rate-fakeClose-weighted').click();
  await leader.getByTestId('counted-cases').waitFor();
  assert.equal(await leader.getByTestId('counted-cases').getByTestId('list-count').getAttribute('data-count'), '1');
  await shot(leader, 'false-closures');
}

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
