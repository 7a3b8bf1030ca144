import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, shot, signIn } from './people.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

test('the administrator of the catalogue begins at its rules and may begin another', async () => {
  const page = await signIn(browser, 'catalogue-admin');
  assert.equal(new URL(page.url()).pathname, '/admin/catalogue');
  await page.getByTestId('rule-R-0102').waitFor();
  await page.getByTestId('rules-search').fill('R-0102');
  await page.getByTestId('rule-R-01').waitFor({ state: 'detached' });
  await shot(page, 'catalogue');
  await page.getByTestId('rule-replace-R-0102').click();
  assert.equal(await page.getByTestId('rule-replaces').getAttribute('data-rule'), 'R-0102');
  await shot(page, 'catalogue-rule');
  await page.getByTestId('rule-cancel').click();
  assert.deepEqual(page.faults, []);
});

test('the administrator of the organisation begins below the centre and goes down the tree', async () => {
  const page = await signIn(browser, 'org-admin');
  assert.equal(new URL(page.url()).pathname, '/admin/units');
  await page.getByTestId('unit-row-cg').waitFor();
  await shot(page, 'units');
  await page.getByTestId('units-below-d370202').click();
  await page.getByTestId('unit-row-cg').waitFor({ state: 'detached' });
  assert.equal(await page.getByTestId('units-parent').getAttribute('data-code'), 'd370202');
  assert.deepEqual(page.faults, []);
});
