import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anotherMatter, fillIn, registered } from './loop.mjs';
import { awaited, choose, gateway, goTo, openBrowser, shot, signIn } from './people.mjs';

const TITLE = '沿街广告牌设置审批';
const FIRST = '持设计图和房屋产权证明到城市管理局窗口申请，十个工作日内答复。';
const SECOND = '持设计图到城市管理局窗口或线上申请，五个工作日内答复，不再需要产权证明。';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['clerk', 'catalogue-admin', 'operator', 'supervisor']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

function dayIn(days) {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

async function publish(page, code) {
  await goTo(page, 'knowledge');
  await page.getByTestId('tab-in-review').click();
  await (await awaited(page, `open-${code}`)).click();
  await page.getByTestId('knowledge-publish').click();
  await page.getByTestId('knowledge-publish-confirm').click();
  await page.getByTestId('knowledge-draft').waitFor({ state: 'detached' });
}

test('a unit writes what is read out, an operator answers with it, it was wrong, and the old answer keeps its version', async () => {
  const clerk = people.clerk;
  await goTo(clerk, 'knowledge');
  await clerk.getByTestId('knowledge-new').click();
  await clerk.getByTestId('knowledge-form-title').fill(TITLE);
  await clerk.getByTestId('knowledge-form-answer').fill(`${FIRST}联系人 13800001234`);
  await clerk.getByTestId('knowledge-form-questions').fill('店招怎么审批\n门头广告');
  await clerk.getByTestId('knowledge-form-notes').fill('先问清在哪条路。');
  const review = clerk.locator('[data-testid="knowledge-form"] .el-date-editor input').nth(2);
  await review.fill(dayIn(120));
  await review.press('Enter');
  // The number of a person is refused, and nothing that was typed is lost.
  await clerk.getByTestId('knowledge-form-submit').click();
  await clerk.locator('[data-testid="problem"][data-status="400"]').waitFor();
  await shot(clerk, 'knowledge-form');
  await clerk.getByTestId('knowledge-form-answer').fill(FIRST);
  await clerk.getByTestId('knowledge-form-submit').click();
  await clerk.getByTestId('knowledge-draft').waitFor();
  const code = await clerk.getByTestId('knowledge-code').innerText();
  assert.match(code, /^ZSK-\d{6}/);

  const editor = people['catalogue-admin'];
  await publish(editor, code);
  assert.equal(await editor.getByTestId('knowledge-published').getAttribute('data-version'), '1');
  await shot(editor, 'knowledge-item');
  await goTo(editor, 'knowledge');
  await editor.getByTestId('knowledge-figures').waitFor();
  await editor.getByTestId('kb-wrong-denominator').click();
  await shot(editor, 'knowledge-figures');

  const operator = people.operator;
  await fillIn(operator, {
    kind: 'CONSULTATION',
    category: '990101',
    title: '沿街店铺广告牌怎么审批',
    content: '店铺要换门头广告牌，询问怎么审批。',
    demand: '告知材料和时限',
  });
  // Suggested by the title that was typed; found by its code, and taken over with one key.
  await operator.getByTestId(`knowledge-hit-${code}`).waitFor();
  await shot(operator, 'knowledge-suggested');
  await operator.keyboard.press('Alt+k');
  await operator.getByTestId('knowledge-search').fill(code);
  await operator.locator(`[data-testid="knowledge-panel"][data-count="1"][data-words="${code}"]`).waitFor();
  await operator.keyboard.press('Alt+1');
  await operator.getByTestId('direct-answer').waitFor();
  assert.equal(await operator.getByTestId('direct-answer').inputValue(), FIRST);
  assert.equal(await operator.getByTestId('direct-answer-item').inputValue(), code);
  assert.equal(await operator.getByTestId('direct-answer-version').inputValue(), '1');
  await operator.getByTestId('register-and-answer').click();
  await anotherMatter(operator);
  await operator.getByTestId('direct-answer-sent').waitFor();
  const { caseNo } = await registered(operator, { title: '沿街店铺广告牌怎么审批' });
  await operator.getByTestId('registered-open').click();
  await operator.getByTestId('case-knowledge').waitFor();
  const casePage = operator.url();

  const supervisor = people.supervisor;
  await supervisor.goto(casePage.replace(new URL(casePage).origin, gateway));
  await supervisor.getByTestId('answered-wrongly').click();
  await choose(supervisor, 'knowledge-report-reason', 'OUTDATED');
  await supervisor.getByTestId('knowledge-report-words').fill('产权证明今年起不再收取');
  await shot(supervisor, 'answered-wrongly');
  await supervisor.getByTestId('knowledge-report-submit').click();
  await supervisor.getByTestId('knowledge-reported').waitFor();

  await goTo(clerk, 'knowledge');
  await clerk.getByTestId('tab-reported').click();
  await (await awaited(clerk, `open-${code}`)).click();
  await clerk.getByTestId('knowledge-decide').click();
  await clerk.getByTestId('knowledge-decision-reason').fill('核实属实，材料已精简');
  await clerk.getByTestId('knowledge-decide-NEW_VERSION').click();
  await clerk.locator('[data-testid="knowledge-draft"][data-version="2"]').waitFor();
  await shot(clerk, 'knowledge-decided');
  await clerk.getByTestId('knowledge-edit').click();
  await clerk.getByTestId('knowledge-form-answer').fill(SECOND);
  await clerk.getByTestId('knowledge-form-change').fill('精简材料，缩短时限');
  await clerk.getByTestId('knowledge-form-submit').click();
  await clerk.getByTestId('knowledge-draft').waitFor();
  await publish(editor, code);
  assert.equal(await editor.getByTestId('knowledge-published').getAttribute('data-version'), '2');
  assert.equal(await editor.getByTestId('knowledge-uses').getAttribute('data-count'), '1');

  await operator.reload();
  const readOut = operator.getByTestId('case-knowledge');
  await readOut.waitFor();
  assert.match(await readOut.innerText(), new RegExp(code));
  assert.match(await operator.getByTestId('case-direct-answer').innerText(), /十个工作日/);
  await readOut.click();
  await operator.locator('[data-testid="knowledge-version"][data-version="1"]').waitFor();
  assert.equal(await operator.getByTestId('knowledge-answer').innerText(), FIRST);
  await operator.getByTestId('knowledge-newer').waitFor();
  await shot(operator, 'knowledge-old-version');
  assert.match(caseNo, /^\d{13}$/);

  for (const page of Object.values(people)) {
    assert.deepEqual(page.faults, []);
  }
});
