import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, callBack, dispatchTo, handle, lookUntil, register, reply, review, trackedAs } from './loop.mjs';
import { awaited, goTo, openBrowser, shot, signIn } from './people.mjs';

// 990101 has no automatic rule, so the dispatcher decides.
const MANUAL_CATEGORY = '990101';
const LOOKS = 5;

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'clerk', 'reply-reviewer', 'callback-agent', 'leader']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('six people close a case by clicking, and the citizen sees it', async () => {
  const { caseNo, queryCode } = await register(people.operator, {
    category: MANUAL_CATEGORY,
    title: '小区西门路灯不亮',
    content: '阜安街道某小区西门外三盏路灯连续三天不亮，晚上老人出行不便。',
    demand: '尽快修复路灯',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'cg');
  const phone = await handle(people.clerk, caseNo, 1);
  assert.match(phone, /13800001234$/);
  await review(people['reply-reviewer'], caseNo);
  const decision = await callBack(people['callback-agent'], caseNo, {
    responded: 'YES',
    solved: 'YES',
    satisfied: 'YES',
    'request-true': 'YES',
  });
  assert.equal(decision, 'CLOSED');
  await trackedAs(browser, caseNo, queryCode, 'CLOSED');
});

test('a reply is rejected, a case is rehandled, and its citizen reads the replies and rates the second', async () => {
  const { caseNo, queryCode } = await register(people.operator, {
    category: MANUAL_CATEGORY,
    title: '广场音响夜间扰民',
    content: '每晚九点以后广场音响声音很大，附近居民无法休息。𠮷先生等多户反映。😔',
    demand: '夜间降低音量',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'cg');
  await handle(people.clerk, caseNo, 1);
  await review(people['reply-reviewer'], caseNo, { reject: 'LACK_OF_EVIDENCE' });
  await goTo(people.clerk, 'workbench');
  await people.clerk.getByTestId('tab-to-reply').click();
  await people.clerk.getByTestId(`open-${caseNo}`).click();
  await people.clerk.getByTestId('reply-rejection').waitFor();
  await reply(people.clerk, '已致电市民甲（13800001234）说明：现场照片与分贝检测单已补充，已劝导降低音量。');
  await review(people['reply-reviewer'], caseNo);
  const first = await callBack(people['callback-agent'], caseNo, {
    responded: 'YES',
    solved: 'NO',
    satisfied: 'NO',
    'request-true': 'YES',
    reason: 'UNIT',
  });
  assert.equal(first, 'REHANDLE');
  await handle(people.clerk, caseNo, 2);
  await review(people['reply-reviewer'], caseNo);
  await trackedAs(browser, caseNo, queryCode, 'PENDING_CALLBACK', (page) => readAndRate(page, { caseNo, queryCode }));
  await readToTheCitizen(people.operator, caseNo);
});

/** Both replies that passed, and only those; the one that is to be rated stands beside its questions. */
async function readAndRate(page, found) {
  const rated = '[data-testid="track-rating"][data-state="OPEN"] [data-testid="track-reply"][data-round="2"]';
  await lookUntil(page, found, rated);
  assert.match(await page.locator(rated).innerText(), /城市管理局[^]*第 2 轮：已派员到场，更换灯具三套并试亮。/);
  const earlier = await page.getByTestId('track-replies').innerText();
  assert.match(earlier, /您好，已致电市民甲（138\*\*\*\*1234）说明：现场照片/);
  const everything = await page.getByTestId('track-result').innerText();
  assert.doesNotMatch(everything, /第 1 轮：已派员到场/, 'what was rejected is not told');
  assert.doesNotMatch(everything, /养护经费/, 'nor what the unit wrote for its own file');
  await shot(page, 'track-reply');
  for (const question of ['responded', 'solved', 'satisfied', 'requestTrue']) {
    await page.getByTestId(`track-rate-${question}-YES`).check();
  }
  await page.getByTestId('track-rate-submit').click();
  // The page asks by itself what became of it.
  await page.getByTestId('track-rate-submit').waitFor({ state: 'detached' });
  await lookUntil(page, found, '[data-testid="track-status"][data-status="CLOSED"]');
  assert.equal(await page.getByTestId('track-replies').getByTestId('track-reply').count(), 2);
}

/** Whoever is called finds on the page of the case what the citizen reads. */
async function readToTheCitizen(page, caseNo) {
  await goTo(page, 'desk-cases');
  await page.getByTestId('cases-search').fill(caseNo);
  await page.getByTestId('cases-search').press('Enter');
  await (await awaited(page, `open-${caseNo}`)).click();
  const replies = page.getByTestId('public-replies');
  await replies.waitFor();
  assert.equal(await replies.getAttribute('data-count'), '2');
  assert.match(await replies.innerText(), /138\*\*\*\*1234/);
  await shot(page, 'public-replies');
}

test('the leader sees the numbers, and every number opens its list', async () => {
  const page = people.leader;
  await goTo(page, 'cockpit');
  await page.getByTestId('headline-closed').waitFor();
  await page.locator('[data-testid="live"][data-state="live"]').waitFor();
  await shot(page, 'cockpit');
  // Other people close cases meanwhile, and a list that is open stays as it was opened.
  for (let looks = 1; ; looks++) {
    await page.getByTestId('headline-closed').click();
    await page.getByTestId('counted-cases').waitFor();
    const listed = await page.getByTestId('counted-cases').getByTestId('list-count').getAttribute('data-count');
    const said = await page.getByTestId('headline-closed').getAttribute('data-value');
    if (listed === said || looks === LOOKS) {
      await shot(page, 'counted-cases');
      assert.equal(listed, said);
      assert.ok(Number(said) >= 2);
      return;
    }
    await page.keyboard.press('Escape');
    await page.getByTestId('counted-cases').waitFor({ state: 'hidden' });
  }
});

test('a form that is not complete says at the field what is missing, and keeps what was typed', async () => {
  const page = people.operator;
  await goTo(page, 'desk-cases');
  // Only once the list is there has the desk with the case that was just registered been left.
  await page.getByTestId('cases-search').waitFor();
  await goTo(page, 'desk-register');
  await page.getByTestId('register-title').fill('只写了标题');
  await page.getByTestId('register-phone').fill('12ab');
  await page.getByTestId('register-submit').click();
  await page.getByTestId('problem').first().waitFor();
  await shot(page, 'register-incomplete');
  assert.equal(await page.getByTestId('register-title').inputValue(), '只写了标题');
});

test('no page had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
