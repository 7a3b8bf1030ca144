import { ApiProblem } from '../src/api/problem';

const TASK = {
  caseId: 'c1',
  caseNo: '2611220000011',
  title: '路灯不亮',
  kind: 'HELP',
  urgency: 'NORMAL',
  unitId: 'cg',
  unitName: '城管局',
  light: 'GREEN',
  nextDeadline: null,
  round: 1,
  centreUrgeCount: 0,
  openOrderCount: 0,
  escalatedTo: null,
  version: 3,
};

/** A row of a list of tasks; `no` tells it from others. */
export const task = (no: number, over: object = {}) => ({
  ...TASK,
  assignmentId: `a${no}`,
  caseNo: `26112200000${no}1`,
  ...over,
});
export const page = (...items: object[]) => ({ items, count: items.length, counts: {}, nextCursor: null }) as never;
export const refused = (status: number, code: string) =>
  new ApiProblem({ kind: 'refused', status, code, title: { zh: `拒绝 ${code}`, en: code } });

