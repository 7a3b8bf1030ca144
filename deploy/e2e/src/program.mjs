// What a walk needs and is not about: done through the APIs, as any other program would do it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { gateway } from './people.mjs';

/** Who signs in by program; a token lasts longer than a walk. */
export async function program(username) {
  const answer = await fetch(`${gateway}/auth/realms/hotline/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'simulator', username, password: 'demo' }),
  });
  assert.equal(answer.status, 200, `${username} signs in`);
  const headers = {
    Authorization: `Bearer ${(await answer.json()).access_token}`,
    'Content-Type': 'application/json',
  };
  return {
    async get(path) {
      const got = await fetch(gateway + path, { headers });
      assert.equal(got.status, 200, `GET ${path}`);
      return got.json();
    },
    async post(path, body, version) {
      const posted = await fetch(gateway + path, {
        method: 'POST',
        headers: {
          ...headers,
          'Idempotency-Key': randomUUID(),
          ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
        },
        body: body && JSON.stringify(body),
      });
      const text = await posted.text();
      assert.ok(posted.ok, `POST ${path}: ${text}`);
      return text && JSON.parse(text);
    },
  };
}

/** So many cases of one unit, each registered, handled once, reviewed, called back and closed as solved. */
export async function closeCases(count, { categoryCode, leadUnitId, title, content }) {
  const [centre, clerk, reviewer, agent] = await Promise.all(
    ['simulator', 'clerk', 'reply-reviewer', 'callback-agent'].map(program),
  );
  for (let number = 1; number <= count; number++) {
    const { caseId, version } = await centre.post('/intake/api/cases', {
      kind: 'HELP',
      urgency: 'NORMAL',
      channel: 'PHONE',
      categoryCode,
      placeCode: '370281001',
      title: `${title}第 ${number} 处`,
      content,
      reporter: { name: '市民甲', phone: '13800001234' },
    });
    await centre.post(`/intake/api/cases/${caseId}/acceptance`, {}, version);
    const waiting = await listed(centre, '/dispatch/api/cases/pending?limit=200', caseId);
    await centre.post(`/dispatch/api/cases/${caseId}/dispatch`, { leadUnitId, reason: '属地办理' }, waiting.version);
    const task = await listed(clerk, '/dispatch/api/assignments?tab=to-sign&limit=200', caseId);
    let { version: taskVersion } = task;
    const text = '已派员到场更换地砖。';
    for (const [by, act, body] of [
      [clerk, 'signature', {}],
      [clerk, 'contact-attempts', { result: 'REACHED', channel: 'PHONE', note: '已与诉求人核实情况。' }],
      [clerk, 'replies', { handlingText: text, publicReply: text, claimedSolved: true }],
      [reviewer, 'reviews', { decision: 'PASS' }],
    ]) {
      ({ version: taskVersion } = await by.post(`/dispatch/api/assignments/${task.assignmentId}/${act}`, body, taskVersion));
    }
    const callback = await listed(agent, '/evaluation/api/callbacks?tab=open&limit=200', caseId);
    const path = `/evaluation/api/callbacks/${callback.callbackId}`;
    const reached = await agent.post(`${path}/attempts`, { result: 'REACHED' }, callback.version);
    const rated = { responded: 'YES', solved: 'YES', satisfied: 'YES', requestTrue: 'YES' };
    await agent.post(`${path}/evaluation`, rated, reached.version);
  }
}

/** The case in a list that follows the log. */
export async function listed(who, list, caseId) {
  for (let look = 0; look < 120; look++) {
    const item = (await who.get(list)).items.find((each) => each.caseId === caseId);
    if (item) {
      return item;
    }
    await pause(250);
  }
  assert.fail(`${caseId} does not come to ${list}`);
}
