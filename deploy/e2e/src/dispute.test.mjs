// Whose duty it is: a unit gives a case back twice, the centre convenes the units, hears them and rules, and the ruled one gets a task.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, register } from './loop.mjs';
import { awaited, choose, goTo, openBrowser, pick, shot, signIn } from './people.mjs';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'clerk', 'clerk-zj', 'supervisor']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a case that is given back twice is disputed, heard and ruled to a lead with a co-handler', async () => {
  const { clerk, dispatcher, 'clerk-zj': zj, supervisor } = people;
  const { caseNo } = await register(people.operator, {
    category: '990101',
    title: '小区围墙外排水沟塌陷',
    content: '围墙外排水沟塌陷约两米，两家单位都说不归自己管。',
    demand: '尽快有人来修',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(dispatcher, caseNo, 'cg');

  await asksToGiveItBack(clerk, caseNo);
  await refused(dispatcher, caseNo);
  await asksToGiveItBack(clerk, caseNo);

  // For the second return the centre convenes the units in place of a decision.
  await goTo(dispatcher, 'requests');
  await awaited(dispatcher, `row-${caseNo}`);
  await dispatcher.getByTestId(`convene-${caseNo}`).click();
  await dispatcher.getByTestId('convene-dialog').waitFor();
  await dispatcher.getByTestId('returns-asked').waitFor();
  await choose(dispatcher, 'convene-ground', 'REPEATED_RETURNS');
  // Suggested by the unit, and so chosen already.
  await dispatcher.getByTestId('convene-units').getByText('住', { exact: false }).first().waitFor();
  await dispatcher.getByTestId('convene-note').fill('请两家单位说明管护范围。');
  await shot(dispatcher, 'dispute-convene');
  await dispatcher.getByTestId('convene-submit').click();
  await dispatcher.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });

  // Who has it acts first; both say whose duty it is.
  await says(clerk, caseNo, { stance: 'NOT_OURS', basis: '排水沟在小区红线内，按权责清单不属我局。' });
  await says(zj, caseNo, { stance: 'NOT_OURS', basis: '塌陷处为市政设施，按移交清单归养护单位。' });
  assert.equal(await supervisorSees(supervisor, caseNo), 2);
  await shot(supervisor, 'dispute-opinions');

  await goTo(dispatcher, 'disputes');
  await awaited(dispatcher, `dispute-${caseNo}-1`);
  await dispatcher.getByTestId(`dispute-${caseNo}-1`).getByTestId('rule-open').click();
  await dispatcher.getByTestId('ruling-dialog').waitFor();
  await pick(dispatcher, 'ruling-lead', 'unit-zj');
  await pick(dispatcher, 'ruling-co', 'unit-cg');
  await dispatcher.keyboard.press('Tab');
  await dispatcher.getByTestId('ruling-reason').fill('现场勘查在小区红线内，由住建局主办，城管局协办清淤。');
  await shot(dispatcher, 'dispute-ruling');
  await dispatcher.getByTestId('ruling-submit').click();
  await dispatcher.getByTestId('ruling-dialog').waitFor({ state: 'detached' });
  await dispatcher.getByTestId('tab-ruled').click();
  const ruled = dispatcher.getByTestId(`dispute-${caseNo}-1`);
  await awaited(dispatcher, `dispute-${caseNo}-1`);
  await ruled.getByTestId('ruling').waitFor();
  // Counted anew beside the list, and perhaps after it.
  await dispatcher.locator('[data-testid="ruling-times"]:not([data-ruled="0"])').waitFor();
  await shot(dispatcher, 'dispute-ruled');

  // The ruled unit leads, the other one takes part, and neither may give it back again.
  await open(zj, caseNo);
  await zj.getByTestId('case-disputes').getByTestId('ruling').waitFor();
  assert.ok(await zj.getByTestId('ask-RETURN').isDisabled());
  await shot(zj, 'dispute-new-task');
  await open(clerk, caseNo);

  for (const page of Object.values(people)) {
    assert.deepEqual(page.faults, [], page.user);
  }
});

async function open(page, caseNo) {
  await goTo(page, 'workbench');
  await page.getByTestId('tab-to-sign').click();
  await (await awaited(page, `open-${caseNo}`)).click();
  await page.getByTestId('unit-requests').waitFor();
}

async function asksToGiveItBack(page, caseNo) {
  await open(page, caseNo);
  await page.getByTestId('ask-RETURN').click();
  await choose(page, 'request-reason', 'NOT_OUR_DUTY');
  await page.getByTestId('request-words').fill('排水沟在小区红线内，见《权责清单》第 12 条。');
  await pick(page, 'request-suggested', 'unit-zj');
  await page.getByTestId('request-submit').click();
  await page.locator('[data-testid="unit-request"] [data-state="OPEN"]').first().waitFor();
}

async function refused(page, caseNo) {
  await goTo(page, 'requests');
  await awaited(page, `row-${caseNo}`);
  await page.getByTestId(`refuse-${caseNo}`).click();
  await page.getByTestId('decision-dialog').waitFor();
  await choose(page, 'decision-refusal', 'WITHIN_DUTIES');
  await page.getByTestId('decision-comment').fill('塌陷处位于市政道路一侧，属贵局职责。');
  await page.getByTestId('decision-submit').click();
  await page.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });
}

async function says(page, caseNo, { stance, basis }) {
  await goTo(page, 'disputes');
  const dispute = await awaited(page, `dispute-${caseNo}-1`);
  await dispute.getByTestId(`opinion-stance-${stance}`).click();
  await dispute.getByTestId('opinion-basis').fill(basis);
  await dispute.getByTestId('opinion-submit').click();
  await dispute.getByTestId('opinion').filter({ hasText: basis }).waitFor();
}

/** How many opinions stand there. */
async function supervisorSees(page, caseNo) {
  await goTo(page, 'disputes');
  const dispute = await awaited(page, `dispute-${caseNo}-1`);
  await dispute.getByTestId('opinion').nth(1).waitFor();
  return dispute.getByTestId('opinion').count();
}
