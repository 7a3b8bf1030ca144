// A reply that is begun with a template says what the template asks for, and somebody signs it for the leader who is away.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { awaited, choose, goTo, openBrowser, shot, signIn } from './people.mjs';
import { listed, program } from './program.mjs';

const name = `信访答复 ${randomUUID().slice(0, 8)}`;

let browser;
const people = {};
let task;

before(async () => {
  browser = await openBrowser();
  for (const user of ['clerk-xfj', 'leader-xfj', 'deputy-xfj']) {
    people[user] = await signIn(browser, user);
  }
  const [centre, clerk] = await Promise.all(['simulator', 'clerk-xfj'].map(program));
  const { caseId, version } = await centre.post('/intake/api/cases', {
    kind: 'HELP',
    urgency: 'NORMAL',
    channel: 'PHONE',
    categoryCode: '990101',
    placeCode: '370281001',
    title: '信访事项没有书面答复',
    content: '上月提交的信访事项至今没有书面答复意见。',
    reporter: { name: '市民丙', phone: '13800005678' },
  });
  await centre.post(`/intake/api/cases/${caseId}/acceptance`, {}, version);
  const waiting = await listed(centre, '/dispatch/api/cases/pending?limit=200', caseId);
  await centre.post(`/dispatch/api/cases/${caseId}/dispatch`, { leadUnitId: 'xfj', reason: '职责' }, waiting.version);
  task = await listed(clerk, '/dispatch/api/assignments?tab=to-sign&limit=200', caseId);
  for (const [act, body] of [
    ['signature', {}],
    ['contact-attempts', { result: 'REACHED', channel: 'PHONE', note: '已说明处理计划。' }],
  ]) {
    ({ version: task.version } = await clerk.post(`/dispatch/api/assignments/${task.assignmentId}/${act}`, body, task.version));
  }
});

after(async () => {
  await browser?.close();
});

test('the leader keeps a template, and a clerk fills it in by keyboard before the reply is taken', async () => {
  const { 'clerk-xfj': clerk, 'leader-xfj': leader } = people;
  await goTo(leader, 'reply-templates');
  await leader.getByTestId('template-new').click();
  await leader.getByTestId('template-name').fill(name);
  await leader.getByTestId('template-public').fill('书面答复意见已办结。');
  await leader.getByTestId('template-submit').click();
  await leader.getByText('至少要有一处待填部分').first().waitFor();
  await leader.getByTestId('template-public').fill('您好，书面答复意见书将于{{送达日期}}由{{送达方式}}送达。');
  await leader.getByTestId('template-submit').click();
  await leader.getByTestId('template-dialog').waitFor({ state: 'detached' });
  const row = leader.locator('[data-testid^="template-row-"]', { hasText: name });
  await row.waitFor();
  await shot(leader, 'reply-templates');

  await goTo(clerk, 'workbench');
  await clerk.getByTestId('tab-to-reply').click();
  await (await awaited(clerk, `open-${task.caseNo}`)).click();
  const told = clerk.getByTestId('reply-public');
  await clerk.getByTestId('reply-handling').fill('已与承办科室核实。');
  await choose(clerk, 'reply-solved', 'true');
  await clerk.getByTestId('template-pick').locator('input').first().focus();
  await clerk.keyboard.type(name);
  await clerk.keyboard.press('Enter');
  await clerk.locator('[data-testid="reply-public-unfilled"][data-count="2"]').waitFor();
  // The first part is chosen: typing fills it in.
  await clerk.keyboard.type('本周五');
  await clerk.locator('[data-testid="reply-public-unfilled"][data-count="1"]').waitFor();
  await shot(clerk, 'reply-template-unfilled');
  await clerk.getByTestId('reply-submit').click();
  await clerk.getByText('模板的待填部分还没有填写').first().waitFor();

  await told.focus();
  await clerk.keyboard.press('Tab');
  await clerk.keyboard.press('Enter');
  await clerk.keyboard.type('邮寄');
  assert.equal(await told.inputValue(), '您好，书面答复意见书将于本周五由邮寄送达。');
  await clerk.getByTestId('reply-submit').click();
  await clerk.locator('[data-testid="draft"][data-state="WAITING"]').waitFor();
});

test('while the leader is away a deputy signs, and the signature says for whom', async () => {
  const { 'clerk-xfj': clerk, 'leader-xfj': leader, 'deputy-xfj': deputy } = people;
  const post = `综合科 ${randomUUID().slice(0, 8)}`;
  await goTo(deputy, 'deputies');
  await deputy.getByTestId('deputy-post').fill(post);
  await deputy.getByTestId('deputy-stand-submit').click();
  await deputy.getByTestId('deputy-own-post').filter({ hasText: post }).waitFor();

  // Named by program: the form is the same as of other periods.
  const away = await program('leader-xfj');
  const { items } = await away.get('/dispatch/api/deputies/candidates');
  const { userRef: deputyRef } = items.find((one) => one.post === post);
  const named = await away.post('/dispatch/api/deputies', { deputyRef, until: later() });
  await goTo(leader, 'deputies');
  await awaited(leader, 'deputy');
  await leader.getByTestId('deputy-new').click();
  await leader.getByTestId('deputy-person').waitFor();
  await leader.getByTestId('deputy-cancel').click();
  await shot(leader, 'deputies');

  await goTo(deputy, 'reply-templates');
  await goTo(deputy, 'deputies');
  await deputy.getByTestId('deputy-signs').click();
  await (await awaited(deputy, `endorse-open-${task.caseNo}`)).click();
  await deputy.getByTestId('draft-sign').click();
  await deputy.getByTestId(`row-${task.caseNo}`).waitFor({ state: 'detached' });

  await goTo(clerk, 'workbench');
  await clerk.getByTestId('tab-under-review').click();
  await (await awaited(clerk, `open-${task.caseNo}`)).click();
  await clerk.getByTestId('draft-decided-for').waitFor();
  await shot(clerk, 'signed-by-a-deputy');
  await away.post(`/dispatch/api/deputies/${named.deputyId}/end`, undefined, named.version);

  for (const page of [clerk, leader, deputy]) {
    assert.deepEqual(page.faults, []);
  }
});

test('when somebody leaves, what is in the hands is seen and moves with one press', async () => {
  const { 'leader-xfj': leader } = people;
  const [leaves, follows] = ['调离', '接任'].map((what) => `${what}${randomUUID().slice(0, 8)}`);
  const [deputy, clerk, away] = await Promise.all(['deputy-xfj', 'clerk-xfj', 'leader-xfj'].map(program));
  const { userRef: deputyRef } = await deputy.post('/dispatch/api/deputies/candidates', { post: leaves });
  await clerk.post('/dispatch/api/deputies/candidates', { post: follows });
  await away.post('/dispatch/api/deputies', { deputyRef, until: later() });

  await goTo(leader, 'departures');
  await leader.getByTestId('departure-new').click();
  for (const [which, post] of [
    ['leaver', leaves],
    ['successor', follows],
  ]) {
    await leader.getByTestId(`departure-${which}`).locator('input').first().focus();
    await leader.keyboard.type(post);
    await leader.getByTestId(`${which}-${post}`).waitFor();
    await leader.keyboard.press('Enter');
  }
  await leader.getByTestId('departure-deputy').first().waitFor();
  await leader.getByTestId('departure-reason').fill('轮岗');
  await shot(leader, 'departure-preview');
  await leader.getByTestId('departure-submit').click();
  await leader.locator(`[data-testid="departure"][data-state="DONE"][data-leaver="${leaves}"]`).waitFor();
  await shot(leader, 'departures');
  assert.deepEqual(leader.faults, []);
});

/** By the clock of the stack, which may run ahead of this one's. */
function later() {
  return new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString();
}
