import { act, read, type Answer, type Asked } from './contract';

/** The services that park a case when a fact about it cannot be applied; all four answer alike. */
export const SERVICES = ['intake', 'dispatch', 'evaluation', 'reporting'] as const;
export type Service = (typeof SERVICES)[number];

export type Redriven = Answer<'/intake/api/parked-cases/{key}/redrive', 'post'>;

export const parked = {
  list: (service: Service, query: Asked<'/intake/api/parked-cases'>) =>
    read(`/${service}/api/parked-cases`, { query }),
  records: (service: Service, key: string) => read(`/${service}/api/parked-cases/{key}`, { path: { key } }),
  redrive: (commandKey: string, service: Service, key: string) =>
    act(`/${service}/api/parked-cases/{key}/redrive`, { key: commandKey, path: { key } }),
  redriveAll: (commandKey: string, service: Service) =>
    act(`/${service}/api/parked-cases/redrive`, { key: commandKey }),
  setAside: (
    commandKey: string,
    service: Service,
    key: string,
    id: number,
    body: { reason: string; numberCounts: boolean },
  ) =>
    act(`/${service}/api/parked-cases/{key}/records/{id}/set-aside`, {
      key: commandKey,
      path: { key, id },
      body,
    }),
};
