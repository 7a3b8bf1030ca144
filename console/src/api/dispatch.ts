import type { Page } from '../shared/useList';
import { get, post, type Query } from './http';

const ROOT = '/dispatch/api';

export interface Sentence {
  zh: string;
  en: string;
}
export type Light = 'GREEN' | 'YELLOW' | 'RED' | 'NONE';
export interface PendingCase {
  caseId: string;
  caseNo: string;
  title: string | null;
  kind: string;
  urgency: string;
  categoryCode: string;
  categoryName: string;
  placeCode: string;
  placeName: string;
  acceptedAt: string;
  version: number;
  suggestion: { unitId: string; unitName: string; explanation: Sentence[] } | null;
}
export interface Deadline {
  kind: string;
  dueAt: string;
  remainingWorkMinutes: number;
  overdue: boolean;
}
export interface AssignmentRow {
  assignmentId: string;
  caseId: string;
  caseNo: string;
  title: string | null;
  kind: string;
  urgency: string;
  categoryName: string;
  placeName: string;
  unitId: string;
  unitName: string;
  role: string;
  round: number;
  status: string;
  version: number;
  light: Light;
  nextDeadline: Deadline | null;
  signDue: string | null;
  contactDue: string | null;
  replyDue: string | null;
  createdAt: string;
}
export interface CaseText {
  title: string;
  content: string;
  demand: string | null;
  address: string | null;
  confidential?: boolean;
  supplements: { supplementNo: number; addedAt: string; text: string }[];
}
export interface ContactAttempt {
  attemptNo: number;
  result: string;
  channel: string;
  note: string | null;
  at: string;
  actor: string;
}
export interface Reply {
  replyNo: number;
  handlingText: string;
  publicReply: string;
  claimedSolved: boolean;
  submittedAt: string;
  review: { decision: string; reason: string | null; comment: string | null; at: string } | null;
}
export interface AssignmentDetail extends AssignmentRow {
  file: CaseText | null;
  contactAttempts: ContactAttempt[];
  replies: Reply[];
  routing: { ruleId: string | null; explanation: Sentence[] } | null;
}
export interface Explained {
  kind: string;
  start: string;
  due: string;
  spans: { from: string; to: string; counted: boolean; zh: string; en: string; minutes: number }[];
  remarks: Sentence[];
}
export interface AssignmentPage extends Page<AssignmentRow> {
  counts: Record<string, number>;
}
export interface ReviewRow extends AssignmentRow {
  latestReply: Reply;
}
export interface AssignmentAct {
  assignmentId: string;
  status: string;
  version: number;
  late?: boolean | null;
}
export interface DispatchedCase {
  assignments: AssignmentDetail[];
  routing: { ruleId: string | null; explanation: Sentence[] } | null;
}

export const dispatch = {
  pending: (query: Query) => get<Page<PendingCase>>(`${ROOT}/cases/pending`, query),
  dispatch: (
    key: string,
    caseId: string,
    version: number,
    body: { leadUnitId: string; coUnitIds: string[]; reason: string | null },
  ) => post<unknown>(`${ROOT}/cases/${caseId}/dispatch`, { key, version, body }),
  case: (caseId: string) => get<DispatchedCase>(`${ROOT}/cases/${caseId}`),
  assignments: (query: Query) => get<AssignmentPage>(`${ROOT}/assignments`, query),
  assignment: (id: string) => get<AssignmentDetail>(`${ROOT}/assignments/${id}`),
  deadlines: (id: string) => get<{ items: Explained[] }>(`${ROOT}/assignments/${id}/deadlines`),
  sign: (key: string, id: string, version: number) =>
    post<AssignmentAct>(`${ROOT}/assignments/${id}/signature`, { key, version }),
  contact: (
    key: string,
    id: string,
    version: number,
    body: { result: string; channel: string; note: string | null },
  ) => post<AssignmentAct>(`${ROOT}/assignments/${id}/contact-attempts`, { key, version, body }),
  reply: (
    key: string,
    id: string,
    version: number,
    body: { handlingText: string; publicReply: string; claimedSolved: boolean },
  ) => post<AssignmentAct>(`${ROOT}/assignments/${id}/replies`, { key, version, body }),
  reviews: (query: Query) => get<Page<ReviewRow>>(`${ROOT}/reviews/pending`, query),
  review: (
    key: string,
    id: string,
    version: number,
    body: { decision: 'PASS' | 'REJECT'; reason: string | null; comment: string | null },
  ) => post<AssignmentAct>(`${ROOT}/assignments/${id}/reviews`, { key, version, body }),
};
