import { act, read, type Answer, type Asked, type Body } from './contract';

export type CallbackDetail = Answer<'/evaluation/api/callbacks/{id}', 'get'>;
export type AttemptForm = Body<'/evaluation/api/callbacks/{id}/attempts'>;
export type RatingForm = Body<'/evaluation/api/callbacks/{id}/evaluation'>;
export type CallbackResult = AttemptForm['result'];

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
};
