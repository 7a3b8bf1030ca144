import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, mark, register } from './loop.mjs';
import { awaited, goTo, openBrowser, shot, signIn } from './people.mjs';

// 990101 has no automatic rule, so the dispatcher decides.
const MANUAL_CATEGORY = '990101';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'clerk', 'supervisor']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a supervisor urges a unit, shows it a yellow card, and closes it when the unit has rectified', async () => {
  const { supervisor, clerk } = people;
  const { caseNo } = await register(people.operator, {
    category: MANUAL_CATEGORY,
    title: '健身器材损坏无人维修',
    content: '小区广场三件健身器材松动，存在安全隐患，多次反映未修。',
    demand: '尽快维修',
  });
  await mark(people.screener, caseNo, 'MASS');
  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'cg');

  await goTo(supervisor, 'supervision');
  await supervisor.getByTestId('tab-mass').click();
  await awaited(supervisor, `row-${caseNo}`);
  await supervisor.getByTestId('tab-unsigned').click();
  await awaited(supervisor, `holder-${caseNo}`);
  await everyTabIsItsList(supervisor);
  await supervisor.getByTestId('tab-unsigned').click();
  await supervisor.getByTestId(`urge-${caseNo}`).click();
  await supervisor.getByTestId(`urge-words-${caseNo}`).fill('请今日内签收并联系诉求人。');
  await shot(supervisor, 'supervision-urge');
  await supervisor.getByTestId('urge-submit').click();
  await supervisor.getByTestId('urge-dialog').waitFor({ state: 'detached' });

  await supervisor.getByTestId(`order-${caseNo}`).click();
  await supervisor.getByTestId('order-level-YELLOW_CARD').click();
  await supervisor.getByTestId('order-demand').fill('两日内修复器材并反馈照片编号。');
  await shot(supervisor, 'supervision-order');
  await supervisor.getByTestId('order-submit').click();
  await supervisor.getByTestId('order-dialog').waitFor({ state: 'detached' });
  await supervisor.getByTestId('tab-supervised').click();
  await awaited(supervisor, `row-${caseNo}`);
  await shot(supervisor, 'supervision-board');

  await goTo(clerk, 'workbench');
  const row = await awaited(clerk, `row-${caseNo}`);
  await row.getByTestId('centre-urges').waitFor();
  await row.getByTestId('open-orders').waitFor();
  await shot(clerk, 'supervision-inbox');
  await clerk.getByTestId(`open-${caseNo}`).click();
  await clerk.getByTestId('centre-urge').waitFor();
  await clerk.getByTestId('rectification-words').fill('已更换螺栓并加固，三件器材均可正常使用。');
  await shot(clerk, 'supervision-assignment');
  await clerk.getByTestId('rectification-submit').click();
  await clerk.getByTestId('rectification').waitFor();

  await supervisor.getByTestId(`open-${caseNo}`).click();
  await supervisor.getByTestId('judge-accept').click();
  await supervisor.getByTestId('supervision-record').getByTestId('order-status').getByText('已销号').waitFor();
  await shot(supervisor, 'supervision-case');
  await goTo(supervisor, 'orders');
  await supervisor.getByTestId('tab-closed').click();
  await supervisor.getByTestId('rectification').first().waitFor();
  await shot(supervisor, 'supervision-orders');
  // Reporting has read the log by the time somebody opens the case again.
  await supervisor.getByTestId(`case-${caseNo}`).click();
  await supervisor.locator('[data-type="hotline.supervision.closed.v1"]').waitFor();
  await shot(supervisor, 'supervision-timeline');
  for (const page of Object.values(people)) {
    assert.deepEqual(page.faults, [], page.user);
  }
});

/** The number on each tab is the count of the list that it opens. */
async function everyTabIsItsList(page) {
  for (const tab of ['overdue', 'unsigned', 'due-today', 'urged', 'late-dispatch', 'supervised']) {
    await page.getByTestId(`tab-${tab}`).click();
    await page.waitForFunction((name) => {
      const number = document.querySelector(`[data-testid="tab-${name}"][aria-selected="true"]`)?.dataset.count;
      const list = document.querySelector('[data-testid="list-count"]')?.dataset.count;
      const empty = document.querySelector('[data-testid="empty"]') !== null;
      return number !== undefined && (list === number || (empty && number === '0'));
    }, tab);
  }
}
