// Who is calling: the card of the number, a mark of care, the open case before a new one, and the case of a neighbour.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillIn, registered } from './loop.mjs';
import { awaited, goTo, openBrowser, shot, signIn } from './people.mjs';
import { program } from './program.mjs';

const CATEGORY = '990101';

let browser;
let centre;
const people = {};

before(async () => {
  browser = await openBrowser();
  centre = await program('simulator');
  for (const user of ['operator', 'dispatcher', 'shift-lead']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

/** A number that no other walk calls from. */
function someMobile() {
  return `136${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
}

async function reported(phone, title) {
  const made = await centre.post('/intake/api/cases', {
    kind: 'HELP',
    urgency: 'NORMAL',
    channel: 'PHONE',
    categoryCode: CATEGORY,
    placeCode: '370281001',
    title,
    content: '人行道地砖松动，雨天溅水。',
    reporter: { name: '市民甲', phone },
  });
  await centre.post(`/intake/api/cases/${made.caseId}/acceptance`, {}, made.version);
  return made;
}

test('who calls about an open case adds to it, and what was typed goes with it', async () => {
  const page = people.operator;
  const phone = someMobile();
  const { caseId, caseNo } = await reported(phone, '地砖松动');
  await fillIn(page, { category: CATEGORY, title: '地砖还是松动', content: '已经一周无人来修。', demand: '尽快修好', phone });
  await page.getByTestId(`caller-case-${caseNo}`).waitFor();
  assert.equal(await page.getByTestId('caller-card').getAttribute('data-open'), '1');

  await page.getByTestId('caller-mark').click();
  await page.getByTestId('caller-mark-need').selectOption('DEAF');
  await page.getByTestId('caller-mark-reason').fill('只能文字沟通');
  await page.getByTestId('caller-mark-submit').click();
  await page.getByTestId('caller-mark-DEAF').waitFor();
  await shot(page, 'caller-card');

  // By keys alone: the first choice is the open case.
  await page.getByTestId('register-content').press('Control+Enter');
  await page.getByTestId('open-case-first').waitFor();
  await shot(page, 'open-case-first');
  await page.keyboard.press('Enter');
  const text = page.getByTestId('supplement-instead-text');
  await text.waitFor();
  assert.match(await text.inputValue(), /地砖还是松动[\s\S]*已经一周无人来修。[\s\S]*尽快修好/);
  await text.press('Control+Enter');
  await page.getByTestId('open-case-first').waitFor({ state: 'detached' });
  assert.equal(await page.getByTestId('register-content').inputValue(), '');
  const { supplements, urgeCount } = await centre.get(`/intake/api/cases/${caseId}`);
  assert.equal(supplements.length, 1);
  assert.equal(urgeCount, 1);
});

test('a neighbour who reports the same is a case of its own that the dispatcher merges', async () => {
  const page = people.operator;
  const main = await reported(someMobile(), '地砖松动溅水');
  await fillIn(page, {
    category: CATEGORY,
    title: '同一处地砖松动',
    content: '同一处人行道地砖松动。',
    demand: '修好',
    phone: someMobile(),
  });
  await page.getByTestId(`duplicate-join-${main.caseNo}`).click();
  await page.getByTestId('duplicate-joined').waitFor();
  await shot(page, 'duplicate-hint');
  await page.getByTestId('register-submit').click();
  const { caseNo } = await registered(page, { title: '同一处地砖松动' });
  const { caseId, version } = await centre.get(`/intake/api/cases/${caseNo}`);
  await centre.post(`/intake/api/cases/${caseId}/acceptance`, {}, version);

  const desk = people.dispatcher;
  await goTo(desk, 'dispatch');
  await awaited(desk, `same-as-${caseNo}`);
  await (await awaited(desk, `row-${caseNo}`)).locator('a').first().click();
  await desk.getByTestId('same-as').waitFor();
  await desk.getByTestId('merge-proposed').click();
  await desk.getByTestId('merge-comparison').waitFor();
  await shot(desk, 'merge-proposed');
  await desk.getByTestId('merge-submit').click();
  await desk.getByTestId('main-case').waitFor();
});

test('a mark of abuse that two people have said is lifted by the shift lead, who says why', async () => {
  const operator = await program('operator');
  const { id } = await operator.post('/intake/api/caller-marks', {
    phone: someMobile(),
    kind: 'ABUSE',
    reason: '连续辱骂话务员',
  });
  const second = await program('shift-lead');
  await second.post(`/intake/api/caller-marks/${id}/confirmation`, {}, 1);
  const lead = people['shift-lead'];
  await goTo(lead, 'desk-abuse-marks');
  await lead.getByTestId(`abuse-mark-${id}`).waitFor();
  await lead.getByTestId(`abuse-lift-${id}`).click();
  await lead.getByTestId('abuse-lift-reason').fill('号码已换人');
  await lead.getByTestId('abuse-lift-submit').click();
  await lead.getByTestId(`abuse-mark-${id}`).waitFor({ state: 'detached' });
  await lead.getByTestId('tab-ended').click();
  await lead.getByTestId(`abuse-mark-${id}`).waitFor();
  await shot(lead, 'abuse-marks');
});

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
