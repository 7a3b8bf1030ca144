// The days of the demonstration (deploy/up plays it up to today): few cases, so the city's own minimum is small.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { awaited, choose, gateway, goTo, openBrowser, shot, signIn } from './people.mjs';
import { program } from './program.mjs';

/** Days of the city, from today; a period that is ranked is over. */
function day(fromToday) {
  const at = new Date(Date.now() + fromToday * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
}
const FROM = day(-60);
const TO = day(0);
const WINDOW_MS = 180_000;

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  await adoptARuleForFewCases();
  for (const user of ['assessment-clerk', 'supervisor', 'clerk', 'clerk-zj', 'leader', 'analyst']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

/** By program, as a city sets it: from one case on, with a window that a test can wait for. It reaches back: another confirms it. */
async function adoptARuleForFewCases() {
  const clerk = await program('assessment-clerk');
  const rules = await clerk.get('/reporting/api/ranking-rules');
  const { version: _, ...rule } = rules.presets[0].rule;
  if (rules.proposed) {
    // Of a run that was broken off.
    await clerk.post(`/reporting/api/ranking-rules/proposals/${rules.proposed.proposalId}/dropping`);
  }
  const adopted = await clerk.post(
    '/reporting/api/ranking-rules',
    { ...rule, minCases: 1, checkLimit: '2nm', validFrom: FROM, validTo: TO },
    rules.version,
  );
  assert.equal(adopted.inForce, false);
}

test('a period is previewed, checked by its units, frozen by a second person and read by all', async () => {
  const first = people['assessment-clerk'];
  const { supervisor, clerk, leader, analyst } = people;
  const zj = people['clerk-zj'];

  // A rule for days that have been is in force once a second person has confirmed it.
  await goTo(first, 'ranking');
  await first.getByTestId('ranking-rules').click();
  await first.getByTestId('rule-own').waitFor();
  assert.equal(await first.getByTestId('rule-confirm').count(), 0);
  await first.locator('.el-dialog__headerbtn').click();
  await goTo(supervisor, 'ranking');
  await supervisor.getByTestId('ranking-rules').click();
  await supervisor.getByTestId('rule-waiting').waitFor();
  // What it would change, before it is confirmed.
  await supervisor.getByTestId('trial-run').click();
  await supervisor.getByTestId('trial-moved').waitFor();
  await shot(supervisor, 'ranking-rule-waiting');
  await supervisor.getByTestId('rule-confirm').click();
  await supervisor.getByTestId('rule-confirm-confirm').click();
  await supervisor.getByTestId('rule-waiting').waitFor({ state: 'detached' });
  await supervisor.locator('.el-dialog__headerbtn').click();

  await goTo(first, 'ranking');
  await first.getByTestId('ranking-preview').click();
  await first.locator('[data-testid="ranking-status"][data-status="PREVIEW"]').waitFor();
  // Days that are no month, as the address of a preview names them.
  await first.goto(`${gateway}/ranking/preview?from=${FROM}&to=${TO}`);
  await first.locator('[data-testid="ranking-status"][data-status="PREVIEW"]').waitFor();
  await first.getByTestId('tab-departments').click();
  await first.getByTestId('line-cg').waitFor();
  await shot(first, 'ranking-preview');
  await first.getByTestId('ranking-submit').click();
  await first.getByTestId('ranking-submit-confirm').click();
  await first.locator('[data-testid="ranking-status"][data-status="CHECK"]').waitFor();
  const submitted = Date.now();
  // Whoever submitted it does not freeze it.
  await first.locator('[data-testid="ranking-why-not"][data-why="own"]').waitFor();

  // The unit sees its own line alone, with the cases behind it, and objects.
  await goTo(clerk, 'ranking');
  await (await awaited(clerk, `open-ranking-${FROM}`)).click();
  await clerk.getByTestId('line-cg').waitFor();
  assert.equal(await clerk.locator('[data-testid^="line-"]').count(), 1);
  await clerk.getByTestId('remaining').first().waitFor();
  const behind = clerk.getByTestId('behind-cg-eval.satisfied.v2-denominator');
  const count = Number((await behind.innerText()).replace(/\D/g, ''));
  await behind.click();
  await clerk.locator(`[data-testid="copied-cases"] [data-testid="list-count"][data-count="${count}"]`).waitFor();
  await shot(clerk, 'ranking-behind');
  await clerk.keyboard.press('Escape');
  await clerk.getByTestId('copied-cases').waitFor({ state: 'hidden' });
  await clerk.getByTestId('object-cg').click();
  await clerk.getByTestId('objection-words').fill('其中一件属市政管线问题，不属我单位职责，请复核。');
  await shot(clerk, 'ranking-objection');
  await clerk.getByTestId('object-submit').click();
  await awaited(clerk, 'objection-cg');
  assert.equal(await zj.getByTestId('objection-cg').count(), 0);

  // The assessment clerk decides it with a reason.
  await goTo(first, 'ranking');
  await first.getByTestId('tab-open').click();
  await awaited(first, 'objection-cg');
  await shot(first, 'ranking-objections');
  await first.getByTestId('decide-cg').click();
  await choose(first, 'objection-accepts', 'true');
  await first.getByTestId('objection-reason').fill('已核对派单与办结记录，按现有数据重新计算。');
  await shot(first, 'ranking-decision');
  await first.getByTestId('objection-submit').click();
  await first.getByTestId('objection-decision').waitFor({ state: 'detached' });
  await first.getByTestId('tab-decided').click();
  await first.locator('[data-testid="objection-cg"][data-status="ACCEPTED"]').waitFor();

  // A second person freezes it, once the window is over.
  await goTo(supervisor, 'ranking');
  await (await awaited(supervisor, `open-ranking-${FROM}`)).click();
  await supervisor.locator('[data-testid="ranking-status"][data-status="CHECK"]').waitFor();
  const freeze = supervisor.getByTestId('ranking-freeze');
  while (!(await freeze.isVisible()) && Date.now() - submitted < WINDOW_MS) {
    await supervisor
      .getByTestId('ranking-look-again')
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    await freeze.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  await freeze.click();
  await supervisor.getByTestId('ranking-freeze-confirm').click();
  await supervisor.locator('[data-testid="ranking-status"][data-status="PUBLISHED"]').waitFor();
  await shot(supervisor, 'ranking-published');

  // All who read rankings see every line.
  for (const reader of [zj, leader, analyst]) {
    await goTo(reader, 'ranking');
    await (await awaited(reader, `open-ranking-${FROM}`)).click();
    await reader.locator('[data-testid="ranking-status"][data-status="PUBLISHED"]').waitFor();
    await reader.getByTestId('tab-departments').click();
    await reader.getByTestId('line-cg').waitFor();
    assert.ok((await reader.locator('[data-testid^="line-"]').count()) > 1, reader.user);
  }
  await shot(leader, 'ranking-leader');
  const saving = leader.waitForEvent('download');
  await leader.getByTestId('ranking-export').click();
  const csv = await readFile(await (await saving).path(), 'utf8');
  assert.match(csv, /"=""cg"""/);
  const pdf = await leader.pdf({ format: 'A4', landscape: true });
  assert.ok(pdf.length > 1000);

  for (const [user, page] of Object.entries(people)) {
    assert.deepEqual(page.faults, [], user);
  }
});
