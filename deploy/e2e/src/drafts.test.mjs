// Nothing that an operator typed is lost: another machine has it, and so has the shift lead.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anotherMatter, fillIn, registered } from './loop.mjs';
import { goTo, openBrowser, shot, signIn, visible } from './people.mjs';

const SAVED = '[data-testid="server-draft"][data-state="saved"][data-settled="true"]';

let browser;
let lead;

before(async () => {
  browser = await openBrowser();
  lead = await signIn(browser, 'shift-lead');
});

after(async () => {
  await browser?.close();
});

/** The drafts of earlier walks are not those of this one. */
function draftOf(page, title) {
  return page.locator('li[data-testid^="draft-"]').filter({ hasText: title });
}

async function typed(page, title) {
  await fillIn(page, {
    category: '990101',
    title,
    content: `${title}，连续三晚不亮，夜间出行不便。`,
    demand: '尽快修复',
    phone: '137 6655 4433',
  });
  await page.locator(SAVED).waitFor();
}

test('what was typed is found on another machine with all its fields, and registered once', async () => {
  const title = `草稿路灯${Date.now()}`;
  const first = await signIn(browser, 'operator');
  await typed(first, title);
  await shot(first, 'draft-saved');
  // The machine is gone with all that its browser kept.
  await first.context().close();

  const second = await signIn(browser, 'operator');
  await goTo(second, 'desk-register');
  const line = draftOf(second, title);
  await line.waitFor();
  const told = await line.textContent();
  assert.ok(told.includes('137****4433'), told);
  await shot(second, 'draft-found');
  await line.getByTestId(/^draft-open-/).click();
  await second.locator(SAVED).waitFor();
  assert.equal(await second.getByTestId('register-title').inputValue(), title);
  assert.equal(await second.getByTestId('register-name').inputValue(), '市民甲');
  assert.equal(await second.getByTestId('register-phone').inputValue(), '137 6655 4433');
  assert.equal(await second.getByTestId('register-address').inputValue(), '广州北路与福州南路路口东侧');
  assert.equal(await second.getByTestId('register-demand').inputValue(), '尽快修复');
  await second.getByTestId('register-submit').click();
  await anotherMatter(second);
  const { caseNo } = await registered(second, { title });
  assert.match(caseNo, /^\d{13}$/);

  await goTo(second, 'desk-handover');
  await second.getByTestId('handover-open').waitFor();
  await shot(second, 'draft-registered');
  assert.equal(await second.locator('tr').filter({ hasText: title }).count(), 0);
  await second.context().close();
});

test('an operator takes the next call, and the shift lead takes the unfinished one over', async () => {
  const title = `草稿井盖${Date.now()}`;
  const operator = await signIn(browser, 'operator');
  await typed(operator, title);
  await operator.getByTestId('draft-another').click();
  await draftOf(operator, title).waitFor();
  assert.equal(await operator.getByTestId('register-title').inputValue(), '');
  await shot(operator, 'draft-next-call');
  await draftOf(operator, title).getByTestId(/^draft-open-/).click();
  await operator.locator(SAVED).waitFor();
  assert.equal(await operator.getByTestId('register-title').inputValue(), title);

  await goTo(lead, 'desk-handover');
  const row = lead.locator('tr').filter({ hasText: title });
  await row.waitFor();
  assert.ok(!(await row.textContent()).includes('6655'), 'the number is masked');
  await shot(lead, 'handover-list');
  await row.getByTestId(/^handover-act-/).click();
  await lead.getByTestId('handover-dialog').waitFor();
  await lead.getByTestId('handover-to').click();
  await visible(lead, 'handover-to-myself').click();
  await shot(lead, 'handover-dialog');
  await lead.getByTestId('handover-submit').click();
  await row.getByTestId(/^handover-read-/).click();
  await lead.getByTestId('draft-content').getByText('137 6655 4433').waitFor();
  await lead.getByTestId('draft-content-confidential').waitFor();
  await shot(lead, 'handover-read');

  // Who had it types on, is told, and keeps what was typed.
  await operator.getByTestId('register-demand').fill('今晚修复');
  await operator.locator('[data-testid="draft-parted"][data-kind="handed"]').waitFor();
  assert.equal(await operator.getByTestId('register-demand').inputValue(), '今晚修复');
  await shot(operator, 'draft-handed-over');
  await operator.getByTestId('draft-parted-clear').click();
  await operator.getByTestId('draft-parted').waitFor({ state: 'detached' });

  await lead.getByTestId('draft-content-discard').click();
  assert.ok(await lead.getByTestId('draft-content-discard-confirm').isDisabled(), 'not without a reason');
  await lead.getByTestId('draft-content-discard-reason-GIVEN_UP').click();
  const draftId = (await row.getAttribute('data-testid')).slice('handover-'.length);
  await lead.getByTestId('draft-content-discard-confirm').click();
  await row.waitFor({ state: 'detached' });
  await lead.getByTestId(`ended-draft-${draftId}`).locator('[data-ending="DISCARDED"]').waitFor();
  await shot(lead, 'handover-ended');
  await operator.context().close();
});
