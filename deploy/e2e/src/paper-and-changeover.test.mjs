// The hours in which the system was away, and the day on which a hotline changes over to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { registered } from './loop.mjs';
import { awaited, choose, goTo, openBrowser, pick, shot, signIn, visible } from './people.mjs';

const CATEGORY = '990101';
const HOUR = 3_600_000;

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'shift-lead', 'supervisor', 'clerk']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a form that was taken down on paper in an outage is typed in once, with its true time', async () => {
  const lead = people['shift-lead'];
  // Hours of their own, also where the walk is taken again on the same stack: outages do not overlap.
  const now = Date.now() - Math.floor(Math.random() * 30) * 2 * HOUR;
  await goTo(lead, 'desk-outages');
  await lead.getByTestId('outage-reason').fill('停电演练');
  await fillTime(lead, 0, wall(now - 4 * HOUR));
  await fillTime(lead, 1, wall(now - 2 * HOUR));
  await shot(lead, 'outage-open');
  await lead.getByTestId('outage-open').click();
  const outage = `PAPER-${wall(now - 4 * HOUR).replace(/\D/g, '')}`;
  await lead.getByTestId(`outage-${outage}`).waitFor();
  assert.equal(await lead.getByTestId(`outage-type-${outage}`).count(), 0, 'the lead types in nothing');

  const operator = people.operator;
  const typed = await typeForm(operator, outage, '017', now - 3 * HOUR);
  await operator.getByTestId('register-another').click();
  await fillForm(operator, '017', now - 3 * HOUR);
  await operator.getByTestId('register-submit').click();
  const known = operator.getByTestId('paper-known');
  await known.waitFor();
  assert.equal((await known.textContent()).replace(/\D/g, ''), typed.caseNo);
  await shot(operator, 'paper-known');

  await known.click();
  await operator.getByTestId('case-origin').waitFor();
  await shot(operator, 'paper-case');
  await goTo(operator, 'desk-cases');
  await operator.getByTestId('cases-search').fill('017');
  await operator.getByTestId('cases-search-submit').click();
  await awaited(operator, `row-${typed.caseNo}`);

  await goTo(operator, 'desk-outages');
  await operator.getByTestId('paper-blank').click();
  await operator.getByTestId('paper-sheet').waitFor();
  await shot(operator, 'paper-blank');
});

test('of three open cases of the old system one line comes back, and a unit goes on by the original due time', async () => {
  const lead = people['shift-lead'];
  const mark = Date.now();
  const system = `旧热线${mark}`;
  const due = wall(mark + 50 * HOUR);
  const received = wall(mark - 100 * HOUR);
  const file = [
    '诉求类型,来源渠道,分类编码,区划编码,地址,标题,内容,电话,来源系统,来源编号,受理时间,当前环节,承办单位编码,原办结时限,已延期次数',
    `求助,电话,${CATEGORY},370281001,示范路 1 号,旧系统路灯${mark},路灯不亮。,13800001234,${system},OLD-${mark}-1,${received},办理中,cg,${due},1`,
    `求助,电话,${CATEGORY},370281001,示范路 2 号,旧系统井盖${mark},井盖松动。,13800001234,${system},OLD-${mark}-2,${received},待派单,,${due},0`,
    `求助,电话,${CATEGORY},370281001,示范路 3 号,旧系统积水${mark},积水。,13800001234,${system},OLD-${mark}-3,${received},办理中,nowhere,${due},0`,
  ].join('\r\n');

  const supervisor = people.supervisor;
  await goTo(lead, 'desk-old-cases');
  await lead.getByTestId('changeover-system').fill(system);
  await fillTime(lead, 0, wall(mark - 90 * HOUR));
  await fillTime(lead, 1, wall(mark + 60 * HOUR));
  await fillTime(lead, 2, wall(mark + 24 * HOUR));
  await lead.getByTestId('changeover-open').click();
  await lead.getByTestId(`changeover-choose-${system}`).waitFor();
  await shot(lead, 'changeover-opened');
  await goTo(supervisor, 'desk-old-cases');
  const waiting = supervisor.locator('tr').filter({ hasText: system });
  await waiting.getByTestId('changeover-confirm').click();
  await waiting.getByTestId('changeover-confirm-confirm').click();
  await waiting.getByTestId('changeover-confirm').waitFor({ state: 'detached' });
  await shot(supervisor, 'changeover-confirmed');

  await goTo(lead, 'desk-cases');
  await goTo(lead, 'desk-old-cases');
  await lead.getByTestId(`changeover-choose-${system}`).click();
  await lead
    .getByTestId('old-file')
    .setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from(`${file}\r\n`, 'utf8') });
  await lead.getByTestId('old-look').click();
  await lead.locator('[data-testid="old-report"][data-written="false"]').waitFor();
  assert.equal(await numberOf(lead, 'old-atUnits'), '1');
  assert.equal(await numberOf(lead, 'old-toDispatch'), '1');
  assert.equal(await numberOf(lead, 'old-rejected'), '1');
  await lead.getByTestId('old-unknown').getByText('nowhere').waitFor();
  await lead.getByTestId('old-row-4').waitFor();
  await shot(lead, 'old-looked');

  await lead.getByTestId('old-write').click();
  await shot(lead, 'old-write-asked');
  await lead.getByTestId('old-write-confirm').click();
  await lead.locator('[data-testid="old-report"][data-written="true"]').waitFor();
  assert.equal(await numberOf(lead, 'old-handedOver'), '2');
  const [download] = await Promise.all([lead.waitForEvent('download'), lead.getByTestId('old-back').click()]);
  assert.equal(download.suggestedFilename(), 'old-cases-back.csv');
  await shot(lead, 'old-written');

  const operator = people.operator;
  await goTo(operator, 'desk-cases');
  await operator.getByTestId('cases-search').fill(`OLD-${mark}-1`);
  await operator.getByTestId('cases-search-submit').click();
  const found = operator.locator('[data-testid^="open-"]').filter({ hasText: `旧系统路灯${mark}` });
  await found.waitFor();
  await found.click();
  await operator.getByTestId('case-original-due').getByText(due).waitFor();
  await shot(operator, 'old-case');

  const clerk = people.clerk;
  await goTo(clerk, 'workbench');
  await clerk.getByTestId('tab-all').click();
  const search = clerk.locator('[data-testid="workbench-search"] input, input[data-testid="workbench-search"]').first();
  await search.fill(`OLD-${mark}-1`);
  await search.press('Enter');
  const task = clerk.locator('[data-testid^="open-"]').filter({ hasText: `旧系统路灯${mark}` });
  await task.waitFor();
  await task.click();
  await clerk.getByTestId('reply-promised').waitFor();
  await clerk.getByText(due).first().waitFor();
  await shot(clerk, 'old-task');
});

async function typeForm(page, outage, paperNo, receivedAt) {
  await goTo(page, 'desk-outages');
  await page.getByTestId(`outage-type-${outage}`).click();
  await fillForm(page, paperNo, receivedAt);
  await shot(page, 'paper-form-typed');
  await page.getByTestId('register-submit').click();
  return registered(page, { title: 'paper' });
}

async function fillForm(page, paperNo, receivedAt) {
  await page.getByTestId('paper-no').fill(paperNo);
  await page.getByTestId('register-name').fill('市民甲');
  await page.getByTestId('register-phone').fill('138 0000 1234');
  await choose(page, 'register-kind', 'HELP');
  const category = page.getByTestId('register-category').locator('input').first();
  await category.click();
  await category.fill(CATEGORY);
  await visible(page, `category-${CATEGORY}`).click();
  await pick(page, 'register-district', 'place-370281');
  await pick(page, 'register-street', 'place-370281001');
  await page.getByTestId('register-title').fill('停电期间来电：路灯不亮');
  await page.getByTestId('register-content').fill('停电期间手写登记：小区西门路灯不亮。');
  await fillTime(page, 0, wall(receivedAt));
}

/** Types a time into a picker of times, as a person would; a page has so many of them. */
async function fillTime(page, which, time) {
  const field = page.locator('.el-date-editor input').nth(which);
  await field.fill(time);
  await field.press('Enter');
}

/** The time on the clocks of the hotline, YYYY-MM-DD HH:mm. */
function wall(instant) {
  return new Date(instant + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

async function numberOf(page, name) {
  return (await page.getByTestId(name).textContent()).trim();
}

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
