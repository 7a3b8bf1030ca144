// What several have to do with one case: requests that ask for the same, and a unit with units below it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accept, callBack, dispatchTo, handle, lookUntil, register, review, trackedAs } from './loop.mjs';
import { awaited, choose, goTo, openBrowser, pick, shot, signIn } from './people.mjs';

const CATEGORY = '990101';
const CONTENT = { responded: 'YES', solved: 'YES', satisfied: 'YES', 'request-true': 'YES' };
const ANGRY = { responded: 'YES', solved: 'NO', satisfied: 'NO', 'request-true': 'YES', reason: 'UNREASONABLE' };

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of [
    'operator',
    'screener',
    'dispatcher',
    'clerk',
    'unit-desk',
    'clerk-street',
    'reply-reviewer',
    'callback-agent',
    'assessment-clerk',
    'supervisor',
  ]) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('two citizens ask for the same: one reply answers both, and each rates it', async () => {
  const main = await register(people.operator, {
    category: CATEGORY,
    title: '小区东门污水外溢',
    content: '小区东门外污水井外溢两天，气味大。',
    demand: '尽快疏通',
  });
  await accept(people.screener, main.caseNo);
  await dispatchTo(people.dispatcher, main.caseNo, 'cg');
  const same = await register(people.operator, {
    category: CATEGORY,
    title: '东门外井盖冒污水',
    content: '东门外井盖往外冒污水，行人绕行。',
    demand: '清理路面并疏通',
  });
  await accept(people.screener, same.caseNo);
  await merge(people.dispatcher, same.caseNo, main.caseNo);
  await handle(people.clerk, main.caseNo, 1);
  await review(people['reply-reviewer'], main.caseNo, { citizens: 2 });
  assert.equal(await callBack(people['callback-agent'], same.caseNo, CONTENT), 'CLOSED');
  assert.equal(await callBack(people['callback-agent'], main.caseNo, ANGRY), 'CLOSED');
  await trackedAs(browser, same.caseNo, same.queryCode, 'CLOSED', async (page) => {
    await lookUntil(page, same, '[data-testid="track-replies"] [data-testid="track-reply-with-main"]');
    assert.match(await page.getByTestId('track-reply-text').innerText(), /第 1 轮：已派员到场/);
  });
  await exclude(main.caseNo);
  await holdAndKeep(main.caseNo);
});

async function merge(page, caseNo, mainCaseNo) {
  await goTo(page, 'dispatch');
  await (await awaited(page, `row-${caseNo}`)).locator('a').first().click();
  await page.getByTestId('merge-open').click();
  await page.getByTestId('merge-main').fill(mainCaseNo);
  await page.getByTestId('merge-compare').click();
  await page.getByTestId('merge-comparison').waitFor();
  await choose(page, 'merge-reason', 'SAME_PLACE');
  await shot(page, 'merge-dialog');
  await page.getByTestId('merge-submit').click();
  await page.getByTestId('main-case').waitFor();
  await shot(page, 'merged-case');
}

/** The unit asks that a rating which its citizen gave in anger does not count; one reviews, another confirms. */
async function exclude(caseNo) {
  const clerk = people.clerk;
  await goTo(clerk, 'scoring');
  await (await awaited(clerk, `score-EXCLUSION-${caseNo}`)).click();
  await shot(clerk, 'scored');
  await clerk.getByTestId('score-ask-EXCLUSION').click();
  await clerk.getByTestId('score-reason').click();
  await clerk.locator('.el-select-dropdown__item').locator('visible=true').first().click();
  await clerk.getByTestId('score-explanation').fill('诉求人要求的赔偿不属城管职责。');
  await clerk.getByTestId('score-evidence').fill('权责清单第 12 条。');
  await shot(clerk, 'score-form');
  await clerk.getByTestId('score-submit').click();
  await clerk.getByTestId('score-request').first().waitFor();

  const first = people['assessment-clerk'];
  await goTo(first, 'score-requests');
  await (await awaited(first, `look-${caseNo}`)).click();
  await choose(first, 'score-grants', 'true');
  await first.getByTestId('score-proposal-reason').fill('属实，赔偿不属该单位职责。');
  await shot(first, 'score-review');
  await first.getByTestId('score-propose').click();

  const second = people.supervisor;
  await goTo(second, 'score-requests');
  await second.getByTestId('tab-confirm').click();
  await (await awaited(second, `look-${caseNo}`)).click();
  await second.getByTestId('score-proposal').waitFor();
  await shot(second, 'score-confirm');
  await second.getByTestId('score-confirm').click();
  await second.getByTestId('score-confirm-confirm').click();
  await second.getByTestId(`look-${caseNo}`).waitFor({ state: 'detached' });
}

/** A closed case is held for a lawsuit and kept as a file whose hash anybody can check; the hold ends with a reason. */
async function holdAndKeep(caseNo) {
  const page = people.supervisor;
  await goTo(page, 'score-requests');
  await page.getByTestId('tab-decided').click();
  await page.getByTestId(`row-${caseNo}`).locator('a').first().click();
  await page.getByTestId('archive-state').waitFor();
  await page.getByTestId('hold-open').click();
  await page.getByTestId('hold-reason').click();
  await page.locator('.el-select-dropdown__item').locator('visible=true').first().click();
  await page.getByTestId('hold-reference').fill('（2026）鲁0281民初1号');
  await page.getByTestId('hold-explanation').fill('法院调取办理材料。');
  await shot(page, 'hold-form');
  await page.getByTestId('hold-submit').click();
  await page.getByTestId('archive-held').waitFor();
  await shot(page, 'held');

  const saving = page.waitForEvent('download');
  await page.getByTestId('package').click();
  const kept = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
  assert.equal(kept.content.caseNo, caseNo);
  assert.ok(kept.content.parts.timeline.entries.length > 5);
  assert.ok(kept.content.parts.tasks.length > 0);
  assert.equal(createHash('sha256').update(canonical(kept.content)).digest('hex'), kept.sha256);

  await page.getByTestId('lift-open').click();
  await page.getByTestId('lift-reason').fill('已调解结案。');
  await page.getByTestId('lift-submit').click();
  await page.getByTestId('archive-held').waitFor({ state: 'detached' });
  await goTo(page, 'legal-holds');
  await page.getByTestId('tab-lifted').click();
  await page.getByTestId(`row-${caseNo}`).waitFor();
}

/** As RFC 8785 writes it. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.keys(value).sort();
    return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

test('a district hands its task down to a street, passes the reply of the street on, and stays responsible', async () => {
  const { caseNo } = await register(people.operator, {
    category: CATEGORY,
    title: '背街小巷垃圾未清',
    content: '背街小巷垃圾堆放三天未清运。',
    demand: '清运垃圾',
  });
  await accept(people.screener, caseNo);
  await dispatchTo(people.dispatcher, caseNo, 'd370281');
  const desk = people['unit-desk'];
  await goTo(desk, 'workbench');
  await desk.getByTestId('tab-to-sign').click();
  await (await awaited(desk, `open-${caseNo}`)).click();
  await desk.waitForURL((url) => url.pathname.startsWith('/workbench/'));
  await desk.getByTestId(`sign-${caseNo}`).click();
  await desk.getByTestId('parts-open').click();
  await desk.getByTestId('parts-unit-s370281001').check();
  await desk.getByTestId('parts-note').fill('请到现场清运并拍照');
  await shot(desk, 'hand-down');
  await desk.getByTestId('parts-submit').click();
  await desk.getByTestId('part').first().waitFor();
  await shot(desk, 'handed-down');

  await handle(people['clerk-street'], caseNo, 1);
  await goTo(desk, 'workbench');
  await desk.getByTestId('tab-handed-up').click();
  await (await awaited(desk, `open-${caseNo}`)).click();
  await desk.getByTestId('part-decision').waitFor();
  await shot(desk, 'part-decision');
  await desk.getByTestId('part-pass').click();
  await desk.getByTestId('part-decision').waitFor({ state: 'detached' });
});

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
