import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, register } from './loop.mjs';
import { awaited, choose, goTo, openBrowser, shot, signIn } from './people.mjs';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'clerk-xfj', 'leader-xfj', 'reply-reviewer', 'org-admin']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a reply waits for the leader of the unit, who sends it back once and signs it then', async () => {
  const { 'clerk-xfj': clerk, 'leader-xfj': leader, 'reply-reviewer': reviewer, 'org-admin': admin } = people;
  const { caseNo } = await register(people.operator, {
    category: '990101',
    title: '信访事项答复逾期',
    content: '去年十月提交的信访事项至今没有书面答复意见。',
    demand: '请书面答复',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'xfj');

  await open(clerk, caseNo, 'to-sign');
  await clerk.getByTestId(`sign-${caseNo}`).click();
  await clerk.getByTestId('contact-attempt-open').click();
  await choose(clerk, 'contact-attempt-result', 'REACHED');
  await clerk.getByTestId('contact-attempt-submit').click();
  await clerk.getByTestId('contact-attempt').first().waitFor();
  await clerk.getByTestId('reply-needs-signature').waitFor();
  await write(clerk, '已联系承办科室。');
  await draft(clerk, 'WAITING');
  assert.equal(await clerk.getByTestId('reply-form').count(), 0);
  await shot(clerk, 'signature-waits');

  await goTo(leader, 'endorsements');
  await (await awaited(leader, `endorse-open-${caseNo}`)).click();
  await leader.getByTestId('endorsement-panel').waitFor();
  assert.match(await leader.getByTestId('draft-public').innerText(), /已联系承办科室/);
  await shot(leader, 'signature-queue');
  await leader.getByTestId('draft-refuse').click();
  await leader.getByTestId('draft-remark').fill('请写明书面答复的送达日期。');
  await leader.getByTestId('draft-refuse-submit').click();
  await leader.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });

  await open(clerk, caseNo, 'to-reply');
  await draft(clerk, 'REFUSED');
  assert.match(await clerk.getByTestId('draft-remark-said').first().innerText(), /送达日期/);
  await clerk.getByTestId('draft-reuse').click();
  await clerk.getByTestId('draft-reuse').waitFor({ state: 'detached' });
  await write(clerk, '书面答复意见书将于本周五前送达。');
  await draft(clerk, 'WAITING');

  // The reviewer's queue has nothing of it before the signature.
  await goTo(reviewer, 'review');
  assert.equal(await reviewer.getByTestId(`row-${caseNo}`).count(), 0);

  await goTo(leader, 'endorsements');
  await awaited(leader, `row-${caseNo}`);
  await leader.getByTestId(`endorse-choose-${caseNo}`).check();
  await leader.getByTestId('endorse-chosen').click();
  await leader.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });

  await goTo(reviewer, 'review');
  await (await awaited(reviewer, `review-open-${caseNo}`)).click();
  await reviewer.getByTestId('review-public').getByText('本周五前送达', { exact: false }).waitFor();
  await reviewer.getByTestId('review-pass').click();
  await reviewer.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });

  await goTo(admin, 'admin-units');
  await admin.getByTestId('endorsement-rule-xfj').first().waitFor();
  await shot(admin, 'signature-rules');

  for (const page of [clerk, leader, reviewer, admin]) {
    assert.deepEqual(page.faults, []);
  }
});

async function open(page, caseNo, tab) {
  await goTo(page, 'workbench');
  await page.getByTestId(`tab-${tab}`).click();
  await (await awaited(page, `open-${caseNo}`)).click();
  await page.getByTestId('unit-requests').waitFor();
}

async function write(page, text) {
  await page.getByTestId('reply-handling').fill(`${text}办理情况另附。`);
  await page.getByTestId('reply-public').fill(`您好，${text}`);
  await choose(page, 'reply-solved', 'true');
  await page.getByTestId('reply-submit').click();
}

async function draft(page, state) {
  await page.locator(`[data-testid="draft"][data-state="${state}"]`).first().waitFor();
}
