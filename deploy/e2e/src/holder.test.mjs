// Who holds it, is it a repeat, and did the citizen agree: one line on the page, the cases behind it, the claim beside the answer.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { awaited, goTo, openBrowser, shot, signIn } from './people.mjs';
import { listed, program } from './program.mjs';

let browser;
let supervisor;
let centre;

before(async () => {
  browser = await openBrowser();
  [supervisor, centre] = await Promise.all([signIn(browser, 'supervisor'), program('simulator')]);
});

after(async () => {
  await browser?.close();
});

/** A request of this caller that waits for dispatch. */
async function accepted(phone, title) {
  const { caseId, version } = await centre.post('/intake/api/cases', {
    kind: 'HELP',
    urgency: 'NORMAL',
    channel: 'PHONE',
    categoryCode: '990101',
    placeCode: '370281001',
    title,
    content: '楼前污水外溢，多次反映未见处理。',
    reporter: { name: '市民乙', phone },
  });
  await centre.post(`/intake/api/cases/${caseId}/acceptance`, {}, version);
  return listed(centre, '/dispatch/api/cases/pending?limit=200', caseId);
}

test('the third request of one caller is on the red list with the cases behind it, and says who holds it', async () => {
  const phone = `139${String(randomInt(10 ** 8)).padStart(8, '0')}`;
  const cases = [];
  for (const number of [1, 2, 3]) {
    cases.push(await accepted(phone, `楼前污水外溢第 ${number} 次反映`));
  }
  const [first, , third] = cases;

  await goTo(supervisor, 'supervision');
  await supervisor.getByTestId('tab-repeated-request').click();
  await supervisor.getByTestId('repeats-mark').first().waitFor();
  await shot(supervisor, 'repeated-requests');

  await goTo(supervisor, 'desk-cases');
  await supervisor.getByTestId('cases-search').fill(third.caseNo);
  await supervisor.getByTestId('cases-search').press('Enter');
  const row = await awaited(supervisor, `row-${third.caseNo}`);
  await row.getByTestId('holder-line').waitFor();
  await supervisor.getByTestId(`open-${third.caseNo}`).click();
  await supervisor.locator('[data-testid="holder-line"][data-level="DISPATCHER"]').waitFor();
  await supervisor.getByTestId('case-repeats').waitFor();
  await supervisor.getByTestId(`repeat-${first.caseNo}`).waitFor();
  assert.equal((await supervisor.getByTestId('case-repeats').textContent()).includes(phone), false);
  await shot(supervisor, 'holder-and-repeats');
});

test('what the unit claims and the citizen denies is marked on the page of the case and listed', async () => {
  const waiting = await accepted('13800001234', '雨水井盖破损');
  const [clerk, reviewer, agent] = await Promise.all(['clerk', 'reply-reviewer', 'callback-agent'].map(program));
  const { caseId, caseNo } = waiting;
  await centre.post(`/dispatch/api/cases/${caseId}/dispatch`, { leadUnitId: 'cg', reason: '属地办理' }, waiting.version);
  const task = await listed(clerk, '/dispatch/api/assignments?tab=to-sign&limit=200', caseId);
  const text = '已更换井盖。';
  let { version } = task;
  for (const [by, act, body] of [
    [clerk, 'signature', {}],
    [clerk, 'contact-attempts', { result: 'REACHED', channel: 'PHONE', note: '已与诉求人核实情况。' }],
    [clerk, 'replies', { handlingText: text, publicReply: text, claimedSolved: true }],
    [reviewer, 'reviews', { decision: 'PASS' }],
  ]) {
    ({ version } = await by.post(`/dispatch/api/assignments/${task.assignmentId}/${act}`, body, version));
  }
  const callback = await listed(agent, '/evaluation/api/callbacks?tab=open&limit=200', caseId);
  const path = `/evaluation/api/callbacks/${callback.callbackId}`;
  const reached = await agent.post(`${path}/attempts`, { result: 'REACHED' }, callback.version);
  // A reason outside the unit closes the case at once.
  const denied = { responded: 'NO', solved: 'NO', satisfied: 'NO', requestTrue: 'YES', reason: 'POLICY' };
  await agent.post(`${path}/evaluation`, denied, reached.version);

  await goTo(supervisor, 'spot-draws');
  const row = await awaited(supervisor, `denied-${caseNo}-1`);
  await row.scrollIntoViewIfNeeded();
  await shot(supervisor, 'denied-claims');
  await row.getByRole('link').click();
  await supervisor.getByTestId('claims-1').getByTestId('solution-denied').waitFor();
  await supervisor.getByTestId('claims-1').getByTestId('contact-denied').waitFor();
  await shot(supervisor, 'claim-and-answer');
});
