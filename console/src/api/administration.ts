import { act, read, type Answer, type Asked, type Body } from './contract';

export type RoutingRule = Answer<'/dispatch/api/catalogue/rules', 'get'>['items'][number];
export type RuleEntry = Body<'/dispatch/api/catalogue/rules'>;
export type Route = Answer<'/dispatch/api/catalogue/route', 'get'>;
export type DirectoryUnit = Answer<'/dispatch/api/directory/units', 'get'>['items'][number];
export type UnitEntry = Body<'/dispatch/api/directory/units'>;
export type EndorsementRule = Answer<'/dispatch/api/endorsement-rules', 'get'>['items'][number];
export type EndorsementRuleEntry = Body<'/dispatch/api/endorsement-rules'>;

/** The catalogue of routing rules and the directory of units, for those who keep them. */
export const administration = {
  rules: () => read('/dispatch/api/catalogue/rules'),
  saveRule: (key: string, body: RuleEntry) => act('/dispatch/api/catalogue/rules', { key, body }),
  route: (query: Asked<'/dispatch/api/catalogue/route'>) => read('/dispatch/api/catalogue/route', { query }),
  unitsBelow: (parent?: string) => read('/dispatch/api/directory/units', { query: { parent } }),
  saveUnit: (key: string, body: UnitEntry) => act('/dispatch/api/directory/units', { key, body }),
  endorsementRules: () => read('/dispatch/api/endorsement-rules'),
  setEndorsementRule: (key: string, body: EndorsementRuleEntry) => act('/dispatch/api/endorsement-rules', { key, body }),
};
