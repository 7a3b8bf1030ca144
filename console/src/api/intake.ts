import { act, pathTo, read, type Answer, type Asked, type Body } from './contract';
import { newKey, post } from './http';

export type Category = Answer<'/intake/api/reference/categories', 'get'>['items'][number];
export type Place = Answer<'/intake/api/reference/places', 'get'>['items'][number];
export type Unit = Answer<'/intake/api/reference/units', 'get'>['items'][number];
export type Registration = Body<'/intake/api/cases'>;
export type Registered = Answer<'/intake/api/cases', 'post'>;
export type Emergency = Body<'/intake/api/cases/emergencies'>;
export type HandedOver = Answer<'/intake/api/cases/emergencies', 'post'>;
export type CaseDetail = Answer<'/intake/api/cases/{id}', 'get'>;
export type CasePage = Answer<'/intake/api/cases', 'get'>;
export type CaseMark = CaseDetail['marks'][number];
export type ScreeningTab = 'all' | 'refusals';
export type TransferTab = 'waiting' | 'overdue' | 'acknowledged';
export type Handover = Body<'/intake/api/cases/{id}/transfer'>;
export type Correction = Body<'/intake/api/cases/{id}/corrections'>;
export type SplitBody = Body<'/intake/api/cases/{id}/split'>;
export type Split = Answer<'/intake/api/cases/{id}/split', 'post'>;
export type Contact = Answer<'/intake/api/cases/{id}/contact-disclosures', 'post'>;
export type TextMessages = Answer<'/intake/api/cases/{id}/text-messages', 'get'>;
export type TextingState = Answer<'/intake/api/texting', 'get'>;
export type Changeover = Answer<'/intake/api/changeovers/{id}/confirmation', 'post'>;
export type OldCaseReport = Answer<'/intake/api/old-case-imports', 'post'>;
export type ImportReport = Answer<'/intake/api/case-imports', 'post'>;
export type CallerCard = Answer<'/intake/api/caller-cards', 'post'>;
export type Incident = Answer<'/intake/api/incidents', 'get'>['items'][number];
export type IncidentDetail = Answer<'/intake/api/incidents/{id}', 'get'>;
export type DuplicateHint = Answer<'/intake/api/duplicate-hints', 'post'>;
export type AbuseMark = Answer<'/intake/api/caller-marks/abuse', 'get'>['items'][number];
export type AbuseProposal = Answer<'/intake/api/caller-marks/proposals', 'get'>['items'][number];
export type Track = Answer<'/intake/api/track', 'post'>;
/** What a citizen says of an answer. */
export type OwnRating = Omit<Body<'/intake/api/track/rating'>, 'caseNo' | 'queryCode'>;
export type DraftPage = Answer<'/intake/api/drafts', 'get'>;
export type DraftLine = DraftPage['items'][number];
/** A draft that ended without a case. */
export type DraftEnded = Answer<'/intake/api/drafts/ended', 'get'>['items'][number];
export type DiscardReason = NonNullable<DraftEnded['reason']>;
export type DraftOpened = Answer<'/intake/api/drafts/{id}', 'get'>;
export type DraftSaved = Answer<'/intake/api/drafts/{id}', 'post'>;
/** The form is given back as it is. */
export type DraftBody = Omit<Body<'/intake/api/drafts/{id}'>, 'content'> & { content: Record<string, unknown> };
export type TrackKey = { caseNo: string; queryCode: string };
export interface CaseQuestion {
  q: string | null;
  status?: string | null;
  kind?: string | null;
  enteredAs?: string | null;
  cursor?: string | null;
  limit?: number;
}

/** Browsers let 64 kB go on when a page is closed; a character of Chinese has three bytes. */
const MOST_THAT_OUTLIVES_A_PAGE = 20_000;

export const intake = {
  categories: () => read('/intake/api/reference/categories', { query: { all: 'true' } }),
  places: (parent?: string) => read('/intake/api/reference/places', { query: { parent, all: 'true' } }),
  units: () => read('/intake/api/reference/units'),
  registerEmergency: (key: string, body: Emergency, draft?: string) =>
    act('/intake/api/cases/emergencies', { key, body, ...(draft ? { query: { draft } } : {}) }),
  /** With the draft that ends with it. */
  register: (key: string, body: Registration, draft?: string) =>
    act('/intake/api/cases', { key, body, ...(draft ? { query: { draft } } : {}) }),
  drafts: (query: Asked<'/intake/api/drafts'>) => read('/intake/api/drafts', { query }),
  draftsOfSeats: (query: Asked<'/intake/api/drafts/of-seats'>) => read('/intake/api/drafts/of-seats', { query }),
  endedDrafts: (query: Asked<'/intake/api/drafts/ended'>) => read('/intake/api/drafts/ended', { query }),
  draftSeats: () => read('/intake/api/drafts/seats'),
  draft: (id: string) => read('/intake/api/drafts/{id}', { path: { id } }),
  /** While somebody types, and also when the page is closed. */
  saveDraft: (key: string, id: string, version: number, body: DraftBody) =>
    post<DraftSaved>(pathTo('/intake/api/drafts/{id}', { id }), {
      key,
      version,
      body,
      outlivesPage: JSON.stringify(body).length < MOST_THAT_OUTLIVES_A_PAGE,
    }),
  /** Of one that was handed over with a reason. */
  discardDraft: (key: string, id: string, version: number, reason: DiscardReason | null = null) =>
    act('/intake/api/drafts/{id}/discarding', { key, version, path: { id }, ...(reason ? { query: { reason } } : {}) }),
  handOverDraft: (key: string, id: string, version: number, to: string | null) =>
    act('/intake/api/drafts/{id}/handover', { key, version, path: { id }, body: { to } }),
  cases: (query: Asked<'/intake/api/cases'>) => read('/intake/api/cases', { query }),
  // Words of a search may be somebody's number, which must not stand in an address.
  searchCases: (question: CaseQuestion) =>
    post<CasePage>('/intake/api/case-searches', { key: newKey(), body: question }),
  readCaller: (phone: string) => post<CallerCard>('/intake/api/caller-cards', { key: newKey(), body: { phone } }),
  hintDuplicates: (typed: Body<'/intake/api/duplicate-hints'>) =>
    post<DuplicateHint>('/intake/api/duplicate-hints', { key: newKey(), body: typed }),
  markCaller: (key: string, body: Body<'/intake/api/caller-marks'>) => act('/intake/api/caller-marks', { key, body }),
  abuseProposals: (query: Asked<'/intake/api/caller-marks/proposals'>) =>
    read('/intake/api/caller-marks/proposals', { query }),
  confirmAbuse: (key: string, id: string, version: number) =>
    act('/intake/api/caller-marks/{id}/confirmation', { key, version, path: { id } }),
  sendAbuseBack: (key: string, id: string, version: number, reason: string) =>
    act('/intake/api/caller-marks/{id}/return', { key, version, path: { id }, body: { reason } }),
  liftMark: (key: string, id: string, version: number, reason: string) =>
    act('/intake/api/caller-marks/{id}/lifting', { key, version, path: { id }, body: { reason } }),
  abuseMarks: (query: Asked<'/intake/api/caller-marks/abuse'>) => read('/intake/api/caller-marks/abuse', { query }),
  markHistory: (id: string, query: Asked<'/intake/api/caller-marks/{id}/history'>) =>
    read('/intake/api/caller-marks/{id}/history', { path: { id }, query }),
  markSwitchboard: (key: string, phone: string, name: string) =>
    act('/intake/api/switchboards', { key, body: { phone, name } }),
  unmarkSwitchboard: (key: string, phone: string) => act('/intake/api/switchboards/removal', { key, body: { phone } }),
  screeningQueue: (query: Asked<'/intake/api/cases/screening-queue'>) =>
    read('/intake/api/cases/screening-queue', { query }),
  case: (id: string) => read('/intake/api/cases/{id}', { path: { id } }),
  clocks: (id: string) => read('/intake/api/cases/{id}/clocks', { path: { id } }),
  accessLog: (id: string) => read('/intake/api/cases/{id}/access-log', { path: { id } }),
  caseViews: (id: string, query: Asked<'/intake/api/cases/{id}/views'>) =>
    read('/intake/api/cases/{id}/views', { path: { id }, query }),
  /** Whose accounts these are: name and login. */
  accounts: (ids: string[]) => read('/intake/api/accounts', { query: { ids: ids.join(',') } }),
  verifyViewLog: (query: Asked<'/intake/api/view-log/verification'>) =>
    read('/intake/api/view-log/verification', { query }),
  accept: (key: string, id: string, version: number) =>
    act('/intake/api/cases/{id}/acceptance', { key, version, path: { id } }),
  answerDirectly: (key: string, id: string, version: number, body: Body<'/intake/api/cases/{id}/direct-answer'>) =>
    act('/intake/api/cases/{id}/direct-answer', { key, version, path: { id }, body }),
  proposeRefusal: (key: string, id: string, version: number, reason: string, lawfulChannel: string | null) =>
    act('/intake/api/cases/{id}/refusal-proposals', { key, version, path: { id }, body: { reason, lawfulChannel } }),
  confirmRefusal: (key: string, id: string, version: number) =>
    act('/intake/api/cases/{id}/refusal-confirmation', { key, version, path: { id } }),
  sendRefusalBack: (key: string, id: string, version: number, reason: string) =>
    act('/intake/api/cases/{id}/refusal-return', { key, version, path: { id }, body: { reason } }),
  transfers: (query: Asked<'/intake/api/cases/transfers'>) => read('/intake/api/cases/transfers', { query }),
  transfer: (key: string, id: string, body: Handover) =>
    act('/intake/api/cases/{id}/transfer', { key, path: { id }, body }),
  transferInHandling: (key: string, id: string, body: Body<'/intake/api/cases/{id}/transfer-in-handling'>) =>
    act('/intake/api/cases/{id}/transfer-in-handling', { key, path: { id }, body }),
  acknowledgeTransfer: (key: string, id: string, acknowledgedAt: string | null, externalRef: string | null) =>
    act('/intake/api/cases/{id}/transfer-acknowledgement', { key, path: { id }, body: { acknowledgedAt, externalRef } }),
  callInService: (key: string, id: string, target: string, threePartyCall: boolean) =>
    act('/intake/api/cases/{id}/called-in-services', { key, path: { id }, body: { target, threePartyCall } }),
  acknowledgeCalledIn: (key: string, id: string, target: string) =>
    act('/intake/api/cases/{id}/called-in-services/{target}/acknowledgement', {
      key,
      path: { id, target },
      body: { acknowledgedAt: null, externalRef: null },
    }),
  declineCalledIn: (key: string, id: string, target: string, reason: string) =>
    act('/intake/api/cases/{id}/called-in-services/{target}/decline', { key, path: { id, target }, body: { reason } }),
  calledInServices: (query: Asked<'/intake/api/cases/called-in-services'>) =>
    read('/intake/api/cases/called-in-services', { query }),
  tellReporter: (key: string, id: string, body: Body<'/intake/api/cases/{id}/reporter'>) =>
    act('/intake/api/cases/{id}/reporter', { key, path: { id }, body }),
  declineTransfer: (key: string, id: string, reason: string) =>
    act('/intake/api/cases/{id}/transfer-return', { key, path: { id }, body: { reason } }),
  correct: (key: string, id: string, version: number, body: Correction) =>
    act('/intake/api/cases/{id}/corrections', { key, version, path: { id }, body }),
  split: (key: string, id: string, version: number, body: SplitBody) =>
    act('/intake/api/cases/{id}/split', { key, version, path: { id }, body }),
  mark: (key: string, id: string, version: number, marks: CaseMark[]) =>
    act('/intake/api/cases/{id}/marks', { key, version, path: { id }, body: { marks } }),
  supplement: (key: string, id: string, text: string) =>
    act('/intake/api/cases/{id}/supplements', { key, path: { id }, body: { text } }),
  urge: (key: string, id: string) => act('/intake/api/cases/{id}/urges', { key, path: { id } }),
  withdraw: (key: string, id: string, version: number, reason: string) =>
    act('/intake/api/cases/{id}/withdrawal', { key, version, path: { id }, body: { reason } }),
  withdrawWrongEntry: (key: string, id: string, version: number) =>
    act('/intake/api/cases/{id}/wrong-entry', { key, version, path: { id } }),
  reopen: (key: string, id: string, body: Body<'/intake/api/cases/{id}/reopening'>) =>
    act('/intake/api/cases/{id}/reopening', { key, path: { id }, body }),
  disclose: (key: string, id: string, reason: string) =>
    act('/intake/api/cases/{id}/contact-disclosures', { key, path: { id }, body: { reason } }),
  textMessages: (id: string) => read('/intake/api/cases/{id}/text-messages', { path: { id } }),
  acknowledgeAgain: (key: string, id: string) =>
    act('/intake/api/cases/{id}/text-messages/acknowledgement', { key, path: { id } }),
  resumeTexts: (key: string, id: string) => act('/intake/api/cases/{id}/text-messages/resumption', { key, path: { id } }),
  texting: (query: Asked<'/intake/api/texting'>) => read('/intake/api/texting', { query }),
  sendTextAgain: (key: string, id: string) =>
    act('/intake/api/texting/messages/{id}/sending', { key, path: { id } }),
  importCases: (key: string, file: Blob) =>
    act('/intake/api/case-imports', { key, body: file, contentType: 'application/octet-stream' }),
  incidents: (query: Asked<'/intake/api/incidents'>) => read('/intake/api/incidents', { query }),
  incident: (id: string) => read('/intake/api/incidents/{id}', { path: { id } }),
  incidentCases: (id: string, query: Asked<'/intake/api/incidents/{id}/cases'>) =>
    read('/intake/api/incidents/{id}/cases', { path: { id }, query }),
  declareIncident: (key: string, body: Body<'/intake/api/incidents'>) => act('/intake/api/incidents', { key, body }),
  rewriteScript: (key: string, id: string, version: number, script: string) =>
    act('/intake/api/incidents/{id}/script', { key, version, path: { id }, body: { script } }),
  tellCallers: (key: string, id: string, version: number, message: string) =>
    act('/intake/api/incidents/{id}/messages', { key, version, path: { id }, body: { message } }),
  endIncident: (key: string, id: string, version: number, closingNote: string) =>
    act('/intake/api/incidents/{id}/end', { key, version, path: { id }, body: { closingNote } }),
  outages: (query: Asked<'/intake/api/outages'>) => read('/intake/api/outages', { query }),
  openOutage: (key: string, body: Body<'/intake/api/outages'>) => act('/intake/api/outages', { key, body }),
  typePaperForm: (key: string, code: string, paperNo: string, request: Registration) =>
    act('/intake/api/outages/{code}/forms', {
      key,
      path: { code },
      body: { paperNo, request } as Body<'/intake/api/outages/{code}/forms'>,
    }),
  changeovers: (query: Asked<'/intake/api/changeovers'>) => read('/intake/api/changeovers', { query }),
  openChangeover: (key: string, body: Body<'/intake/api/changeovers'>) => act('/intake/api/changeovers', { key, body }),
  confirmChangeover: (key: string, id: string) =>
    act('/intake/api/changeovers/{id}/confirmation', { key, path: { id } }),
  importOldCases: (key: string, changeover: string, digest: string, file: Blob) =>
    act('/intake/api/old-case-imports', {
      key,
      query: { changeover, digest },
      body: file,
      contentType: 'application/octet-stream',
    }),
  previewOldCases: (key: string, changeover: string, file: Blob) =>
    act('/intake/api/old-case-imports/preview', {
      key,
      query: { changeover },
      body: file,
      contentType: 'application/octet-stream',
    }),
  oldCaseTemplate: '/intake/api/old-case-imports/template',
  importTemplate: '/intake/api/case-imports/template',
  track: (key: string, body: TrackKey) => act('/intake/api/track', { key, body }),
  trackSupplement: (key: string, body: TrackKey & { text: string }) =>
    act('/intake/api/track/supplements', { key, body }),
  trackUrge: (key: string, body: TrackKey) => act('/intake/api/track/urges', { key, body }),
  trackWithdraw: (key: string, body: TrackKey & { reason: string }) =>
    act('/intake/api/track/withdrawal', { key, body }),
  trackRate: (key: string, body: TrackKey & OwnRating) => act('/intake/api/track/rating', { key, body }),
  trackReopen: (key: string, body: TrackKey & { reason: string; text: string | null }) =>
    act('/intake/api/track/reopening', { key, body }),
} as const;
