import { act, read, type Answer, type Asked, type Body } from './contract';

const PATH = '/dispatch/api/reply-templates';

export type ReplyTemplate = Answer<'/dispatch/api/reply-templates/{templateId}', 'get'>;
export type TemplateLine = Answer<'/dispatch/api/reply-templates', 'get'>['items'][number];
export type TemplateForm = Body<'/dispatch/api/reply-templates'>;

/** Reply templates of the own unit, and those that fit a task. */
export const templates = {
  list: (query: Asked<typeof PATH>) => read(PATH, { query }),
  one: (templateId: string) => read(`${PATH}/{templateId}`, { path: { templateId } }),
  add: (key: string, body: TemplateForm) => act(PATH, { key, body }),
  change: (key: string, templateId: string, version: number, body: TemplateForm) =>
    act(`${PATH}/{templateId}`, { key, version, path: { templateId }, body }),
  versions: (templateId: string, query: Asked<'/dispatch/api/reply-templates/{templateId}/versions'>) =>
    read(`${PATH}/{templateId}/versions`, { path: { templateId }, query }),
  ofTask: (id: string) => read('/dispatch/api/assignments/{id}/reply-templates', { path: { id } }),
  oneOfTask: (id: string, templateId: string) =>
    read('/dispatch/api/assignments/{id}/reply-templates/{templateId}', { path: { id, templateId } }),
};
