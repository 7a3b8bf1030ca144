// Every desk, at the size of a small office screen and of a telephone.
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

test('every desk fits a small office screen and a telephone', async () => {
  for (const [user, desks] of Object.entries({
    operator: ['desk/register', 'desk/cases', 'desk/import', 'transfers'],
    screener: ['screening'],
    dispatcher: ['dispatch', 'requests', 'disputes'],
    clerk: ['workbench', 'scoring'],
    'reply-reviewer': ['review'],
    'callback-agent': ['callback'],
    'assessment-clerk': ['score-requests'],
    supervisor: ['supervision', 'orders', 'instructions', 'owned', 'notices', 'spot-checks', 'spot-draws', 'legal-holds'],
    leader: ['cockpit', 'admin/dictionary'],
    'calendar-admin': ['calendar'],
    'system-admin': ['admin/parked'],
  })) {
    const phone = await signIn(browser, user, { phone: true });
    const desktop = await signIn(browser, user);
    for (const desk of desks) {
      for (const [page, kind] of [[phone, 'phone'], [desktop, 'desktop']]) {
        const link = page.getByTestId(`nav-${desk.replace('/', '-')}`);
        if (!(await link.isVisible())) {
          await page.getByTestId('menu-toggle').click();
        }
        await link.click();
        await page.waitForURL((url) => url.pathname.endsWith(`/${desk}`));
        // Pages that follow the log never fall silent: their rows are there when no placeholder is.
        await page.waitForFunction(
          () => document.querySelector('.page h1') && !document.querySelector('[data-testid="loading"]'),
        );
        await shot(page, `${kind}-${desk.replace('/', '-')}`);
        const wide = await page.evaluate(() => {
          const tables = [...document.querySelectorAll('.table-scroll')].map((one) => one.scrollWidth - one.clientWidth);
          return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...tables);
        });
        assert.ok(wide <= 0, `${desk} is ${wide} pixels too wide on a ${kind}`);
      }
    }
    await phone.context().close();
    await desktop.context().close();
  }
});
