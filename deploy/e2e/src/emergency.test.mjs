// Somebody is in danger before a word is written: one key registers and hands over, the rest is completed afterwards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awaited, goTo, openBrowser, pick, shot, signIn, visible } from './people.mjs';
import { program } from './program.mjs';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'shift-lead']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('Alt+7 on the empty form is a critical case at 119, and the operator completes it', async () => {
  const page = people.operator;
  await goTo(page, 'desk-register');
  await page.getByTestId('emergency-start').waitFor();
  await shot(page, 'emergency-start');
  // The cursor stands in the first field: the key works from there.
  await page.getByTestId('register-name').press('Alt+Digit7');
  await handedOver(page, 'FIRE_119');
  await shot(page, 'emergency-handed-over');

  await page.getByTestId('emergency-complete').click();
  await page.getByTestId('correct-title').fill('厂房起火');
  await page.getByTestId('correct-content').fill('三层厂房冒浓烟，无人被困。');
  // Found by the initials of its pinyin: 胶州市.
  const district = page.getByTestId('correct-district');
  await district.click();
  await page.keyboard.type('jzs');
  await visible(page, 'place-370281').click();
  await pick(page, 'correct-street', 'place-370281001');
  await shot(page, 'emergency-completing');
  await page.getByTestId('correct-submit').click();
  await page.getByTestId('emergency-completed').waitFor();
  await shot(page, 'emergency-completed');

  // Somebody is hurt: the same case, a second service; and who called, now that there is time.
  await page.getByTestId('call-in-MEDICAL_120').click();
  await page.getByTestId('called-in-MEDICAL_120').waitFor();
  await page.getByTestId('reporter-open').click();
  await page.getByTestId('reporter-phone').fill(`137${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`);
  await page.getByTestId('reporter-submit').click();
  await page.getByTestId('reporter-form').waitFor({ state: 'detached' });
  await shot(page, 'emergency-called-in');
});

test('a caller in distress: the words are there at once, and the shift lead sees the case', async () => {
  const page = people.operator;
  await goTo(page, 'desk-register');
  await page.getByTestId('emergency-now-PSYCHOLOGY_12356').click();
  const { caseNo, caseId } = await handedOver(page, 'PSYCHOLOGY_12356');
  await page.getByTestId('crisis-script').waitFor();
  await shot(page, 'crisis-script');

  const lead = people['shift-lead'];
  await awaited(lead, `crisis-${caseNo}`);
  await shot(lead, 'crisis-alert');
  const centre = await program('operator');
  await centre.post(`/intake/api/cases/${caseId}/transfer-acknowledgement`, {});
});

/** The number is read aloud; the form is gone, and with it whatever could be pressed a second time. */
async function handedOver(page, target) {
  await page.locator(`[data-testid="emergency-done"][data-target="${target}"]`).waitFor();
  assert.equal(await page.getByTestId('emergency-start').count(), 0);
  const caseNo = await page.getByTestId('registered-case-no').getAttribute('data-case-no');
  assert.match(caseNo, /^\d{13}$/);
  const path = await page.getByTestId('registered-open').getAttribute('href');
  return { caseNo, caseId: path.split('/').pop() };
}

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
