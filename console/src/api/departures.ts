import { act, read, type Answer, type Asked, type Body } from './contract';

const PATH = '/dispatch/api/departures';

export type Departure = Answer<typeof PATH, 'get'>['items'][number];
export type UnitPerson = Answer<'/dispatch/api/departures/people', 'get'>['items'][number];
export type InHands = Answer<'/dispatch/api/departures/preview', 'get'>;

/** Who leaves a unit, and what moves then. */
export const departures = {
  list: (query: Asked<typeof PATH>) => read(PATH, { query }),
  people: (unitId?: string) => read(`${PATH}/people`, { query: { unitId } }),
  preview: (unitId: string | undefined, leaverRef: string) =>
    read(`${PATH}/preview`, { query: { unitId, leaverRef } }),
  order: (key: string, body: Body<typeof PATH>) => act(PATH, { key, body }),
  cancel: (key: string, departureId: string, version: number) =>
    act(`${PATH}/{departureId}/cancellation`, { key, version, path: { departureId } }),
};
