import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo, openBrowser, shot, signIn } from './people.mjs';

// Played by deploy/story before this runs.
const TITLE = '国庆前夜路面塌陷';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

async function openLife(page) {
  await goTo(page, 'desk-cases');
  await page.getByTestId('cases-search').fill(TITLE);
  await page.getByTestId('cases-search').press('Enter');
  await page.getByText(TITLE).first().click();
  await page.getByTestId('open-life').click();
  await page.getByTestId('clock-chart').waitFor();
  await page.locator('[data-type="hotline.case.closed.v1"]').waitFor();
}

test('the page of a case explains every clock across the holiday, with who and why', async () => {
  const page = await signIn(browser, 'supervisor');
  await openLife(page);

  const clocks = await page.getByTestId('life-clock').evaluateAll((found) =>
    found.map((one) => [one.dataset.kind, one.dataset.state, one.dataset.late]),
  );
  assert.deepEqual(clocks, [
    ['SCREENING', 'MET', 'false'],
    ['DISPATCH', 'MET', 'false'],
    ['SIGN', 'MET', 'true'],
    ['CONTACT', 'MET', 'true'],
    ['REPLY', 'MET', 'true'],
    ['RECTIFICATION', 'MET', 'true'],
    ['RECTIFICATION', 'MET', 'true'],
    ['RECTIFICATION', 'MET', 'false'],
    ['INSTRUCTION', 'MET', 'false'],
    ['NOTICE_RECEIPTS', 'MET', 'false'],
    ['NOTICE_RESULT', 'MET', 'false'],
    ['REVIEW', 'MET', 'false'],
    ['REVIEW', 'MET', 'false'],
    ['CALLBACK', 'MET', 'false'],
  ]);
  assert.equal(await page.getByTestId('life-why').count(), clocks.length, 'every clock has its reasons');
  await shot(page, 'life');

  const signing = page.locator('[data-kind="SIGN"]');
  assert.match(await signing.innerText(), /国庆节 7 天/);
  assert.match(await signing.getByTestId('life-due').innerText(), /2026-10-08 10:30/);
  const reply = page.locator('[data-kind="REPLY"]');
  await reply.getByTestId('life-why').click();
  const why = await reply.innerText();
  for (const words of [/节假日（国庆节），不计时/, /调休上班日|暂停计时（挂起）/, /延期3个工作日/, /检测鉴定/]) {
    assert.match(why, words);
  }
  assert.equal(await reply.getByTestId('life-request').count(), 2);
  await reply.scrollIntoViewIfNeeded();
  await shot(page, 'life-why');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length > 1, 'the whole page is printed');
  assert.deepEqual(page.faults, []);
});

test('on a telephone the page can be read as well', async () => {
  const page = await signIn(browser, 'leader', { phone: true });
  await page.getByTestId('menu-toggle').click();
  await openLife(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 375, 'nothing is wider than the telephone');
  await shot(page, 'life-phone');
  assert.deepEqual(page.faults, []);
});
