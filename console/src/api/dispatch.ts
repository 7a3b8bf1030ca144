import { act, pathTo, read, type Answer, type Asked, type Body } from './contract';
import { download } from './http';

export type Sentence = { zh: string; en: string };
export type PendingCase = Answer<'/dispatch/api/cases/pending', 'get'>['items'][number];
export type AssignmentRow = Answer<'/dispatch/api/assignments', 'get'>['items'][number];
export type AssignmentDetail = Answer<'/dispatch/api/assignments/{id}', 'get'>;
export type Deadline = AssignmentRow['nextDeadline'];
export type Light = AssignmentRow['light'];
export type Reply = AssignmentDetail['replies'][number];
export type Attachment = Reply['attachments'][number];
export type ReviewRow = Answer<'/dispatch/api/reviews/pending', 'get'>['items'][number];
export type ContactForm = Body<'/dispatch/api/assignments/{id}/contact-attempts'>;
export type UnitRequest = AssignmentDetail['requests'][number];
export type RequestRow = Answer<'/dispatch/api/unit-requests/pending', 'get'>['items'][number];
export type ReturnForm = Body<'/dispatch/api/assignments/{id}/return-requests'>;
export type ExtensionForm = Body<'/dispatch/api/assignments/{id}/extension-requests'>;
export type HoldForm = Body<'/dispatch/api/assignments/{id}/hold-requests'>;
export type DecisionForm = Body<'/dispatch/api/assignments/{id}/return-requests/{requestNo}/decision'>;
export type Dispute = Answer<'/dispatch/api/disputes', 'get'>['items'][number];
export type Precedent = Answer<'/dispatch/api/cases/{caseId}/disputes', 'get'>['precedents'][number];
export type ConveneForm = Body<'/dispatch/api/assignments/{id}/return-requests/{requestNo}/dispute'>;
export type OpinionForm = Body<'/dispatch/api/disputes/{disputeId}/opinions'>;
export type RulingForm = Body<'/dispatch/api/disputes/{disputeId}/ruling'>;
export type RecallForm = Body<'/dispatch/api/assignments/{id}/recall'>;
export type PartReviewForm = Body<'/dispatch/api/assignments/{id}/sub-dispatch/review'>;
export type EndorsementRow = Answer<'/dispatch/api/drafts/pending', 'get'>['items'][number];
export type EndorsementDraft = Answer<'/dispatch/api/assignments/{id}/drafts', 'get'>['items'][number];
export type ReviewForm = Body<'/dispatch/api/assignments/{id}/reviews'>;
export type CaseClock = Answer<'/dispatch/api/cases/{caseId}/clocks', 'get'>['items'][number];
export type CaseCoUrge = Answer<'/dispatch/api/cases/{caseId}/co-handler-urges', 'get'>['items'][number];
export type CaseMergings = Answer<'/dispatch/api/cases/{caseId}/mergings', 'get'>;
export type CaseComparison = Answer<'/dispatch/api/cases/{caseId}/comparison', 'get'>;
export type MergeForm = Body<'/dispatch/api/cases/{caseId}/merge'>;
export type UnmergeForm = Body<'/dispatch/api/cases/{caseId}/unmerge'>;
export type Explanation = Answer<'/dispatch/api/assignments/{id}/deadlines', 'get'>['items'][number]['explanation'];
export type BoardRow = Answer<'/dispatch/api/supervision/board', 'get'>['items'][number];
export type CaseHolder = Answer<'/dispatch/api/case-holders', 'get'>['items'][number]['holder'];
export type CaseSupervision = Answer<'/dispatch/api/supervision/cases/{caseId}', 'get'>;
export type SupervisionOrder = CaseSupervision['orders'][number];
export type RectificationForm = Body<'/dispatch/api/supervision/orders/{orderId}/rectifications'>;
export type OrderForm = Body<'/dispatch/api/supervision/orders'>;
export type InstructionPage = Answer<'/dispatch/api/instructions', 'get'>;
export type Instruction = InstructionPage['items'][number];
export type InstructionReceipt = Instruction['receipts'][number];
export type InstructionForm = Body<'/dispatch/api/instructions'>;
export type OwnedCase = Answer<'/dispatch/api/owners', 'get'>['items'][number];
export type CaseOwners = Answer<'/dispatch/api/owners/cases/{caseId}', 'get'>;
export type Ownership = CaseOwners['ownerships'][number];
export type Leader = Answer<'/dispatch/api/leaders', 'get'>['items'][number];
export type OwnerForm = Body<'/dispatch/api/owners/cases/{caseId}'>;
export type VisitForm = Body<'/dispatch/api/owners/{ownershipId}/visits'>;
export type UrgeForm = Body<'/dispatch/api/supervision/cases/{caseId}/urges'>;
export type Notice = Answer<'/dispatch/api/notices', 'get'>['items'][number];
export type NoticeSheet = Notice['sheets'][number];
export type NoticeSheetRow = Answer<'/dispatch/api/notices/copies', 'get'>['items'][number];
export type NoticePaper = Answer<'/dispatch/api/notices/{noticeId}/copies/{copy}', 'get'>;
export type NoticeForm = Body<'/dispatch/api/notices'>;
export type NoticeDeliveryForm = Body<'/dispatch/api/notices/{noticeId}/deliveries'>;
export type AccountabilityRecord = Answer<'/dispatch/api/accountability/records', 'get'>['items'][number];
export type AccountabilityForm = Body<'/dispatch/api/accountability/records'>;

export const dispatch = {
  caseViews: (caseId: string, query: Asked<'/dispatch/api/cases/{caseId}/views'>) =>
    read('/dispatch/api/cases/{caseId}/views', { path: { caseId }, query }),
  /** Whose accounts these are: name and login. */
  accounts: (ids: string[]) => read('/dispatch/api/accounts', { query: { ids: ids.join(',') } }),
  verifyViewLog: (query: Asked<'/dispatch/api/view-log/verification'>) =>
    read('/dispatch/api/view-log/verification', { query }),
  pending: (query: Asked<'/dispatch/api/cases/pending'>) => read('/dispatch/api/cases/pending', { query }),
  dispatch: (key: string, caseId: string, version: number, body: Body<'/dispatch/api/cases/{caseId}/dispatch'>) =>
    act('/dispatch/api/cases/{caseId}/dispatch', { key, version, path: { caseId }, body }),
  case: (caseId: string) => read('/dispatch/api/cases/{caseId}', { path: { caseId } }),
  holders: (caseIds: readonly string[]) =>
    read('/dispatch/api/case-holders', { query: { caseIds: caseIds.join(',') } }),
  repeats: (caseId: string, query: Asked<'/dispatch/api/supervision/cases/{caseId}/repeats'>) =>
    read('/dispatch/api/supervision/cases/{caseId}/repeats', { path: { caseId }, query }),
  clocks: (caseId: string) => read('/dispatch/api/cases/{caseId}/clocks', { path: { caseId } }),
  coUrges: (caseId: string) => read('/dispatch/api/cases/{caseId}/co-handler-urges', { path: { caseId } }),
  mergings: (caseId: string) => read('/dispatch/api/cases/{caseId}/mergings', { path: { caseId } }),
  compare: (caseId: string, caseNo: string) =>
    read('/dispatch/api/cases/{caseId}/comparison', { path: { caseId }, query: { caseNo } }),
  answerWithMain: (caseId: string) => read('/dispatch/api/cases/{caseId}/answer-with-main', { path: { caseId } }),
  incidentCalls: (caseId: string, query: Asked<'/dispatch/api/cases/{caseId}/incident-calls'>) =>
    read('/dispatch/api/cases/{caseId}/incident-calls', { path: { caseId }, query }),
  mergeIncidentCalls: (key: string, caseId: string, body: Body<'/dispatch/api/cases/{caseId}/incident-calls/merge'>) =>
    act('/dispatch/api/cases/{caseId}/incident-calls/merge', { key, path: { caseId }, body }),
  merge: (key: string, caseId: string, version: number, body: MergeForm) =>
    act('/dispatch/api/cases/{caseId}/merge', { key, version, path: { caseId }, body }),
  unmerge: (key: string, caseId: string, version: number, body: UnmergeForm) =>
    act('/dispatch/api/cases/{caseId}/unmerge', { key, version, path: { caseId }, body }),
  assignments: (query: Asked<'/dispatch/api/assignments'>) => read('/dispatch/api/assignments', { query }),
  inboxDigest: () => read('/dispatch/api/assignments/digest'),
  assignment: (id: string) => read('/dispatch/api/assignments/{id}', { path: { id } }),
  coHandlers: (id: string) => read('/dispatch/api/assignments/{id}/co-handlers', { path: { id } }),
  urgeCoHandler: (
    key: string,
    id: string,
    coId: string,
    body: Body<'/dispatch/api/assignments/{id}/co-handlers/{coId}/urges'>,
  ) => act('/dispatch/api/assignments/{id}/co-handlers/{coId}/urges', { key, path: { id, coId }, body }),
  deadlines: (id: string) => read('/dispatch/api/assignments/{id}/deadlines', { path: { id } }),
  sign: (key: string, id: string, version: number) =>
    act('/dispatch/api/assignments/{id}/signature', { key, version, path: { id } }),
  contact: (key: string, id: string, version: number, body: ContactForm) =>
    act('/dispatch/api/assignments/{id}/contact-attempts', { key, version, path: { id }, body }),
  reply: (key: string, id: string, version: number, body: Body<'/dispatch/api/assignments/{id}/replies'>) =>
    act('/dispatch/api/assignments/{id}/replies', { key, version, path: { id }, body }),
  uploadForTask: (key: string, id: string, name: string, content: Blob) =>
    act('/dispatch/api/assignments/{id}/attachments', {
      key,
      path: { id },
      query: { name },
      body: content,
      contentType: content.type || 'application/octet-stream',
    }),
  uploadForOrder: (key: string, orderId: string, name: string, content: Blob) =>
    act('/dispatch/api/supervision/orders/{orderId}/attachments', {
      key,
      path: { orderId },
      query: { name },
      body: content,
      contentType: content.type || 'application/octet-stream',
    }),
  removeAttachment: (key: string, id: string) =>
    act('/dispatch/api/attachments/{id}/removal', { key, path: { id } }),
  proofs: (caseId: string, round: number) =>
    read('/dispatch/api/cases/{caseId}/proofs', { path: { caseId }, query: { round } }),
  proof: (caseId: string, id: string) =>
    download(pathTo('/dispatch/api/cases/{caseId}/proofs/{id}', { caseId, id })),
  proofReadings: (caseId: string) =>
    read('/dispatch/api/cases/{caseId}/proof-readings', { path: { caseId } }),
  attachment: (id: string) => download(pathTo('/dispatch/api/attachments/{id}', { id })),
  reviews: (query: Asked<'/dispatch/api/reviews/pending'>) => read('/dispatch/api/reviews/pending', { query }),
  review: (key: string, id: string, version: number, body: ReviewForm) =>
    act('/dispatch/api/assignments/{id}/reviews', { key, version, path: { id }, body }),
  drafts: (id: string) => read('/dispatch/api/assignments/{id}/drafts', { path: { id } }),
  toEndorse: (query: Asked<'/dispatch/api/drafts/pending'>) => read('/dispatch/api/drafts/pending', { query }),
  decideDraft: (
    key: string,
    id: string,
    draftNo: number,
    version: number,
    body: Body<'/dispatch/api/assignments/{id}/drafts/{draftNo}/decision'>,
  ) => act('/dispatch/api/assignments/{id}/drafts/{draftNo}/decision', { key, version, path: { id, draftNo }, body }),
  takeBackDraft: (key: string, id: string, draftNo: number, version: number) =>
    act('/dispatch/api/assignments/{id}/drafts/{draftNo}/withdrawal', { key, version, path: { id, draftNo } }),
  askReturn: (key: string, id: string, version: number, body: ReturnForm) =>
    act('/dispatch/api/assignments/{id}/return-requests', { key, version, path: { id }, body }),
  askExtension: (key: string, id: string, version: number, body: ExtensionForm) =>
    act('/dispatch/api/assignments/{id}/extension-requests', { key, version, path: { id }, body }),
  askHold: (key: string, id: string, version: number, body: HoldForm) =>
    act('/dispatch/api/assignments/{id}/hold-requests', { key, version, path: { id }, body }),
  requests: (query: Asked<'/dispatch/api/unit-requests/pending'>) =>
    read('/dispatch/api/unit-requests/pending', { query }),
  decide: (key: string, row: RequestRow, body: DecisionForm) => {
    const path = { id: row.assignmentId, requestNo: row.request.requestNo };
    const asked = { key, version: row.version, path, body };
    switch (row.request.kind) {
      case 'RETURN':
        return act('/dispatch/api/assignments/{id}/return-requests/{requestNo}/decision', asked);
      case 'EXTENSION':
        return act('/dispatch/api/assignments/{id}/extension-requests/{requestNo}/decision', asked);
      case 'HOLD':
        return act('/dispatch/api/assignments/{id}/hold-requests/{requestNo}/decision', asked);
    }
  },
  disputes: (query: Asked<'/dispatch/api/disputes'>) => read('/dispatch/api/disputes', { query }),
  rulingTimes: () => read('/dispatch/api/disputes/ruling-times'),
  caseDisputes: (caseId: string) => read('/dispatch/api/cases/{caseId}/disputes', { path: { caseId } }),
  convene: (key: string, row: RequestRow, body: ConveneForm) =>
    act('/dispatch/api/assignments/{id}/return-requests/{requestNo}/dispute', {
      key,
      version: row.version,
      path: { id: row.assignmentId, requestNo: row.request.requestNo },
      body,
    }),
  stateOpinion: (key: string, disputeId: string, body: OpinionForm) =>
    act('/dispatch/api/disputes/{disputeId}/opinions', { key, path: { disputeId }, body }),
  ruleDispute: (key: string, one: Dispute, body: RulingForm) =>
    act('/dispatch/api/disputes/{disputeId}/ruling', {
      key,
      version: one.version,
      path: { disputeId: one.disputeId },
      body,
    }),
  resume: (key: string, id: string, version: number) =>
    act('/dispatch/api/assignments/{id}/resumption', { key, version, path: { id } }),
  recall: (key: string, id: string, version: number, body: RecallForm) =>
    act('/dispatch/api/assignments/{id}/recall', { key, version, path: { id }, body }),
  partChoice: (id: string) => read('/dispatch/api/assignments/{id}/sub-dispatch', { path: { id } }),
  handDown: (key: string, id: string, version: number, body: Body<'/dispatch/api/assignments/{id}/sub-dispatch'>) =>
    act('/dispatch/api/assignments/{id}/sub-dispatch', { key, version, path: { id }, body }),
  reviewPart: (key: string, part: AssignmentDetail, body: PartReviewForm) =>
    act('/dispatch/api/assignments/{id}/sub-dispatch/review', {
      key,
      version: part.version,
      path: { id: part.assignmentId },
      body,
    }),
  recallPart: (key: string, part: AssignmentDetail, body: Body<'/dispatch/api/assignments/{id}/sub-dispatch/recall'>) =>
    act('/dispatch/api/assignments/{id}/sub-dispatch/recall', {
      key,
      version: part.version,
      path: { id: part.assignmentId },
      body,
    }),
  decidePart: (
    key: string,
    part: AssignmentDetail,
    body: Body<'/dispatch/api/assignments/{id}/sub-dispatch/return-decision'>,
  ) =>
    act('/dispatch/api/assignments/{id}/sub-dispatch/return-decision', {
      key,
      version: part.version,
      path: { id: part.assignmentId },
      body,
    }),
  board: (query: Asked<'/dispatch/api/supervision/board'>) => read('/dispatch/api/supervision/board', { query }),
  supervision: (caseId: string) => read('/dispatch/api/supervision/cases/{caseId}', { path: { caseId } }),
  urge: (key: string, caseId: string, body: UrgeForm) =>
    act('/dispatch/api/supervision/cases/{caseId}/urges', { key, path: { caseId }, body }),
  urgeMany: (key: string, body: Body<'/dispatch/api/supervision/urges'>) =>
    act('/dispatch/api/supervision/urges', { key, body }),
  orders: (query: Asked<'/dispatch/api/supervision/orders'>) => read('/dispatch/api/supervision/orders', { query }),
  openOrder: (key: string, version: number, body: OrderForm) =>
    act('/dispatch/api/supervision/orders', { key, version, body }),
  answerOrder: (key: string, orderId: string, version: number, body: RectificationForm) =>
    act('/dispatch/api/supervision/orders/{orderId}/rectifications', {
      key,
      version,
      path: { orderId },
      body,
    }),
  judgeOrder: (key: string, orderId: string, version: number, accepted: boolean, remark: string | null) =>
    act('/dispatch/api/supervision/orders/{orderId}/judgements', {
      key,
      version,
      path: { orderId },
      body: { accepted, remark },
    }),
  instructions: (query: Asked<'/dispatch/api/instructions'>) => read('/dispatch/api/instructions', { query }),
  caseInstructions: (caseId: string) => read('/dispatch/api/instructions/cases/{caseId}', { path: { caseId } }),
  instruct: (key: string, body: InstructionForm) => act('/dispatch/api/instructions', { key, body }),
  linkInstruction: (key: string, one: Instruction, caseNo: string) =>
    act('/dispatch/api/instructions/{instructionId}/link', {
      key,
      version: one.version,
      path: { instructionId: one.instructionId },
      body: { caseNo },
    }),
  readInstruction: (key: string, instructionId: string, part: InstructionReceipt) =>
    act('/dispatch/api/instructions/{instructionId}/units/{unitId}/reading', {
      key,
      version: part.version,
      path: { instructionId, unitId: part.unitId },
    }),
  answerInstruction: (key: string, instructionId: string, part: InstructionReceipt, words: string) =>
    act('/dispatch/api/instructions/{instructionId}/units/{unitId}/feedback', {
      key,
      version: part.version,
      path: { instructionId, unitId: part.unitId },
      body: { words },
    }),
  judgeFeedback: (
    key: string,
    instructionId: string,
    part: InstructionReceipt,
    accepted: boolean,
    remark: string | null,
  ) =>
    act('/dispatch/api/instructions/{instructionId}/units/{unitId}/judgements', {
      key,
      version: part.version,
      path: { instructionId, unitId: part.unitId },
      body: { accepted, remark },
    }),
  leaders: () => read('/dispatch/api/leaders'),
  sayPost: (key: string, post: string) => act('/dispatch/api/leaders', { key, body: { post } }),
  owned: (query: Asked<'/dispatch/api/owners'>) => read('/dispatch/api/owners', { query }),
  caseOwners: (caseId: string) => read('/dispatch/api/owners/cases/{caseId}', { path: { caseId } }),
  assignOwner: (key: string, caseId: string, body: OwnerForm) =>
    act('/dispatch/api/owners/cases/{caseId}', { key, path: { caseId }, body }),
  visit: (key: string, one: Ownership, body: VisitForm) =>
    act('/dispatch/api/owners/{ownershipId}/visits', {
      key,
      version: one.version,
      path: { ownershipId: one.ownershipId },
      body,
    }),
  changePlan: (key: string, one: Ownership, plan: string) =>
    act('/dispatch/api/owners/{ownershipId}/plans', {
      key,
      version: one.version,
      path: { ownershipId: one.ownershipId },
      body: { plan },
    }),
  askHandover: (key: string, one: Ownership, leaderRef: string, reason: string) =>
    act('/dispatch/api/owners/{ownershipId}/handover-requests', {
      key,
      version: one.version,
      path: { ownershipId: one.ownershipId },
      body: { leaderRef, reason },
    }),
  decideHandover: (key: string, one: Ownership, approved: boolean, reason: string) =>
    act('/dispatch/api/owners/{ownershipId}/handover-decisions', {
      key,
      version: one.version,
      path: { ownershipId: one.ownershipId },
      body: { approved, reason },
    }),
  signOff: (key: string, one: Ownership, conclusion: string) =>
    act('/dispatch/api/owners/{ownershipId}/sign-off', {
      key,
      version: one.version,
      path: { ownershipId: one.ownershipId },
      body: { conclusion },
    }),
  notices: (query: Asked<'/dispatch/api/notices'>) => read('/dispatch/api/notices', { query }),
  noticeCopies: (query: Asked<'/dispatch/api/notices/copies'>) => read('/dispatch/api/notices/copies', { query }),
  usualRecipients: () => read('/dispatch/api/notices/recipients'),
  noticesOf: (caseId: string) => read('/dispatch/api/notices/cases/{caseId}', { path: { caseId } }),
  noticePapers: (noticeId: string) => read('/dispatch/api/notices/{noticeId}/papers', { path: { noticeId } }),
  noticePaper: (noticeId: string, copy: string) =>
    read('/dispatch/api/notices/{noticeId}/copies/{copy}', { path: { noticeId, copy } }),
  issueNotice: (key: string, version: number, body: NoticeForm) => act('/dispatch/api/notices', { key, version, body }),
  deliverNotice: (key: string, noticeId: string, version: number, body: NoticeDeliveryForm) =>
    act('/dispatch/api/notices/{noticeId}/deliveries', { key, version, path: { noticeId }, body }),
  confirmNotice: (key: string, noticeId: string, copy: string, version: number) =>
    copy === 'LEADER'
      ? act('/dispatch/api/notices/{noticeId}/leader-receipt', { key, version, path: { noticeId } })
      : act('/dispatch/api/notices/{noticeId}/copies/{copy}/receipt', { key, version, path: { noticeId, copy } }),
  recordReceipt: (key: string, noticeId: string, copy: string, version: number, evidence: string) =>
    act('/dispatch/api/notices/{noticeId}/copies/{copy}/paper-receipt', {
      key,
      version,
      path: { noticeId, copy },
      body: { evidence },
    }),
  withdrawNotice: (key: string, noticeId: string, version: number, reason: string) =>
    act('/dispatch/api/notices/{noticeId}/withdrawal', { key, version, path: { noticeId }, body: { reason } }),
  accountability: (query: Asked<'/dispatch/api/accountability/records'>) =>
    read('/dispatch/api/accountability/records', { query }),
  recordAccountability: (key: string, body: AccountabilityForm) =>
    act('/dispatch/api/accountability/records', { key, body }),
  cards: (query: Asked<'/dispatch/api/supervision/cards'>) => read('/dispatch/api/supervision/cards', { query }),
};
