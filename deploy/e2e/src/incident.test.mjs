// A burst main: one parent case, one script on every seat, a call that belongs to it with one press, what it came to, and all calls merged.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillIn, registered } from './loop.mjs';
import { awaited, openBrowser, shot, signIn } from './people.mjs';
import { listed, program } from './program.mjs';

const CATEGORY = '990101';

let browser;
let centre;
const people = {};

before(async () => {
  browser = await openBrowser();
  centre = await program('simulator');
  for (const user of ['operator', 'shift-lead']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

function someMobile() {
  return `135${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
}

test('a burst main is declared once, read by every seat, joined with one press and rolled up', async () => {
  const name = `主管爆裂${String(Math.floor(Math.random() * 1e6))}`;
  const parent = await centre.post('/intake/api/cases', {
    kind: 'HELP',
    urgency: 'NORMAL',
    channel: 'PHONE',
    categoryCode: CATEGORY,
    placeCode: '370281001',
    title: '路面大量冒水',
    content: '路面大量冒水，家中停水。',
    reporter: { name: '市民甲', phone: someMobile() },
  });

  const lead = people['shift-lead'];
  await lead.goto(new URL(`/cases/${parent.caseId}`, lead.url()).href);
  await lead.getByTestId('incident-declare').click();
  await lead.getByTestId('incident-name').fill(name);
  await lead.getByTestId('incident-area').fill('泰山路沿线小区');
  await lead.getByTestId('incident-script-text').fill('正在抢修，预计 18 时恢复供水。');
  await shot(lead, 'incident-declare');
  await lead.getByTestId('incident-submit').click();
  await lead.getByTestId('incident-title').getByText(name).waitFor();
  const id = new URL(lead.url()).pathname.split('/').pop();

  const seat = people.operator;
  await awaited(seat, `incident-open-${id}`);
  await fillIn(seat, { category: CATEGORY, title: '我家停水', content: '', demand: '', phone: someMobile() });
  await seat.getByTestId(`incident-script-${id}`).getByText('预计 18 时').waitFor();
  await seat.getByTestId(`incident-join-${id}`).click();
  await seat.getByTestId(`incident-script-${id}`).getByTestId('incident-belongs').waitFor();
  assert.match(await seat.getByTestId('register-content').inputValue(), new RegExp(name));
  await shot(seat, 'incident-script');
  await seat.getByTestId('register-submit').click();
  const joined = await registered(seat, { title: '我家停水' });
  assert.notEqual(joined.caseNo, parent.caseNo);

  await lead.getByTestId('incident-rewrite').click();
  await lead.getByTestId('incident-text').fill('已恢复供水。');
  await lead.getByTestId('incident-act-submit').click();
  await lead.getByTestId('incident-history').locator('li').nth(1).waitFor();
  await lead.getByTestId('incident-end').click();
  await lead.getByTestId('incident-text').fill('主管已修复');
  await lead.getByTestId('incident-act-submit').click();
  await lead.getByTestId('incident-note').waitFor();
  assert.equal(await lead.getByTestId('incident-roll-up').getAttribute('data-cases'), '2');
  // The list below says the same at once, not half a minute later.
  await lead.getByTestId('incident-cases').getByTestId(`row-${joined.caseNo}`).waitFor({ timeout: 10_000 });
  await shot(lead, 'incident-roll-up');
  await seat.getByTestId(`incident-open-${id}`).waitFor({ state: 'detached', timeout: 30_000 });
  // Whom to ask about it is a person with a name, not an account.
  await seat.goto(new URL(`/desk/incidents/${id}`, seat.url()).href);
  await seat.getByTestId('incident-declared-by').filter({ hasText: '演示班长（shift-lead）' }).waitFor();

  // The later roll-up: what screening has accepted is merged into the parent, also once the incident is over.
  const call = (await centre.get(`/intake/api/incidents/${id}/cases`)).items.find((one) => one.caseNo === joined.caseNo);
  for (const { caseId } of [parent, call]) {
    const { version } = await centre.get(`/intake/api/cases/${caseId}`);
    await centre.post(`/intake/api/cases/${caseId}/acceptance`, {}, version);
    await listed(centre, '/dispatch/api/cases/pending?limit=200', caseId);
  }
  await lead.reload();
  await (await awaited(lead, 'incident-merge')).click();
  await lead.locator('[data-testid="incident-merged"][data-calls="1"][data-merged="1"]').waitFor();
  await lead.locator('[data-testid="incident-merge-progress"][data-merged="1"][data-left="0"]').waitFor();
  await awaited(lead, 'incident-status-MERGED');
  await shot(lead, 'incident-merged');
});
