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
export type SpotDraw = Answer<'/evaluation/api/spot-draws', 'get'>['items'][number];
export type SpotDrawForm = Body<'/evaluation/api/spot-draws'>;
export type SpotCheckRow = Answer<'/evaluation/api/spot-checks', 'get'>['items'][number];
export type SpotCheckDetail = Answer<'/evaluation/api/spot-checks/{id}', 'get'>;
export type SpotFindingForm = Body<'/evaluation/api/spot-checks/{id}/finding'>;
export type SpotObstacleForm = Body<'/evaluation/api/spot-checks/{id}/obstacle'>;
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
  draw: (key: string, body: SpotDrawForm) => act('/evaluation/api/spot-draws', { key, body }),
  spotDraws: (query: Asked<'/evaluation/api/spot-draws'>) => read('/evaluation/api/spot-draws', { query }),
  spotDraw: (id: string) => read('/evaluation/api/spot-draws/{id}', { path: { id } }),
  drawFrame: (id: string) => read('/evaluation/api/spot-draws/{id}/frame', { path: { id } }),
  redraw: (id: string) => read('/evaluation/api/spot-draws/{id}/redraw', { path: { id } }),
  deniedClaims: (query: Asked<'/evaluation/api/denied-claims'>) => read('/evaluation/api/denied-claims', { query }),
  suspiciousClosings: (query: Asked<'/evaluation/api/suspicious-closings'>) =>
    read('/evaluation/api/suspicious-closings', { query }),
  spotChecks: (query: Asked<'/evaluation/api/spot-checks'>) => read('/evaluation/api/spot-checks', { query }),
  spotCheck: (id: string) => read('/evaluation/api/spot-checks/{id}', { path: { id } }),
  takeSpotCheck: (key: string, id: string, version: number) =>
    act('/evaluation/api/spot-checks/{id}/checker', { key, version, path: { id } }),
  giveSpotCheck: (key: string, id: string, version: number, checker: string) =>
    act('/evaluation/api/spot-checks/{id}/named-checker', { key, version, path: { id }, body: { checker } }),
  checkers: (check?: string) => read('/evaluation/api/spot-checkers', { query: { check } }),
  sayCheckerPost: (key: string, post: string) => act('/evaluation/api/spot-checkers', { key, body: { post } }),
  removeSpotChecker: (key: string, checker: string) =>
    act('/evaluation/api/spot-checkers/removal', { key, body: { checker } }),
  reportSpotCheck: (key: string, id: string, version: number, body: SpotFindingForm) =>
    act('/evaluation/api/spot-checks/{id}/finding', { key, version, path: { id }, body }),
  reportObstacle: (key: string, id: string, version: number, body: SpotObstacleForm) =>
    act('/evaluation/api/spot-checks/{id}/obstacle', { key, version, path: { id }, body }),
  confirmSpotCheck: (key: string, id: string, version: number) =>
    act('/evaluation/api/spot-checks/{id}/confirmation', { key, version, path: { id } }),
  returnSpotCheck: (key: string, id: string, version: number, reason: string) =>
    act('/evaluation/api/spot-checks/{id}/return', { key, version, path: { id }, body: { reason } }),
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
