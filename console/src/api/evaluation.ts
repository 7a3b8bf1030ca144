import { act, read, type Answer, type Asked, type Body } from './contract';

export type CallbackDetail = Answer<'/evaluation/api/callbacks/{id}', 'get'>;
export type AttemptForm = Body<'/evaluation/api/callbacks/{id}/attempts'>;
export type RatingForm = Body<'/evaluation/api/callbacks/{id}/evaluation'>;
export type CallbackResult = AttemptForm['result'];

export type CaseScoring = Answer<'/evaluation/api/cases/{caseId}/scoring', 'get'>;
export type ScoreRequest = Answer<'/evaluation/api/score-requests', 'get'>['items'][number];
export type ScoredRound = Answer<'/evaluation/api/scored-rounds', 'get'>['items'][number];
export type ExclusionForm = Body<'/evaluation/api/cases/{caseId}/exclusion'>;
export type AppealForm = Body<'/evaluation/api/cases/{caseId}/appeal'>;
export type CaseArchive = Answer<'/evaluation/api/cases/{caseId}/archive', 'get'>;
export type LegalHoldForm = Body<'/evaluation/api/cases/{caseId}/legal-holds'>;

export const evaluation = {
  callbacks: (query: Asked<'/evaluation/api/callbacks'>) => read('/evaluation/api/callbacks', { query }),
  callback: (id: string) => read('/evaluation/api/callbacks/{id}', { path: { id } }),
  clocks: (caseId: string) => read('/evaluation/api/cases/{caseId}/clocks', { path: { caseId } }),
  attempt: (key: string, id: string, version: number, body: AttemptForm) =>
    act('/evaluation/api/callbacks/{id}/attempts', { key, version, path: { id }, body }),
  rate: (key: string, id: string, version: number, body: RatingForm) =>
    act('/evaluation/api/callbacks/{id}/evaluation', { key, version, path: { id }, body }),
  unreachable: (key: string, id: string, version: number) =>
    act('/evaluation/api/callbacks/{id}/unreachable', { key, version, path: { id } }),
  scoring: (caseId: string) => read('/evaluation/api/cases/{caseId}/scoring', { path: { caseId } }),
  outcome: (caseId: string) => read('/evaluation/api/cases/{caseId}/outcome', { path: { caseId } }),
  archive: (caseId: string) => read('/evaluation/api/cases/{caseId}/archive', { path: { caseId } }),
  hold: (key: string, caseId: string, version: number, body: LegalHoldForm) =>
    act('/evaluation/api/cases/{caseId}/legal-holds', { key, version, path: { caseId }, body }),
  liftHold: (key: string, id: string, version: number, reason: string) =>
    act('/evaluation/api/legal-holds/{id}/lifting', { key, version, path: { id }, body: { reason } }),
  holds: (query: Asked<'/evaluation/api/legal-holds'>) => read('/evaluation/api/legal-holds', { query }),
  scoredRounds: (query: Asked<'/evaluation/api/scored-rounds'>) => read('/evaluation/api/scored-rounds', { query }),
  scoreRequests: (query: Asked<'/evaluation/api/score-requests'>) => read('/evaluation/api/score-requests', { query }),
  exclude: (key: string, caseId: string, version: number, body: ExclusionForm) =>
    act('/evaluation/api/cases/{caseId}/exclusion', { key, version, path: { caseId }, body }),
  appeal: (key: string, caseId: string, version: number, body: AppealForm) =>
    act('/evaluation/api/cases/{caseId}/appeal', { key, version, path: { caseId }, body }),
  proposeScore: (key: string, id: string, version: number, grants: boolean, reason: string) =>
    act('/evaluation/api/score-requests/{id}/proposal', { key, version, path: { id }, body: { grants, reason } }),
  confirmScore: (key: string, id: string, version: number) =>
    act('/evaluation/api/score-requests/{id}/confirmation', { key, version, path: { id } }),
  returnScore: (key: string, id: string, version: number, reason: string) =>
    act('/evaluation/api/score-requests/{id}/return', { key, version, path: { id }, body: { reason } }),
};
