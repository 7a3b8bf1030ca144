// The steps of the loop, each by the person whose step it is.
import assert from 'node:assert/strict';
import { awaited, choose, gateway, goTo, newPage, pick, shot, visible } from './people.mjs';

export async function register(page, form) {
  await fillIn(page, form);
  await page.getByTestId('register-submit').click();
  await anotherMatter(page);
  return registered(page, form);
}

/** These callers have many matters in one street: whoever is asked says that this is a new one. */
export async function anotherMatter(page) {
  const question = page.getByTestId('open-case-anyway');
  await question.or(page.getByTestId('registered')).first().waitFor();
  if (await question.isVisible()) {
    await question.click();
  }
}

/** What the operator knows is answered in the same breath. */
export async function registerAndAnswer(page, form) {
  await fillIn(page, form);
  await page.getByTestId('register-answer').click();
  await page.getByTestId('direct-answer').fill(form.answer);
  await page.getByTestId('direct-answer-item').fill('KB-0123');
  await page.getByTestId('direct-answer-version').fill('7');
  await shot(page, `register-answer-${form.title}`);
  await page.getByTestId('register-and-answer').click();
  await anotherMatter(page);
  await page.getByTestId('direct-answer-sent').waitFor();
  return registered(page, form);
}

export async function fillIn(page, { kind = 'HELP', category, title, content, demand, phone = '138 0000 1234' }) {
  // The menu opens an empty form, also while the last result is still shown.
  await goTo(page, 'desk-register');
  await page.getByTestId('register-name').fill('市民甲');
  await page.getByTestId('register-phone').fill(phone);
  await choose(page, 'register-kind', kind);
  await pickCategory(page, category);
  await pick(page, 'register-district', 'place-370281');
  await pick(page, 'register-street', 'place-370281001');
  await page.getByTestId('register-address').fill('广州北路与福州南路路口东侧');
  await page.getByTestId('register-title').fill(title);
  await page.getByTestId('register-content').fill(content);
  await page.getByTestId('register-demand').fill(demand);
  await shot(page, `register-${title}`);
}

export async function registered(page, { title }) {
  await page.getByTestId('registered').waitFor();
  await shot(page, `registered-${title}`);
  return {
    caseNo: await page.getByTestId('registered-case-no').getAttribute('data-case-no'),
    queryCode: await page.getByTestId('registered-query-code').getAttribute('data-query-code'),
  };
}

async function pickCategory(page, category) {
  const field = page.getByTestId('register-category').locator('input').first();
  await field.click();
  await field.fill(category);
  await visible(page, `category-${category}`).click();
}

/** The screener says what makes the case one to be watched. */
export async function mark(page, caseNo, mark) {
  await goTo(page, 'screening');
  await (await awaited(page, `look-${caseNo}`)).click();
  await page.getByTestId(`mark-${mark}`).click();
  await page.locator(`[data-testid="mark-${mark}"][aria-pressed="true"]`).waitFor();
  await shot(page, 'screening-mark');
}

export async function accept(page, caseNo) {
  await goTo(page, 'screening');
  await awaited(page, `row-${caseNo}`);
  await shot(page, 'screening');
  await page.getByTestId(`accept-${caseNo}`).click();
  await page.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });
}

export async function dispatchTo(page, caseNo, unit) {
  await goTo(page, 'dispatch');
  await awaited(page, `row-${caseNo}`);
  await shot(page, 'dispatch');
  await page.getByTestId(`dispatch-${caseNo}`).click();
  const lead = page.getByTestId('dispatch-lead');
  await lead.click();
  await lead.locator('input').first().fill(unit);
  await visible(page, `unit-${unit}`).click();
  await page.getByTestId('dispatch-reason').fill('该事项属城市管理职责范围');
  await shot(page, 'dispatch-dialog');
  await page.getByTestId('dispatch-submit').click();
  await page.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });
}

/** Signs, calls and replies: the clerk's part of one round. */
export async function handle(page, caseNo, round) {
  await goTo(page, 'workbench');
  await page.getByTestId('tab-to-sign').click();
  await awaited(page, `row-${caseNo}`);
  await shot(page, `workbench-round-${round}`);
  await page.getByTestId(`open-${caseNo}`).click();
  // The list has a button of the same name.
  await page.waitForURL((url) => url.pathname.startsWith('/workbench/'));
  await page.getByTestId(`sign-${caseNo}`).click();
  await page.getByTestId(`sign-${caseNo}`).waitFor({ state: 'detached' });

  await page.getByTestId('contact-open').click();
  await page.getByTestId('contact-reason').fill('电话核实现场情况');
  await page.getByTestId('contact-submit').click();
  await page.getByTestId('contact-phone').waitFor();
  const phone = (await page.getByTestId('contact-phone').innerText()).replace(/\D/g, '');
  await shot(page, `contact-round-${round}`);

  await page.getByTestId('contact-attempt-open').click();
  await choose(page, 'contact-attempt-result', 'REACHED');
  await page.getByTestId('contact-attempt-note').fill('已与诉求人通话，约定今日到场');
  await page.getByTestId('contact-attempt-submit').click();
  await page.getByTestId('contact-attempt').first().waitFor();

  await page.getByTestId('deadline-why').first().click();
  await page.getByTestId('deadline-explanation').waitFor();
  await shot(page, `deadline-round-${round}`);

  await reply(page, `第 ${round} 轮：已派员到场，更换灯具三套并试亮。`);
  return phone;
}

export async function reply(page, text) {
  await page.getByTestId('reply-handling').fill(`${text}费用由养护经费列支。`);
  await page.getByTestId('reply-public').fill(`您好，${text}感谢您的反映。`);
  await choose(page, 'reply-solved', 'true');
  await page.getByTestId('reply-preview').click();
  await shot(page, 'reply');
  await page.getByTestId('reply-submit').click();
  await page.getByTestId('reply-form').waitFor({ state: 'detached' });
}

export async function review(page, caseNo, { reject, citizens } = {}) {
  await goTo(page, 'review');
  await (await awaited(page, `review-open-${caseNo}`)).click();
  await page.getByTestId('review-panel').waitFor();
  if (citizens) {
    assert.match(await page.getByTestId('answers-also').innerText(), new RegExp(`${citizens} 位诉求人`));
  }
  await shot(page, 'review');
  if (reject) {
    await page.getByTestId('review-reject').click();
    await choose(page, 'review-reason', reject);
    await page.getByTestId('review-comment').fill('请补充现场照片说明');
    await page.getByTestId('review-reject-submit').click();
  } else {
    await page.getByTestId('review-pass').click();
  }
  await page.getByTestId(`review-open-${caseNo}`).waitFor({ state: 'detached' });
}

export async function callBack(page, caseNo, answers) {
  await goTo(page, 'callback');
  await awaited(page, `row-${caseNo}`);
  await shot(page, 'callback');
  await page.getByTestId(`open-${caseNo}`).click();
  await choose(page, 'callback-result', 'REACHED');
  await page.getByTestId('callback-attempt-submit').click();
  await page.getByTestId('callback-attempt').first().waitFor();
  for (const [question, answer] of Object.entries(answers)) {
    await choose(page, question, answer);
  }
  await page.getByTestId('evaluation-verbatim').fill('诉求人口述：灯已经亮了。');
  await shot(page, 'questionnaire');
  await page.getByTestId('evaluation-submit').click();
  await page.getByTestId('callback-decision').waitFor();
  await shot(page, 'evaluated');
  return page.getByTestId('callback-decision').getAttribute('data-decision');
}

/** Intake hears of the others from the log; a citizen who has looked too early looks again. */
export async function lookUntil(page, { caseNo, queryCode }, seen) {
  const found = page.locator(seen);
  for (let look = 0; look < 40 && !(await found.isVisible()); look++) {
    await page.getByTestId('track-another').click();
    await page.getByTestId('track-case-no').fill(caseNo);
    await page.getByTestId('track-query-code').fill(queryCode);
    await page.getByTestId('track-submit').click();
    await page.getByTestId('track-result').waitFor();
  }
  assert.ok(await found.isVisible(), `the citizen of ${caseNo} sees ${seen}`);
}

/** The citizen looks at the own case, on a telephone; what else is done on the page comes last. */
export async function trackedAs(browser, caseNo, queryCode, status, andThen = async () => {}) {
  const page = await newPage(browser, { phone: true });
  await page.goto(`${gateway}/track`);
  await page.getByTestId('track-case-no').fill(`${caseNo.slice(0, 6)}-${caseNo.slice(6, 12)}-${caseNo.slice(12)}`);
  await page.getByTestId('track-query-code').fill(queryCode);
  await page.getByTestId('track-submit').click();
  await page.getByTestId('track-result').waitFor();
  await lookUntil(page, { caseNo, queryCode }, `[data-testid="track-status"][data-status="${status}"]`);
  await shot(page, `track-${caseNo}`);
  await andThen(page);
  assert.deepEqual(page.faults, []);
  await page.context().close();
}
