/** One thing wrong with one field, as the services say it in both languages. */
export interface Violation {
  field: string;
  code?: string;
  zh: string;
  en: string;
}

export type Language = 'zh' | 'en';

/**
 * `refused`: the service answered with a reason and did nothing. `unanswered`: nobody knows whether the service did
 * it, so the same key may be sent again. `signed-out`: the token is gone.
 */
export type ProblemKind = 'refused' | 'unanswered' | 'signed-out';

interface Words {
  zh: string;
  en: string;
}

export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly code: string;
  readonly violations: Violation[];
  readonly traceId: string | null;
  readonly members: Record<string, unknown>;
  private readonly title: Words;
  private readonly detail: Words;

  constructor(given: {
    kind: ProblemKind;
    status?: number;
    code: string;
    title: Words;
    detail?: Words;
    violations?: Violation[];
    traceId?: string | null;
    members?: Record<string, unknown>;
  }) {
    super(`${given.code}: ${given.title.en}`);
    this.kind = given.kind;
    this.status = given.status ?? 0;
    this.code = given.code;
    this.title = given.title;
    this.detail = given.detail ?? { zh: '', en: '' };
    this.violations = given.violations ?? [];
    this.traceId = given.traceId ?? null;
    this.members = given.members ?? {};
  }

  titleIn(language: Language): string {
    return this.title[language];
  }

  detailIn(language: Language): string {
    return this.detail[language];
  }

  get isStale(): boolean {
    return this.status === 412;
  }

  /** The text of every violation of one field, or an empty string. */
  fieldIn(field: string, language: Language): string {
    return this.violations
      .filter((violation) => violation.field === field)
      .map((violation) => violation[language])
      .join(language === 'zh' ? '；' : '; ');
  }

  /** Violations of fields that the form does not show. */
  violationsOutside(fields: readonly string[]): Violation[] {
    return this.violations.filter((violation) => !fields.includes(violation.field));
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function violationsOf(value: unknown): Violation[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value
    .filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
    .map((entry) => ({
      field: text(entry.field),
      code: text(entry.code),
      zh: text(entry.zh) || text(entry.en),
      en: text(entry.en) || text(entry.zh),
    }));
}

const byStatus: Record<number, Words> = {
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  413: { zh: '内容过大', en: 'Too large' },
  429: { zh: '操作过于频繁，请稍后再试', en: 'Too many requests, try again later' },
  502: { zh: '服务暂时不可用', en: 'The service is not available' },
  503: { zh: '服务暂时不可用', en: 'The service is not available' },
  504: { zh: '服务暂时不可用', en: 'The service is not available' },
};

export function signedOut(): ApiProblem {
  return new ApiProblem({
    kind: 'signed-out',
    status: 401,
    code: 'signed-out',
    title: { zh: '登录已过期', en: 'Your sign-in has expired' },
    detail: {
      zh: '请重新登录，已填写的内容保存在草稿中。',
      en: 'Sign in again; what you typed is kept as a draft.',
    },
  });
}

export function unanswered(): ApiProblem {
  return new ApiProblem({
    kind: 'unanswered',
    code: 'unanswered',
    title: { zh: '没有连上服务', en: 'The service did not answer' },
    detail: {
      zh: '网络中断或服务正在恢复。您填写的内容都在，请稍后再次提交，不会重复。',
      en: 'The network is down or the service is coming back. What you typed is kept: submit again, nothing is done twice.',
    },
  });
}

/** The browser reads a file when it is sent: by then it may have been changed, moved or locked. */
export function unreadableFile(): ApiProblem {
  return new ApiProblem({
    kind: 'refused',
    code: 'unreadable-file',
    title: { zh: '无法读取文件', en: 'The file cannot be read' },
    detail: {
      zh: '选择之后文件可能已被修改、移动或被其他程序占用。请重新选择文件。',
      en: 'It may have been changed, moved or locked since it was chosen. Choose it again.',
    },
  });
}

/** An attempt without an answer was done after all, and what is sent now is something else. */
export function doneBefore(): ApiProblem {
  return new ApiProblem({
    kind: 'refused',
    status: 422,
    code: 'idempotency-key-reused',
    title: { zh: '此前的提交可能已经成功', en: 'An earlier attempt was probably done' },
    detail: {
      zh: '上一次提交未收到答复，但服务已受理，与现在填写的内容不同。请先核对是否已办理成功；确需另行提交，请清空或重新打开后再填。',
      en: 'The answer to it was lost, and what you send now differs from it. Look whether it was done; to send another one, clear the form or open it anew.',
    },
  });
}

/** Nothing was sent, or it was refused as stale: the thing is no longer there to be decided. */
export function decidedByOthers(): ApiProblem {
  return new ApiProblem({
    kind: 'refused',
    code: 'decided-by-others',
    title: { zh: '已由他人处理，或任务已变动', en: 'Somebody else has decided it, or the task has moved on' },
    detail: {
      zh: '您的处理没有记录，也不能再提交；填写的内容仍可查看和复制，看完请关闭。',
      en: 'Yours was not recorded and cannot be sent any more; what you typed can still be read and copied. Close it when you are done.',
    },
  });
}

/** Reads the problem document of an answer; anything else becomes words for its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await response.text().catch(() => '');
  let document: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      document = parsed as Record<string, unknown>;
    }
  } catch {
    // A gateway's own error page is not JSON; the status says enough.
  }
  if (response.status === 401) {
    return signedOut();
  }
  const fallback = byStatus[response.status] ?? {
    zh: `服务返回错误（${response.status}）`,
    en: `The service answered with an error (${response.status})`,
  };
  const titleZh = text(document.titleZh) || text(document.title) || fallback.zh;
  const titleEn = text(document.titleEn) || text(document.title) || fallback.en;
  const detailZh = text(document.detailZh) || text(document.detail);
  const detailEn = text(document.detailEn) || text(document.detail);
  return new ApiProblem({
    // After a 5xx nobody knows: the command may be durable although its answer got lost.
    kind: response.status >= 500 ? 'unanswered' : 'refused',
    status: response.status,
    code: text(document.code) || `status-${response.status}`,
    title: { zh: titleZh, en: titleEn },
    detail: { zh: detailZh, en: detailEn },
    violations: violationsOf(document.violations),
    traceId: text(document.traceId) || null,
    members: document,
  });
}
