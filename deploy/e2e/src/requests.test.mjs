import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, register } from './loop.mjs';
import { awaited, choose, gateway, goTo, newPage, openBrowser, pick, shot, signIn, visible } from './people.mjs';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'clerk']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a unit asks for a return, more time and a hold, and the centre decides each and reassigns the case', async () => {
  const { clerk, dispatcher } = people;
  const { caseNo, queryCode } = await register(people.operator, {
    category: '990101',
    title: '河道护栏破损',
    content: '沿河步道护栏缺失约三十米，夜间有行人险些落水。',
    demand: '尽快修复护栏',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(dispatcher, caseNo, 'cg');

  await open(clerk, caseNo, 'to-sign');
  assert.ok(await clerk.getByTestId('ask-EXTENSION').isDisabled());
  assert.match(await clerk.getByTestId('left-EXTENSION').innerText(), /请先签收/);
  await clerk.getByTestId('ask-RETURN').click();
  await choose(clerk, 'request-reason', 'NOT_OUR_DUTY');
  await clerk.getByTestId('request-words').fill('护栏由水务部门管护，见《权责清单》第 12 条。');
  await pick(clerk, 'request-suggested', 'unit-jt');
  await shot(clerk, 'request-return');
  await clerk.getByTestId('request-submit').click();
  await request(clerk, 'OPEN');
  await decide(dispatcher, caseNo, 'refuse', async () => {
    await choose(dispatcher, 'decision-refusal', 'WITHIN_DUTIES');
    await dispatcher.getByTestId('decision-comment').fill('该路段护栏已移交贵局管护。');
  });

  await open(clerk, caseNo, 'to-sign');
  await request(clerk, 'REFUSED');
  await clerk.getByTestId(`sign-${caseNo}`).click();
  await clerk.getByTestId('contact-attempt-open').click();
  await choose(clerk, 'contact-attempt-result', 'REACHED');
  await clerk.getByTestId('contact-attempt-submit').click();
  await clerk.getByTestId('contact-attempt').first().waitFor();

  await clerk.getByTestId('ask-EXTENSION').click();
  await choose(clerk, 'request-reason', 'WORKS_IN_PROGRESS');
  await clerk.getByTestId('request-words').fill('护栏需定制，厂家交货期六天。');
  await shot(clerk, 'request-extension');
  await clerk.getByTestId('request-submit').click();
  await request(clerk, 'OPEN');
  await decide(dispatcher, caseNo, 'grant');

  await open(clerk, caseNo, 'to-reply');
  await request(clerk, 'GRANTED');
  await clerk.getByTestId('deadline-why').first().click();
  await clerk.getByTestId('deadline-explanation').getByText('延期', { exact: false }).first().waitFor();
  await clerk.getByTestId('ask-HOLD').click();
  await choose(clerk, 'request-reason', 'SEASON');
  await clerk.getByTestId('request-words').fill('河道汛期禁止涉水施工，见防汛指挥部通知。');
  await resumeIn(clerk, 20);
  await shot(clerk, 'request-hold');
  await clerk.getByTestId('request-submit').click();
  await request(clerk, 'OPEN');
  await decide(dispatcher, caseNo, 'grant');

  await open(clerk, caseNo, 'waiting');
  await clerk.getByTestId('held-until').waitFor();
  await shot(clerk, 'held');
  const citizen = await newPage(browser, { phone: true });
  await citizen.goto(`${gateway}/track`);
  await citizen.getByTestId('track-case-no').fill(caseNo);
  await citizen.getByTestId('track-query-code').fill(queryCode);
  await citizen.getByTestId('track-submit').click();
  await citizen.getByTestId('track-held-until').waitFor();
  assert.equal(await citizen.getByTestId('track-status').getAttribute('data-status'), 'ON_HOLD');
  await shot(citizen, 'track-held');

  await open(dispatcher, caseNo, 'waiting');
  await dispatcher.getByTestId('resume').click();
  await dispatcher.getByTestId('resume').waitFor({ state: 'detached' });
  await dispatcher.getByTestId('recall').click();
  await choose(dispatcher, 'recall-reason', 'DUTY_CHANGED');
  await pick(dispatcher, 'recall-to-unit', 'unit-jt');
  await dispatcher.getByTestId('recall-note').fill('护栏管护职责本月划转交通运输局。');
  await shot(dispatcher, 'recall');
  await dispatcher.getByTestId('recall-submit').click();
  await dispatcher.locator('[data-testid="status"][data-status="RECALLED"]').first().waitFor();
  await shot(dispatcher, 'recalled');

  // It turns out to be a petition: the centre takes it out of the hands of the unit that has it now.
  await dispatcher.getByTestId('open-case').click();
  await dispatcher.getByTestId('take-out-open').click();
  await pick(dispatcher, 'take-out-to', 'take-out-to-PETITION');
  await dispatcher.getByTestId('take-out-reason').fill('诉求人已就护栏管护责任提起信访，由信访部门统一答复。');
  await shot(dispatcher, 'take-out');
  await dispatcher.getByTestId('take-out-submit').click();
  await dispatcher.getByTestId('transfer-target').waitFor();
  await shot(dispatcher, 'taken-out');
  await citizen.goto(`${gateway}/track`);
  await citizen.getByTestId('track-case-no').fill(caseNo);
  await citizen.getByTestId('track-query-code').fill(queryCode);
  await citizen.getByTestId('track-submit').click();
  await citizen.getByTestId('track-transfer').waitFor();
  assert.equal(await citizen.getByTestId('track-status').getAttribute('data-status'), 'TRANSFERRED_OUT');
  await shot(citizen, 'track-taken-out');

  for (const page of [clerk, dispatcher, citizen]) {
    assert.deepEqual(page.faults, []);
  }
});

async function open(page, caseNo, tab) {
  await goTo(page, 'workbench');
  await page.getByTestId(`tab-${tab}`).click();
  await (await awaited(page, `open-${caseNo}`)).click();
  await page.getByTestId('unit-requests').waitFor();
}

async function request(page, state) {
  await page.locator(`[data-testid="unit-request"] [data-state="${state}"]`).first().waitFor();
}

async function decide(page, caseNo, act, fill) {
  await goTo(page, 'requests');
  await awaited(page, `row-${caseNo}`);
  await shot(page, `requests-${act}`);
  await page.getByTestId(`${act}-${caseNo}`).click();
  await page.getByTestId('decision-dialog').waitFor();
  await fill?.();
  await shot(page, `decision-${act}`);
  await page.getByTestId('decision-submit').click();
  await page.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });
}

/** Types a day, as a clerk with a document in hand does. */
async function resumeIn(page, days) {
  const day = new Date(Date.now() + days * 86_400_000);
  const field = page.locator('.el-date-editor input').first();
  await field.fill(`${day.toISOString().slice(0, 10)} 08:30`);
  await field.press('Enter');
  await visible(page, 'request-submit').waitFor();
}
