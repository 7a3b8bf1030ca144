import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callBack, dispatchTo, lookUntil, register, registerAndAnswer, trackedAs } from './loop.mjs';
import { awaited, goTo, openBrowser, shot, signIn } from './people.mjs';

const CATEGORY = '990101';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['operator', 'screener', 'shift-lead', 'dispatcher', 'callback-agent']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('an operator answers at once, the citizen rates it, has it reopened, and a dispatcher gets it', async () => {
  const { caseNo, queryCode } = await registerAndAnswer(people.operator, {
    kind: 'CONSULTATION',
    category: CATEGORY,
    title: '居住证到期如何续签',
    content: '居住证下月到期，询问续签材料与办理地点。',
    demand: '告知材料和地点',
    answer: '持身份证与住所证明到街道便民中心办理，可先拨打 0532-88886666 咨询。',
  });
  const decision = await callBack(people['callback-agent'], caseNo, {
    responded: 'YES',
    solved: 'YES',
    satisfied: 'YES',
    'request-true': 'YES',
  });
  assert.equal(decision, 'CLOSED');
  await trackedAs(browser, caseNo, queryCode, 'CLOSED', async (page) => {
    assert.match(await page.getByTestId('track-direct-answer').innerText(), /0532-88886666/);
    await page.getByTestId('track-reopen').click();
    await page.getByTestId('track-reopen-text').fill('窗口说材料不够，没有办成。');
    await page.getByTestId('track-act-submit').click();
    await page.getByTestId('track-reopen-asked').waitFor();
    await shot(page, 'track-reopen');
  });
  await dispatchTo(people.dispatcher, caseNo, 'cg');
});

test('a citizen rates the answer on the own page before anybody calls, and the case closes', async () => {
  const { caseNo, queryCode } = await registerAndAnswer(people.operator, {
    kind: 'CONSULTATION',
    category: CATEGORY,
    title: '老年证在哪里办',
    content: '家中老人年满六十五岁，询问老年证办理地点。',
    demand: '告知地点',
    answer: '带身份证到户籍地街道便民中心即可办理，当场领取。',
  });
  // Evaluation opens the callback a moment after the answer; until then there is nothing to rate.
  const desk = people['callback-agent'];
  await goTo(desk, 'callback');
  await awaited(desk, `row-${caseNo}`);
  await trackedAs(browser, caseNo, queryCode, 'ANSWERED_DIRECT', async (page) => {
    assert.match(await page.getByTestId('track-direct-answer').innerText(), /街道便民中心/);
    await lookUntil(page, { caseNo, queryCode }, '[data-testid="track-rating"][data-state="OPEN"]');
    for (const [question, answer] of Object.entries({
      responded: 'YES',
      solved: 'NO',
      satisfied: 'YES',
      requestTrue: 'YES',
      reason: 'POLICY',
    })) {
      await page.getByTestId(`track-rate-${question}-${answer}`).check();
    }
    // Without dissatisfaction nobody is asked why.
    await page.getByTestId('track-rate-solved-YES').check();
    await page.getByTestId('track-rate-reason-POLICY').waitFor({ state: 'detached' });
    await page.getByTestId('track-rate-verbatim').fill('一次就办好了，谢谢。');
    await shot(page, 'track-rating');
    await page.getByTestId('track-rate-submit').click();
    await lookUntil(page, { caseNo, queryCode }, '[data-testid="track-status"][data-status="CLOSED"]');
    await page.getByTestId('track-outcome').waitFor();
    assert.equal(await page.getByTestId('track-rating').count(), 0);
    await shot(page, 'track-rated');
  });
  // Nobody has to call any more.
  await goTo(desk, 'callback');
  await desk.getByTestId('tab-done').click();
  await (await awaited(desk, `open-${caseNo}`)).click();
  await desk.locator('[data-testid="rated-via"][data-via="SELF_SERVICE"]').waitFor();
  assert.equal(await desk.getByTestId('callback-decision').getAttribute('data-decision'), 'CLOSED');
  await shot(desk, 'rated-online');
});

test('what is not for the city is refused by two persons, and the citizen is told where to turn', async () => {
  const { caseNo, queryCode } = await register(people.operator, {
    category: CATEGORY,
    title: '邻市高速口拥赌',
    content: '邻市高速出口每天早上拥堵，希望增设车道。',
    demand: '增设车道',
  });
  const desk = people.operator;
  await desk.getByTestId('registered-open').click();
  await desk.getByTestId('correct-open').click();
  await desk.getByTestId('correct-title').fill('邻市高速口拥堵');
  await desk.getByTestId('correct-reason').fill('错别字');
  await desk.getByTestId('correct-submit').click();
  await desk.getByTestId('correction-1').waitFor();
  await shot(desk, 'corrected');

  const screener = people.screener;
  await goTo(screener, 'screening');
  await (await awaited(screener, `look-${caseNo}`)).click();
  await screener.getByTestId('refusal-open').click();
  await screener.getByTestId('refusal-reason').click();
  await screener.getByRole('option', { name: '不属于本市管辖' }).click();
  await screener.getByTestId('refusal-channel').fill('请向该市 12345 反映');
  await screener.getByTestId('refusal-submit').click();
  await screener.getByTestId('refusal-waits').waitFor();
  await screener.getByTestId('refusal-own').waitFor();
  await shot(screener, 'refusal-proposed');

  const second = people['shift-lead'];
  await goTo(second, 'screening');
  await second.getByTestId('tab-refusals').click();
  await (await awaited(second, `look-${caseNo}`)).click();
  await second.getByTestId('refusal-confirm').click();
  await shot(second, 'refusal-confirm');
  await second.getByTestId('refusal-confirm-confirm').click();
  await second.getByTestId(`row-${caseNo}`).waitFor({ state: 'detached' });

  await trackedAs(browser, caseNo, queryCode, 'REFUSED', async (page) => {
    assert.equal(await page.getByTestId('track-channel').innerText(), '请向该市 12345 反映');
  });
});

test('an emergency is handed on with one key, and stays on the list until the other side has it', async () => {
  const { caseNo } = await register(people.operator, {
    category: CATEGORY,
    title: '楼道有烟味疑似起火',
    content: '三号楼二单元楼道有浓烟，住户正在撤离。',
    demand: '尽快到场',
  });
  const desk = people.operator;
  await desk.getByTestId('emergency-FIRE_119').click();
  await desk.getByTestId('emergency-keys').waitFor({ state: 'detached' });
  await goTo(desk, 'transfers');
  await awaited(desk, `row-${caseNo}`);
  await shot(desk, 'transfers');
  await desk.getByTestId(`case-${caseNo}`).click();
  await desk.getByTestId('transfer-due').waitFor();
  await desk.getByTestId('transfer-acknowledge-open').click();
  await desk.getByTestId('transfer-their-ref').fill('119-20261130-17');
  await desk.getByTestId('transfer-acknowledge').click();
  await desk.getByTestId('transfer-acknowledged').waitFor();
  await shot(desk, 'transfer-acknowledged');
  await goTo(desk, 'transfers');
  await desk.getByTestId('tab-acknowledged').click();
  await awaited(desk, `row-${caseNo}`);
});

test('none of these pages had a script error, a refused resource or a broken answer', () => {
  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
