import { dispatch, type Attachment } from '../api/dispatch';
import { evaluation } from '../api/evaluation';
import { asProblem } from '../api/http';
import { intake } from '../api/intake';
import { reporting } from '../api/reporting';
import { sha256 } from '../shared/sha256';

/** What is in the package, or why it is not: the service refused it to who made the package, or knows nothing of it. */
export interface CasePackage {
  format: 'hotline-case-package/1';
  content: {
    caseId: string;
    caseNo: string;
    madeAt: string;
    madeBy: { login: string; name: string; roles: readonly string[] };
    parts: Record<string, unknown>;
    /** `refused`: it is there, and who made the package may not read it. */
    notIncluded: { part: string; why: string; refused?: true }[];
  };
  sha256: string;
  sha256Of: string;
  /** The files of units that the content names. Each has its hash there, so that the hash of the content vouches for them. */
  files: { id: string; name: string; mediaType: string; sha256: string; base64: string }[];
}

/** Read through the services, so that each part is masked as who makes the package may see it. */
const PARTS: [name: string, read: (caseId: string) => Promise<unknown>][] = [
  ['form', (id) => intake.case(id)],
  ['handling', (id) => dispatch.case(id)],
  ['tasks', tasks],
  ['mergings', (id) => dispatch.mergings(id)],
  ['disputes', (id) => dispatch.caseDisputes(id)],
  ['supervision', (id) => dispatch.supervision(id)],
  ['instructions', (id) => dispatch.caseInstructions(id)],
  ['owners', (id) => dispatch.caseOwners(id)],
  ['notices', (id) => dispatch.noticesOf(id)],
  ['results', (id) => evaluation.outcome(id)],
  ['callbacks', callbacks],
  ['scoring', (id) => evaluation.scoring(id)],
  ['archive', (id) => evaluation.archive(id)],
  ['screeningClock', (id) => intake.clocks(id)],
  ['handlingClocks', (id) => dispatch.clocks(id)],
  ['callbackClocks', (id) => evaluation.clocks(id)],
  ['timeline', (id) => reporting.timeline(id)],
];

/** Kept nowhere in what a package is made of. */
const NEVER: CasePackage['content']['notIncluded'] = [
  { part: 'reporter', why: '诉求人姓名、电话须另行调取并留痕 / name and number of the reporter: disclosed one by one, and logged' },
  { part: 'recordings', why: '通话录音由呼叫中心平台保存 / recordings of calls: kept by the call platform' },
  { part: 'evidence', why: '计分申诉的佐证材料仅有名称、文号，原件由承办单位保存 / evidence about points: its name and number only, the unit keeps it' },
  { part: 'access-log', why: '调取留痕见审计 / who asked for the number: the auditor has that log' },
];

/** Each task with its attempts, replies and requests: their texts are the substance of the handling. */
async function tasks(caseId: string): Promise<unknown[]> {
  const { assignments } = await dispatch.case(caseId);
  const whole: unknown[] = [];
  for (const { assignmentId } of assignments) {
    whole.push(await dispatch.assignment(assignmentId));
  }
  return whole;
}

/** The call of each round with its attempts, and what the citizen said or wrote with the rating. */
async function callbacks(caseId: string): Promise<unknown[]> {
  const { entries } = await reporting.timeline(caseId);
  const ids = new Set(
    entries
      .filter(({ type }) => type.startsWith('hotline.callback.') || type.startsWith('hotline.evaluation.'))
      .map(({ data }) => (data as { callbackId?: string } | null)?.callbackId),
  );
  const whole: unknown[] = [];
  for (const id of ids) {
    if (id) {
      whole.push(await evaluation.callback(id));
    }
  }
  return whole;
}

/** Every file that a record of the case has, whichever record that is; one of an erased text has no content any more. */
function attachmentsIn(value: unknown): Attachment[] {
  if (Array.isArray(value)) {
    return value.flatMap(attachmentsIn);
  }
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'attachments' && Array.isArray(one) ? (one as Attachment[]) : attachmentsIn(one),
  );
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // In parts: an argument list has an end.
  for (let from = 0; from < bytes.length; from += 0x6000) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + 0x6000)));
  }
  return text;
}

/** One after the other: they may be large. What may not be read is said. */
async function files(
  parts: Record<string, unknown>,
  notIncluded: CasePackage['content']['notIncluded'],
): Promise<CasePackage['files']> {
  const named = new Map(
    attachmentsIn([parts.tasks, parts.supervision])
      .filter(({ erased }) => !erased)
      .map((file) => [file.id, file]),
  );
  const whole: CasePackage['files'] = [];
  for (const { id, name, mediaType, sha256: hash } of named.values()) {
    try {
      const content = new Uint8Array(await (await dispatch.attachment(id)).arrayBuffer());
      whole.push({ id, name, mediaType, sha256: hash, base64: base64(content) });
    } catch (cause) {
      const problem = asProblem(cause);
      if (![403, 404].includes(problem.status)) {
        throw problem;
      }
      notIncluded.push({ part: `attachment ${id}`, why: problem.code });
    }
  }
  return whole;
}

/** Fails when a service is away: a package with a hole nobody knows of is none. */
export async function casePackage(
  of: { caseId: string; caseNo: string },
  by: CasePackage['content']['madeBy'],
  at: Date,
): Promise<CasePackage> {
  const parts: Record<string, unknown> = {};
  const notIncluded = [...NEVER];
  await Promise.all(
    PARTS.map(async ([name, read]) => {
      try {
        parts[name] = await read(of.caseId);
      } catch (cause) {
        const problem = asProblem(cause);
        if (![403, 404].includes(problem.status ?? 0)) {
          throw problem;
        }
        notIncluded.push({ part: name, why: problem.code, ...(problem.status === 403 && { refused: true as const }) });
      }
    }),
  );
  const attached = await files(parts, notIncluded);
  const content = { caseId: of.caseId, caseNo: of.caseNo, madeAt: at.toISOString(), madeBy: by, parts, notIncluded };
  return {
    format: 'hotline-case-package/1',
    content,
    sha256: sha256(canonical(content)),
    sha256Of: 'content as RFC 8785 writes it: jq -cjS .content FILE | sha256sum',
    files: attached,
  };
}

/** JSON without blanks, the names of each object in order: the same text wherever it is written (RFC 8785). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((one) => canonical(one ?? null)).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
