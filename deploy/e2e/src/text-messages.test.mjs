import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, handle, register, review, trackedAs } from './loop.mjs';
import { awaited, goTo, openBrowser, shot, signIn } from './people.mjs';
import { answer, arrived, freshNumber } from './telephones.mjs';

// 990101 has no automatic rule, so the dispatcher decides.
const MANUAL_CATEGORY = '990101';
// Nobody else has this number, nor had it in an earlier run: a digit answers the one question that was sent to it.
const PHONE = freshNumber();

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'clerk', 'reply-reviewer', 'system-admin']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a citizen reads number and code on the telephone, and rates with a digit', async () => {
  const { caseNo, queryCode } = await register(people.operator, {
    category: MANUAL_CATEGORY,
    title: '公交站牌字迹不清',
    content: '阜安街道某公交站站牌褪色，夜间看不清线路。',
    demand: '更换站牌',
    phone: PHONE,
  });
  assert.equal(await people.operator.getByTestId('registered-text').getAttribute('data-text'), 'ON_ITS_WAY');
  const acknowledged = await arrived(PHONE, caseNo, /已登记/);
  const code = acknowledged.match(/查询码(\d{6})/)?.[1];
  assert.equal(code, queryCode, 'the code on the telephone is the one that is read aloud');
  assert.ok(acknowledged.replaceAll('-', '').includes(caseNo));
  await trackedAs(browser, caseNo, code, 'REGISTERED');

  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'cg');
  assert.match(await arrived(PHONE, caseNo, /已转交/), /城市管理局/);
  await handle(people.clerk, caseNo, 1);
  await review(people['reply-reviewer'], caseNo);
  assert.match(await arrived(PHONE, caseNo, /请回复一个数字/), /1已解决且满意/);
  await answer(PHONE, '1');
  await trackedAs(browser, caseNo, code, 'CLOSED', async (page) => {
    assert.match(await page.getByTestId('track-result').innerText(), /您以短信作了评价/);
  });
  await arrived(PHONE, caseNo, /已办结/);
  await readOnTheCase(people.operator, caseNo, queryCode);
});

/** Who is called sees what the citizen has on the telephone, and not the code in it. */
async function readOnTheCase(page, caseNo, queryCode) {
  await goTo(page, 'desk-cases');
  await page.getByTestId('cases-search').fill(caseNo);
  await page.getByTestId('cases-search').press('Enter');
  await (await awaited(page, `open-${caseNo}`)).click();
  const texts = page.getByTestId('text-messages');
  await texts.waitFor();
  await texts.locator('[data-kind="CLOSED"]').waitFor();
  const told = await texts.innerText();
  assert.ok(told.includes(`139****${PHONE.slice(7)}`), 'the number is masked');
  assert.ok(!told.includes(queryCode) && !told.includes(PHONE), 'neither code nor number is shown');
  assert.equal(await texts.locator('[data-testid="text-reply"][data-outcome="RATED"]').count(), 1);
  await shot(page, 'text-messages');
  assert.deepEqual(page.faults, []);
}

test('who runs the system sees that the gateway is connected', async () => {
  const page = people['system-admin'];
  await goTo(page, 'admin-texting');
  await page.locator('[data-testid="texting-page"][data-on="true"]').waitFor();
  await page.getByTestId('texting-gateway').filter({ hasText: '起已连接' }).waitFor();
  await shot(page, 'texting');
  assert.deepEqual(page.faults, []);
});
