import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awaited, choose, goTo, newPage, openBrowser, shot, signIn } from './people.mjs';
import { listed, program } from './program.mjs';

let browser;
const people = {};

before(async () => {
  browser = await openBrowser();
  for (const user of ['clerk', 'reply-reviewer', 'callback-agent']) {
    people[user] = await signIn(browser, user);
  }
});

after(async () => {
  await browser?.close();
});

test('a clerk proves a reply with a photo and a paper; the reviewer reads both, and who calls the citizen back', async () => {
  const { clerk, 'reply-reviewer': reviewer, 'callback-agent': agent } = people;
  const { caseId, caseNo, assignmentId } = await contacted();
  const photo = await jpeg(browser);

  await clerk.goto(`${new URL(clerk.url()).origin}/workbench/${assignmentId}`);
  await clerk.getByTestId('reply-form').waitFor();
  await clerk.getByTestId('reply-attachment-file').setInputFiles([
    { name: '修复后.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: '验收单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\ntrailer <<>>\n%%EOF\n') },
    { name: '假图片.png', mimeType: 'image/png', buffer: Buffer.from('<script>') },
  ]);
  await clerk.getByTestId('reply-attached').nth(1).waitFor();
  // What is no image is refused with its reason, and taken off again.
  const refused = clerk.locator('[data-testid="reply-attaching"][data-state="refused"]');
  await refused.getByRole('alert').waitFor();
  assert.match(await refused.innerText(), /按内容判断/);
  await clerk.getByTestId('reply-handling').fill('已更换地砖并勾缝，附修复后照片和验收单。');
  await clerk.getByTestId('reply-public').fill('您好，破损地砖已更换，感谢您的反映。');
  await choose(clerk, 'reply-solved', 'true');
  // The form waits for it, and says so; what was typed stays.
  assert.ok(await clerk.getByTestId('reply-submit').isDisabled());
  await clerk.getByTestId('reply-attachments-unfinished').waitFor();
  await refused.getByRole('button', { name: '移除 假图片.png' }).click();
  await clerk.getByTestId('reply-attachments-unfinished').waitFor({ state: 'detached' });
  await shot(clerk, 'attachments-reply');
  await clerk.getByTestId('reply-submit').click();
  await clerk.getByTestId('reply-form').waitFor({ state: 'detached' });
  await clerk.getByTestId('replies').getByTestId('attachments').waitFor();

  await goTo(reviewer, 'review');
  await (await awaited(reviewer, `review-open-${caseNo}`)).click();
  const shown = reviewer.getByTestId('review-attachments');
  await shown.locator('img').first().waitFor();
  assert.equal(await shown.getByTestId('attached-file').count(), 2);
  await shot(reviewer, 'attachments-review');
  const saved = reviewer.waitForEvent('download');
  await shown.getByRole('button', { name: '下载 验收单.pdf' }).click();
  assert.equal((await saved).suggestedFilename(), '验收单.pdf');
  await shown.getByRole('button', { name: '查看图片 修复后.jpg' }).click();
  await reviewer.getByTestId('attachment-large').waitFor();
  await shot(reviewer, 'attachments-layer');
  await reviewer.keyboard.press('Escape');
  await reviewer.getByTestId('attachment-large').waitFor({ state: 'detached' });
  await reviewer.getByTestId('review-pass').click();
  await reviewer.getByTestId(`review-open-${caseNo}`).waitFor({ state: 'detached' });

  const caller = await program('callback-agent');
  const { callbackId } = await listed(caller, '/evaluation/api/callbacks?tab=open&limit=200', caseId);
  await agent.goto(`${new URL(agent.url()).origin}/callback/${callbackId}`);
  const proofs = agent.getByTestId('reply-proofs');
  await proofs.getByRole('button', { name: '查看图片 照片 1' }).click();
  await agent.getByTestId('attachment-large').waitFor();
  await agent.keyboard.press('Escape');
  await agent.getByTestId('attachment-large').waitFor({ state: 'detached' });
  await proofs.getByRole('button', { name: '下载 文件 2' }).waitFor();
  assert.doesNotMatch(await proofs.innerText(), /验收单/);
  await shot(agent, 'attachments-callback');

  for (const page of [clerk, reviewer, agent]) {
    assert.deepEqual(page.faults, []);
  }
});

/** A case that its clerk has signed for and called about. */
async function contacted() {
  const [centre, clerk] = await Promise.all(['simulator', 'clerk'].map(program));
  const { caseId, caseNo, version } = await centre.post('/intake/api/cases', {
    kind: 'HELP',
    urgency: 'NORMAL',
    channel: 'PHONE',
    categoryCode: '990101',
    placeCode: '370281001',
    title: '人行道地砖破损',
    content: '站前路人行道地砖松动破损，已有行人绊倒。',
    reporter: { name: '市民甲', phone: '13800001234' },
  });
  await centre.post(`/intake/api/cases/${caseId}/acceptance`, {}, version);
  const waiting = await listed(centre, '/dispatch/api/cases/pending?limit=200', caseId);
  await centre.post(`/dispatch/api/cases/${caseId}/dispatch`, { leadUnitId: 'cg', reason: '属地办理' }, waiting.version);
  const task = await listed(clerk, '/dispatch/api/assignments?tab=to-sign&limit=200', caseId);
  const path = `/dispatch/api/assignments/${task.assignmentId}`;
  const signed = await clerk.post(`${path}/signature`, {}, task.version);
  await clerk.post(`${path}/contact-attempts`, { result: 'REACHED', channel: 'PHONE', note: '已核实' }, signed.version);
  return { caseId, caseNo, assignmentId: task.assignmentId };
}

/** A photo as a browser writes it. */
async function jpeg(of) {
  const page = await newPage(of);
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1600, 1200];
    const drawing = canvas.getContext('2d');
    drawing.fillStyle = '#8a8f98';
    drawing.fillRect(0, 0, 1600, 1200);
    drawing.fillStyle = '#c05020';
    drawing.fillRect(300, 300, 700, 500);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await page.context().close();
  return Buffer.from(bytes);
}
