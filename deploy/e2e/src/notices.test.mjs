import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accept, dispatchTo, register } from './loop.mjs';
import { awaited, choose, goTo, openBrowser, shot, signIn } from './people.mjs';

// 990101 has no automatic rule, so the dispatcher decides.
const MANUAL_CATEGORY = '990101';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'dispatcher', 'supervisor', 'leader', 'clerk-zzb']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a supervisor issues a notice, prints its six copies, and each recipient confirms its own', async () => {
  const { supervisor, leader, 'clerk-zzb': office } = people;
  const { caseNo } = await register(people.operator, {
    category: MANUAL_CATEGORY,
    title: '小区西门道路长期积水',
    content: '道路逢雨积水，多次反映未彻底解决。',
    demand: '更换排水管线',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'cg');

  await goTo(supervisor, 'supervision');
  await (await awaited(supervisor, `open-${caseNo}`)).click();
  await supervisor.getByTestId('case-notice').click();
  await choose(supervisor, 'notice-ground', 'LEGACY');
  await supervisor.getByTestId('notice-demand').fill('十个工作日内彻底解决，并书面报告。');
  await supervisor.getByTestId('notice-promise').fill('五个工作日内疏通，十个工作日内更换管线。');
  await supervisor.getByTestId('notice-name-0').fill('责任人甲');
  await supervisor.getByTestId('notice-post-0').fill('副局长');
  await supervisor.getByTestId('notice-phone-0').fill('0532-12345678');
  await shot(supervisor, 'notice-issue');
  await supervisor.getByTestId('notice-submit').click();
  await supervisor.getByTestId('notice-dialog').waitFor({ state: 'detached' });
  const card = supervisor.getByTestId('case-notices').locator('article');
  const noticeNo = await card.locator('b').first().innerText();

  await card.getByTestId('notice-deliver').click();
  await supervisor.getByTestId('deliver-submit').click();
  await supervisor.getByTestId('deliver-dialog').waitFor({ state: 'detached' });
  await card.getByTestId('notice-deliver').click();
  await supervisor.getByTestId('deliver-note').fill('当面交诉求人本人');
  await shot(supervisor, 'notice-deliver');
  await supervisor.getByTestId('deliver-submit').click();
  await supervisor.getByTestId('deliver-dialog').waitFor({ state: 'detached' });
  await card.getByTestId('on-paper-PETITIONER').click();
  await supervisor.getByTestId('receipt-evidence').fill('回执联由诉求人签字');
  await supervisor.getByTestId('receipt-submit').click();
  await card.locator('[data-testid="sheet-PETITIONER"][data-status="RECEIPTED"]').waitFor();

  await confirmCopy(leader, noticeNo, 'LEADER');
  await confirmCopy(office, noticeNo, 'ORGANISATION_DEPARTMENT');
  await goTo(supervisor, 'notices');
  await supervisor.getByTestId('tab-copies').click();
  await awaited(supervisor, `copy-${noticeNo}-PARTY_OFFICE`);
  assert.equal(await supervisor.getByTestId(`copy-${noticeNo}-LEADER`).count(), 0);
  await shot(supervisor, 'notice-copies');

  await supervisor.getByTestId('tab-notices').click();
  await supervisor.getByTestId(`notice-${noticeNo}`).getByTestId('notice-print').click();
  await supervisor.getByTestId('paper-PETITION_OFFICE').waitFor();
  await shot(supervisor, 'notice-papers');
  const pdf = await supervisor.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 6, 'one page per copy');
  for (const page of Object.values(people)) {
    assert.deepEqual(page.faults, [], page.user);
  }
});

async function confirmCopy(page, noticeNo, copy) {
  await goTo(page, 'notices');
  // An office sees its copies at once, the leader's office chooses them.
  await page.locator(`[data-testid="tab-copies"], [data-testid="open-copy-${noticeNo}-${copy}"]`).first().waitFor();
  if (await page.getByTestId('tab-copies').isVisible()) {
    await page.getByTestId('tab-copies').click();
  }
  await (await awaited(page, `open-copy-${noticeNo}-${copy}`)).click();
  await page.getByTestId(`paper-${copy}`).waitFor();
  await page.getByTestId('paper-confirm').click();
  await page.getByTestId('paper-confirmed').waitFor();
  await shot(page, `notice-confirmed-${copy}`);
}
