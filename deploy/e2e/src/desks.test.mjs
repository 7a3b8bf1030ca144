// Every desk, at the size of a small office screen and of a telephone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, openBrowser, PHONE, shot, signIn } from './people.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** From the navigation, as a person would; on a telephone it is behind a button. */
async function open(page, desk) {
  const link = page.getByTestId(`nav-${desk.replace('/', '-')}`);
  const toggle = page.getByTestId('menu-toggle');
  // A window that was another width a moment ago shows neither for an instant.
  await link.or(toggle).filter({ visible: true }).first().waitFor();
  if (!(await link.isVisible())) {
    await toggle.click();
  }
  await link.click();
  await page.waitForURL((url) => url.pathname.endsWith(`/${desk}`));
  // Pages that follow the log never fall silent: their rows are there when no placeholder is.
  await page.waitForFunction(
    () => document.querySelector('.page h1') && !document.querySelector('[data-testid="loading"]'),
  );
}

async function fits(page, desk, kind) {
  await shot(page, `${kind}-${desk.replace('/', '-')}`);
  const wide = await page.evaluate(() => {
    const tables = [...document.querySelectorAll('.table-scroll')].map((one) => one.scrollWidth - one.clientWidth);
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...tables);
  });
  assert.ok(wide <= 0, `${desk} is ${wide} pixels too wide on a ${kind}`);
}

test('every desk fits a small office screen and a telephone', async () => {
  for (const [user, desks] of Object.entries({
    operator: ['desk/register', 'desk/cases', 'desk/import', 'transfers'],
    screener: ['screening'],
    dispatcher: ['dispatch', 'requests', 'disputes'],
    clerk: ['workbench', 'scoring', 'reply-templates', 'deputies'],
    'reply-reviewer': ['review'],
    'callback-agent': ['callback'],
    'assessment-clerk': ['score-requests'],
    supervisor: ['supervision', 'orders', 'instructions', 'owned', 'notices', 'spot-checks', 'spot-draws', 'legal-holds'],
    leader: ['cockpit', 'daily-report', 'admin/dictionary'],
    'calendar-admin': ['calendar'],
    'system-admin': ['admin/parked'],
  })) {
    const page = await signIn(browser, user);
    for (const desk of desks) {
      await page.setViewportSize(DESKTOP);
      await page.getByTestId('menu-toggle').waitFor({ state: 'hidden' });
      await open(page, desk);
      await fits(page, desk, 'desktop');
      // The page follows the width of its window, and every desk is loaded once.
      await page.setViewportSize(PHONE);
      await fits(page, desk, 'phone');
    }
    await page.context().close();
  }
});

test('on a real telephone the desks are behind one button', async () => {
  const phone = await signIn(browser, 'clerk', { phone: true });
  for (const desk of ['scoring', 'workbench']) {
    await open(phone, desk);
    await fits(phone, desk, 'touch');
  }
  await phone.context().close();
});
