import { act, read, type Answer, type Asked, type Body } from './contract';
import { newKey, post } from './http';

export type KnowledgePage = Answer<'/intake/api/knowledge', 'get'>;
export type KnowledgeItem = Answer<'/intake/api/knowledge/{code}', 'get'>;
export type KnowledgeVersion = Answer<'/intake/api/knowledge/{code}/versions/{version}', 'get'>;
export type KnowledgeBody = Body<'/intake/api/knowledge'>;
export type KnowledgeFigures = Answer<'/intake/api/knowledge/figures', 'get'>;
export type KnowledgeHits = Answer<'/intake/api/knowledge-searches', 'post'>;
export type KnowledgeHit = KnowledgeHits['items'][number];
export type KnowledgeReport = Answer<'/intake/api/knowledge/{code}/reports', 'get'>['items'][number];
export type KnowledgeImport = Answer<'/intake/api/knowledge-imports', 'post'>;
export type ReportBody = Body<'/intake/api/knowledge/{code}/reports'>;

/** What is looked for; words are a question of their own, the rest is of a form that is being typed. */
export interface KnowledgeQuestion {
  q: string | null;
  title?: string | null;
  categoryCode?: string | null;
  placeCode?: string | null;
  cursor?: string | null;
  limit?: number;
}

const ONE = '/intake/api/knowledge/{code}';

export const knowledge = {
  // The title of a form may tell of a person, which must not stand in an address.
  search: (question: KnowledgeQuestion) =>
    post<KnowledgeHits>('/intake/api/knowledge-searches', { key: newKey(), body: question }),
  list: (query: Asked<'/intake/api/knowledge'>) => read('/intake/api/knowledge', { query }),
  item: (code: string) => read(ONE, { path: { code } }),
  version: (code: string, version: number | string) => read(`${ONE}/versions/{version}`, { path: { code, version } }),
  reports: (code: string, query: Asked<'/intake/api/knowledge/{code}/reports'>) =>
    read(`${ONE}/reports`, { path: { code }, query }),
  figures: (query: Asked<'/intake/api/knowledge/figures'>) => read('/intake/api/knowledge/figures', { query }),
  due: (query: Asked<'/intake/api/knowledge/figures/reviews'>) =>
    read('/intake/api/knowledge/figures/reviews', { query }),
  used: (query: Asked<'/intake/api/knowledge/figures/answers'>) =>
    read('/intake/api/knowledge/figures/answers', { query }),
  begin: (key: string, body: KnowledgeBody) => act('/intake/api/knowledge', { key, body }),
  write: (key: string, code: string, version: number, body: KnowledgeBody) =>
    act(`${ONE}/draft`, { key, version, path: { code }, body }),
  submit: (key: string, code: string, version: number) => act(`${ONE}/submission`, { key, version, path: { code } }),
  publish: (key: string, code: string, version: number) => act(`${ONE}/publication`, { key, version, path: { code } }),
  sendBack: (key: string, code: string, version: number, reason: string) =>
    act(`${ONE}/return`, { key, version, path: { code }, body: { reason } }),
  retire: (key: string, code: string, version: number, reason: string) =>
    act(`${ONE}/retirement`, { key, version, path: { code }, body: { reason } }),
  confirm: (key: string, code: string, version: number, reviewBy: string) =>
    act(`${ONE}/review`, { key, version, path: { code }, body: { reviewBy } }),
  report: (key: string, code: string, body: ReportBody) => act(`${ONE}/reports`, { key, path: { code }, body }),
  importFile: (key: string, file: Blob) =>
    act('/intake/api/knowledge-imports', { key, body: file, contentType: 'application/octet-stream' }),
  importTemplate: '/intake/api/knowledge-imports/template',
  decide: (key: string, code: string, id: string, version: number, decision: string, reason: string) =>
    act(`${ONE}/reports/{id}/decision`, { key, version, path: { code, id }, body: { decision, reason } }),
} as const;

/** Whether a code is of this knowledge base; others are of outside ones, which the console cannot open. */
export function isOwnCode(code: string | null | undefined): boolean {
  return /^ZSK-\d{6,12}$/.test(code ?? '');
}
