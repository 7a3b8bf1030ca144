import { act, pathTo, read, type Answer, type Asked, type Body } from './contract';

export type Headline = Answer<'/reporting/api/headline', 'get'>;
export type Rate = Headline['rates']['solved'];
export type CountedPage = Answer<'/reporting/api/cases', 'get'>;
export type DailyReport = Answer<'/reporting/api/daily-report', 'get'>;
export type DailyEdition = Answer<'/reporting/api/daily-reports/{date}', 'get'>;
export type DailyEditionSummary = Answer<'/reporting/api/daily-reports', 'get'>['items'][number];
export type NumberDefinition = Answer<'/reporting/api/definitions', 'get'>['items'][number];
export type Staffing = Answer<'/reporting/api/staffing', 'get'>;
export type DayKind = Staffing['kinds'][number]['kind'];
export type DailyFlow = DailyReport['flows'][number]['flow'];
export type CaseTimeline = Answer<'/reporting/api/cases/{caseIdOrNo}/timeline', 'get'>;
/** What an event said is described by its schema, not by the API. */
export type TimelineEntry = Omit<CaseTimeline['entries'][number], 'data'> & { data: unknown };

/** An entry of the event dictionary, which is a committed file of the lifecycle and passed on as it is. */
export interface DictionaryEntry {
  type: string;
  source: string;
  since: string;
  zh: string;
  en: string;
  whenZh: string;
  whenEn: string;
  fields: { name: string; required: boolean; zh: string; en: string }[];
  sample: unknown;
}

export const reporting = {
  /** Whose accounts these are: name and login. */
  accounts: (ids: string[]) => read('/reporting/api/accounts', { query: { ids: ids.join(',') } }),
  headline: (query: Asked<'/reporting/api/headline'>) => read('/reporting/api/headline', { query }),
  byUnit: (query: Asked<'/reporting/api/headline/by-unit'>) => read('/reporting/api/headline/by-unit', { query }),
  headlineStream: '/reporting/api/headline/stream',
  dailyReport: (date: string) => read('/reporting/api/daily-report', { query: { date } }),
  dailyCases: (query: Asked<'/reporting/api/daily-report/cases'>) =>
    read('/reporting/api/daily-report/cases', { query }),
  editions: (query: Asked<'/reporting/api/daily-reports'>) => read('/reporting/api/daily-reports', { query }),
  edition: (date: string) => read('/reporting/api/daily-reports/{date}', { path: { date } }),
  editionCases: (date: string, query: Asked<'/reporting/api/daily-reports/{date}/cases'>) =>
    read('/reporting/api/daily-reports/{date}/cases', { path: { date }, query }),
  editionWord: (date: string) => pathTo('/reporting/api/daily-reports/{date}/report.docx', { date }),
  makeEdition: (key: string, date: string) => act('/reporting/api/daily-reports', { key, body: { date } }),
  signEdition: (key: string, date: string, version: number) =>
    act('/reporting/api/daily-reports/{date}/signature', { key, version, path: { date } }),
  definitions: () => read('/reporting/api/definitions'),
  cases: (query: Asked<'/reporting/api/cases'>) => read('/reporting/api/cases', { query }),
  timeline: (caseIdOrNo: string) => read('/reporting/api/cases/{caseIdOrNo}/timeline', { path: { caseIdOrNo } }),
  exportCsv: '/reporting/api/cases/export.csv',
  staffing: (query: Asked<'/reporting/api/staffing'>) => read('/reporting/api/staffing', { query }),
  dictionary: async () => (await read('/reporting/api/dictionary')).items as unknown as DictionaryEntry[],
} as const;

export type Ranking = Answer<'/reporting/api/rankings/{id}', 'get'>;
export type RankingLine = Ranking['lines'][number];
/** The lists behind a rate of a ranking. */
export type RankingPart = 'numerator' | 'denominator' | 'unknown' | 'excluded';
export type RankedUnit = RankingLine['ranked'];
export type RankingSummary = Answer<'/reporting/api/rankings', 'get'>['items'][number];
export type RankingObjection = Answer<'/reporting/api/ranking-objections', 'get'>['items'][number];
export type RankingRules = Answer<'/reporting/api/ranking-rules', 'get'>;
export type RankingRuleDraft = Body<'/reporting/api/ranking-rules'>;
export type RankingRuleTrial = Answer<'/reporting/api/ranking-rules/previews', 'post'>;
export type ErratumForm = Body<'/reporting/api/rankings/{id}/erratum'>;

export const rankings = {
  list: (query: Asked<'/reporting/api/rankings'>) => read('/reporting/api/rankings', { query }),
  preview: (query: Asked<'/reporting/api/rankings/preview'>) => read('/reporting/api/rankings/preview', { query }),
  tryRule: (key: string, from: string, to: string, body: RankingRuleDraft) =>
    act('/reporting/api/ranking-rules/previews', { key, query: { from, to }, body }),
  get: (id: string) => read('/reporting/api/rankings/{id}', { path: { id } }),
  cases: (id: string, query: Asked<'/reporting/api/rankings/{id}/cases'>) =>
    read('/reporting/api/rankings/{id}/cases', { path: { id }, query }),
  exportCsv: (id: string) => pathTo('/reporting/api/rankings/{id}/export.csv', { id }),
  submit: (key: string, from: string, to: string, ruleVersion: number) =>
    act('/reporting/api/rankings', { key, body: { from, to, ruleVersion } }),
  copyAgain: (key: string, id: string, version: number) =>
    act('/reporting/api/rankings/{id}/copy/again', { key, version, path: { id } }),
  dropCopy: (key: string, id: string, version: number) =>
    act('/reporting/api/rankings/{id}/copy/dropping', { key, version, path: { id } }),
  object: (key: string, id: string, unitId: string, words: string) =>
    act('/reporting/api/rankings/{id}/objections', { key, path: { id }, body: { unitId, words } }),
  freeze: (key: string, id: string, version: number) =>
    act('/reporting/api/rankings/{id}/publication', { key, version, path: { id } }),
  takeBack: (key: string, id: string, version: number, reason: string) =>
    act('/reporting/api/rankings/{id}/taking-back', { key, version, path: { id }, body: { reason } }),
  proposeErratum: (key: string, id: string, version: number, body: ErratumForm) =>
    act('/reporting/api/rankings/{id}/erratum', { key, version, path: { id }, body }),
  publishErratum: (key: string, id: string, version: number) =>
    act('/reporting/api/rankings/{id}/erratum/publication', { key, version, path: { id } }),
  dropErratum: (key: string, id: string, version: number) =>
    act('/reporting/api/rankings/{id}/erratum/dropping', { key, version, path: { id } }),
  objections: (query: Asked<'/reporting/api/ranking-objections'>) => read('/reporting/api/ranking-objections', { query }),
  decide: (key: string, id: string, version: number, accepts: boolean, reason: string) =>
    act('/reporting/api/ranking-objections/{id}/decision', { key, version, path: { id }, body: { accepts, reason } }),
  rules: () => read('/reporting/api/ranking-rules'),
  adopt: (key: string, version: number, body: RankingRuleDraft) =>
    act('/reporting/api/ranking-rules', { key, version, body }),
  confirmRule: (key: string, id: string) =>
    act('/reporting/api/ranking-rules/proposals/{id}/confirmation', { key, path: { id } }),
  dropRule: (key: string, id: string) =>
    act('/reporting/api/ranking-rules/proposals/{id}/dropping', { key, path: { id } }),
} as const;
