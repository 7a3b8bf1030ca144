import { act, read, type Answer, type Asked, type Body } from './contract';

const PATH = '/dispatch/api/deputies';

export type DeputyPage = Answer<'/dispatch/api/deputies', 'get'>;
export type Deputy = DeputyPage['items'][number];
export type DeputyCandidate = Answer<'/dispatch/api/deputies/candidates', 'get'>['items'][number];

/** Who signs in place of a unit's leader who is away. */
export const deputies = {
  list: (query: Asked<typeof PATH>) => read(PATH, { query }),
  name: (key: string, body: Body<typeof PATH>) => act(PATH, { key, body }),
  end: (key: string, deputyId: string, version: number) =>
    act(`${PATH}/{deputyId}/end`, { key, version, path: { deputyId } }),
  candidates: () => read(`${PATH}/candidates`),
  stand: (key: string, post: string) => act(`${PATH}/candidates`, { key, body: { post } }),
  withdraw: (key: string, userRef: string) =>
    act(`${PATH}/candidates/{userRef}/withdrawal`, { key, path: { userRef } }),
};
