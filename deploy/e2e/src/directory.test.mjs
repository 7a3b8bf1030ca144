import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gateway, goTo, openBrowser, pick, shot, signIn, visible } from './people.mjs';
import { program } from './program.mjs';

const PLACE = '370281001005';
const CATEGORY = '/dispatch/api/kept-categories';
const PLACES = '/dispatch/api/kept-places';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

test('a category that its keeper adds below another is what an operator can choose', async () => {
  const keeper = await program('catalogue-admin');
  const page = await signIn(browser, 'catalogue-admin');
  await goTo(page, 'admin-categories');
  await page.getByTestId('branch-below-01').click();
  await page.getByTestId('branch-below-0101').click();
  await page.getByTestId('branch-row-010101').waitFor();
  // A walk that ran before has left its own, which cannot be deleted.
  const { items } = await keeper.get(`${CATEGORY}?parent=0101&limit=200`);
  const taken = new Set(items.map((one) => one.code));
  const code = Array.from({ length: 99 }, (_, last) => `0101${String(last + 1).padStart(2, '0')}`).find(
    (free) => !taken.has(free),
  );
  const name = `充电桩损坏${code}`;
  await page.getByTestId('branch-new').click();
  await page.getByTestId('branch-code').fill(code);
  await page.getByTestId('branch-name-zh').fill(name);
  await page.getByTestId('branch-name-en').fill(`Broken charging pile ${code}`);
  await shot(page, 'categories-add');
  await page.getByTestId('branch-submit').click();
  await page.getByTestId(`branch-row-${code}`).waitFor();
  await shot(page, 'categories');

  const desk = await chosenBy('operator', code, name);
  const operator = await program('operator');
  const { caseId } = await operator.post('/intake/api/cases', {
    kind: 'HELP',
    channel: 'PHONE',
    categoryCode: code,
    placeCode: '370281001',
    title: '充电桩不出电',
    content: '小区东门充电桩扫码后不出电。',
    reporter: { name: '市民甲', phone: '13800001234' },
  });

  // Off again: other walks choose among the categories that were shipped.
  await page.getByTestId(`branch-state-${code}`).click();
  await page.getByTestId(`branch-state-${code}-confirm`).click();
  await page.locator(`[data-testid=branch-row-${code}][data-active=false]`).waitFor();
  await until(async () => {
    const { items } = await operator.get('/intake/api/reference/categories?all=true');
    return items.some((one) => one.code === code && !one.active);
  });
  // The case keeps it, by name.
  await desk.goto(`${gateway}/cases/${caseId}?act=correct`);
  await desk.getByTestId('correction-form').waitFor();
  await desk.waitForFunction(
    (shown) => document.querySelector('[data-testid=correct-category] input')?.value.includes(shown),
    `${name}（已停用）`,
  );
  await shot(desk, 'category-switched-off-in-its-case');
  assert.deepEqual(desk.faults, []);
  assert.deepEqual(page.faults, []);
});

test('a place that its keeper renames is shown under its new name', async () => {
  const keeper = await program('org-admin');
  const street = PLACE.slice(0, 9);
  const find = async () =>
    (await keeper.get(`${PLACES}?parent=${street}&limit=200`)).items.find((one) => one.code === PLACE);
  const { nameZh: former } = await find();
  const page = await signIn(browser, 'org-admin');
  await goTo(page, 'admin-places');
  for (const code of ['3702', '370281', street]) {
    await page.getByTestId(`branch-below-${code}`).click();
  }
  try {
    await page.getByTestId(`branch-edit-${PLACE}`).click();
    await page.getByTestId('branch-name-zh').fill('新名社区居民委员会');
    await page.getByTestId('branch-submit').click();
    await page.getByTestId(`branch-row-${PLACE}`).getByText('新名社区居民委员会').waitFor();
    await page.getByTestId(`branch-history-${PLACE}`).click();
    await page.getByTestId('branch-history').getByText(former).first().waitFor();
    await shot(page, 'places');

    const operator = await program('operator');
    await until(async () => {
      const { items } = await operator.get(`/intake/api/reference/places?parent=${street}`);
      return items.find((one) => one.code === PLACE)?.name === '新名社区居民委员会';
    });
    const desk = await signIn(browser, 'operator');
    await goTo(desk, 'desk-register');
    await pick(desk, 'register-district', 'place-370281');
    await pick(desk, 'register-street', `place-${street}`);
    await desk.getByTestId('register-community').click();
    await visible(desk, `place-${PLACE}`).filter({ hasText: '新名社区居民委员会' }).waitFor();
    assert.deepEqual(desk.faults, []);
  } finally {
    const { version } = await find();
    await keeper.post(`${PLACES}/${PLACE}`, { nameZh: former }, version);
  }
  assert.deepEqual(page.faults, []);
});

async function chosenBy(user, code, name) {
  const operator = await program(user);
  await until(async () => {
    const { items } = await operator.get('/intake/api/reference/categories');
    return items.some((one) => one.code === code);
  });
  const desk = await signIn(browser, user);
  await goTo(desk, 'desk-register');
  const field = desk.getByTestId('register-category').locator('input').first();
  await field.click();
  await field.fill(code);
  await visible(desk, `category-${code}`).click();
  await desk.waitForFunction(
    (shown) => document.querySelector('[data-testid=register-category] input')?.value.includes(shown),
    name,
  );
  await shot(desk, 'register-new-category');
  return desk;
}

/** What one service says reaches another within moments. */
async function until(holds) {
  for (let look = 0; look < 100; look++) {
    if (await holds()) {
      return;
    }
    await new Promise((next) => setTimeout(next, 200));
  }
  assert.fail('It was not heard of in time');
}
