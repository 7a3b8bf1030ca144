// People at their desks: each has a browser context of their own and is signed in through the real identity provider.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const gateway = process.env.HOTLINE_ORIGIN ?? 'http://localhost:8080';
const folder = process.env.HOTLINE_SCREENSHOTS ?? 'target/screenshots';
// The shell without a window draws the same pages with two thirds of the time.
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
const executablePath = process.env.CHROMIUM ?? BROWSERS.map((name) => `/usr/bin/${name}`).find(existsSync);

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 375, height: 812 };

export async function openBrowser() {
  if (!executablePath) {
    throw new Error('没有找到 Chromium，请安装后重试 / No Chromium found: install it, or set CHROMIUM to its path');
  }
  mkdirSync(folder, { recursive: true });
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page that fails the test on a script error, a refused resource or a 5xx answer. */
export async function newPage(browser, { phone = false, storageState } = {}) {
  const context = await browser.newContext({
    storageState,
    reducedMotion: 'reduce',
    viewport: phone ? PHONE : DESKTOP,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    isMobile: phone,
    hasTouch: phone,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) {
      page.faults.push(message.text());
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 500) {
      page.faults.push(`${response.status()} ${response.url()}`);
    }
  });
  return page;
}

// Who has signed in once is known to the identity provider: by its cookie, also on another screen and in the next file.
const knownFile = join(folder, 'signed-in.json');
const known = new Map(Object.entries(remembered()));

function remembered() {
  return existsSync(knownFile) ? JSON.parse(readFileSync(knownFile, 'utf8')) : {};
}

/** Beside those whom another walk has signed in meanwhile, and at once: nobody reads half a file. */
function remember(user, state) {
  known.set(user, state);
  const beside = `${knownFile}.${process.pid}`;
  writeFileSync(beside, JSON.stringify({ ...remembered(), [user]: state }));
  renameSync(beside, knownFile);
}

export async function signIn(browser, user, options) {
  const page = await newPage(browser, { ...options, storageState: known.get(user) });
  page.user = user;
  await page.goto(`${gateway}/home`);
  const whoAmI = page.getByTestId('who-am-i');
  const username = page.locator('#username');
  await whoAmI.or(username).first().waitFor({ state: 'attached' });
  if (await username.isVisible()) {
    await username.fill(user);
    await page.locator('#password').fill('demo');
    await page.locator('#kc-login').click();
    await whoAmI.waitFor({ state: 'attached' });
    remember(user, await page.context().storageState());
  }
  // Who signed in is brought to the first desk of their own, which closes an open menu.
  await page.waitForURL((url) => !['/home', '/signed-in'].includes(url.pathname));
  return page;
}

/** Opens a desk from the navigation, as a person would. */
export async function goTo(page, desk) {
  await page.getByTestId(`nav-${desk}`).click();
}

/**
 * What others have caused, in a list that follows them every few seconds: a person who waits for it turns to the
 * window again, and the list is asked for anew.
 */
export async function awaited(page, testId) {
  const it = page.getByTestId(testId).first();
  for (let look = 0; look < 20 && !(await it.isVisible()); look++) {
    await it.waitFor({ timeout: 800 }).catch(() => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))));
  }
  await it.waitFor();
  return it;
}

export async function choose(page, name, value) {
  await page.getByTestId(`${name}-${value}`).click();
}

/** Chooses in a drop-down whose options appear in a layer of their own. */
export async function pick(page, name, option) {
  await page.getByTestId(name).click();
  await visible(page, option).click();
}

/** Options of a closed list stay in the page; a person sees only those of the open one. */
export function visible(page, option) {
  return page.getByTestId(option).locator('visible=true').first();
}

export async function shot(page, name) {
  // Transitions would make half-shown layers; a person waits for them as well.
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
