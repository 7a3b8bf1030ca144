import { read, type Answer, type Asked } from './contract';

export type Headline = Answer<'/reporting/api/headline', 'get'>;
export type Rate = Headline['rates']['solved'];
export type CountedPage = Answer<'/reporting/api/cases', 'get'>;
export type DailyReport = Answer<'/reporting/api/daily-report', 'get'>;
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
  headline: (query: Asked<'/reporting/api/headline'>) => read('/reporting/api/headline', { query }),
  byUnit: (query: Asked<'/reporting/api/headline/by-unit'>) => read('/reporting/api/headline/by-unit', { query }),
  headlineStream: '/reporting/api/headline/stream',
  dailyReport: (date: string) => read('/reporting/api/daily-report', { query: { date } }),
  dailyCases: (query: Asked<'/reporting/api/daily-report/cases'>) =>
    read('/reporting/api/daily-report/cases', { query }),
  cases: (query: Asked<'/reporting/api/cases'>) => read('/reporting/api/cases', { query }),
  timeline: (caseIdOrNo: string) => read('/reporting/api/cases/{caseIdOrNo}/timeline', { path: { caseIdOrNo } }),
  exportCsv: '/reporting/api/cases/export.csv',
  dictionary: async () => (await read('/reporting/api/dictionary')).items as unknown as DictionaryEntry[],
} as const;
