import { hasAny, type Person, type Role } from '../auth/roles';
import {
  ACCESS_LOG,
  CATALOGUE,
  COCKPIT,
  DAILY,
  INCIDENTS,
  KNOWLEDGE,
  LEAVERS,
  ORDERS,
  OWNED,
  RANKING_READERS,
  READERS_OF_CASES,
  SCORED,
  SCORE_READERS,
  SPOT_DRAWS,
  STAFFING,
  TIMEKEEPING,
  UNIT_STAFF,
  WORKBENCH,
} from '../routes';

export interface Desk {
  path: string;
  /** Key of its name in the words. */
  name: string;
  group: 'intake' | 'handling' | 'supervision' | 'administration';
  roles?: readonly Role[];
  /** What is counted, kept or switched for the whole city: the services refuse it to whoever works for a grid. */
  wholeCity?: true;
}

/** In the order in which a case passes them. */
export const DESKS: readonly Desk[] = [
  { path: '/desk/register', name: 'nav.register', group: 'intake', roles: ['operator', 'grid-officer'] },
  { path: '/desk/cases', name: 'nav.cases', group: 'intake', roles: READERS_OF_CASES },
  { path: '/desk/handover', name: 'nav.handover', group: 'intake', roles: ['operator', 'shift-lead'] },
  { path: '/desk/import', name: 'nav.import', group: 'intake', roles: ['operator'], wholeCity: true },
  { path: '/desk/outages', name: 'nav.outages', group: 'intake', roles: ['operator', 'shift-lead'], wholeCity: true },
  { path: '/desk/incidents', name: 'nav.incidents', group: 'intake', roles: INCIDENTS, wholeCity: true },
  { path: '/desk/old-cases', name: 'nav.oldCases', group: 'intake', roles: ['shift-lead', 'supervisor'], wholeCity: true },
  { path: '/desk/abuse-marks', name: 'nav.abuseMarks', group: 'intake', roles: ['shift-lead', 'auditor'], wholeCity: true },
  { path: '/screening', name: 'nav.screening', group: 'intake', roles: ['screener', 'shift-lead'] },
  {
    path: '/transfers',
    name: 'nav.transfers',
    group: 'intake',
    roles: ['operator', 'screener', 'shift-lead', 'dispatcher', 'supervisor'],
  },
  { path: '/knowledge', name: 'nav.knowledge', group: 'intake', roles: KNOWLEDGE },
  { path: '/dispatch', name: 'nav.dispatch', group: 'handling', roles: ['dispatcher'] },
  { path: '/requests', name: 'nav.requests', group: 'handling', roles: ['dispatcher', 'supervisor'] },
  { path: '/workbench', name: 'nav.workbench', group: 'handling', roles: WORKBENCH },
  { path: '/endorsements', name: 'nav.endorsements', group: 'handling', roles: ['unit-leader'] },
  { path: '/reply-templates', name: 'nav.replyTemplates', group: 'handling', roles: UNIT_STAFF },
  { path: '/deputies', name: 'nav.deputies', group: 'handling', roles: UNIT_STAFF },
  { path: '/departures', name: 'nav.departures', group: 'handling', roles: LEAVERS, wholeCity: true },
  { path: '/scoring', name: 'nav.scored', group: 'handling', roles: SCORED },
  { path: '/disputes', name: 'nav.disputes', group: 'handling', roles: ['dispatcher', ...ORDERS] },
  { path: '/review', name: 'nav.review', group: 'handling', roles: ['reply-reviewer'] },
  {
    path: '/callback',
    name: 'nav.callback',
    group: 'handling',
    roles: ['callback-agent', 'callback-lead', 'supervisor'],
  },
  { path: '/supervision', name: 'nav.supervision', group: 'supervision', roles: ['supervisor', 'leader'] },
  // The others come to a unit from the board.
  { path: '/supervision/units', name: 'nav.unit', group: 'supervision', roles: ['assessment-clerk'] },
  { path: '/orders', name: 'nav.orders', group: 'supervision', roles: ORDERS },
  { path: '/instructions', name: 'nav.instructions', group: 'supervision', roles: ORDERS },
  { path: '/owned', name: 'nav.owned', group: 'supervision', roles: OWNED },
  { path: '/notices', name: 'nav.notices', group: 'supervision', roles: ORDERS },
  { path: '/score-requests', name: 'nav.scoreRequests', group: 'supervision', roles: SCORE_READERS },
  { path: '/spot-checks', name: 'nav.spotChecks', group: 'supervision', roles: ['supervisor', 'leader'] },
  { path: '/spot-draws', name: 'nav.spotDraws', group: 'supervision', roles: SPOT_DRAWS, wholeCity: true },
  { path: '/ranking', name: 'nav.ranking', group: 'supervision', roles: RANKING_READERS, wholeCity: true },
  { path: '/legal-holds', name: 'nav.holds', group: 'supervision', roles: ['supervisor', 'leader'] },
  { path: '/daily-report', name: 'nav.daily', group: 'supervision', roles: DAILY },
  { path: '/cockpit', name: 'nav.cockpit', group: 'supervision', roles: COCKPIT },
  { path: '/staffing', name: 'nav.staffing', group: 'supervision', roles: STAFFING, wholeCity: true },
  { path: '/desk/access-log', name: 'nav.accessLog', group: 'supervision', roles: ACCESS_LOG },
  { path: '/calendar', name: 'nav.timekeeping', group: 'administration', roles: TIMEKEEPING },
  { path: '/admin/catalogue', name: 'nav.catalogue', group: 'administration', roles: CATALOGUE },
  { path: '/admin/units', name: 'nav.units', group: 'administration', roles: ['org-admin'] },
  { path: '/admin/categories', name: 'nav.categories', group: 'administration', roles: ['catalogue-admin'] },
  { path: '/admin/places', name: 'nav.places', group: 'administration', roles: ['org-admin'] },
  { path: '/admin/parked', name: 'nav.parked', group: 'administration', roles: ['system-admin'], wholeCity: true },
  { path: '/admin/texting', name: 'nav.texting', group: 'administration', roles: ['system-admin'], wholeCity: true },
  {
    path: '/admin/dictionary',
    name: 'nav.dictionary',
    group: 'administration',
    roles: ['analyst', 'system-admin', 'auditor', 'supervisor', 'leader'],
  },
];

/**
 * @param standsIn whether the person signs in the place of a leader now
 */
export function desksOf(person: Person | null, standsIn = false): Desk[] {
  return DESKS.filter(
    (desk) =>
      (!desk.roles || hasAny(person, desk.roles) || (standsIn && desk.path === '/endorsements')) &&
      !(desk.wholeCity && person?.gridPath),
  );
}

/** The desk that a person works at, as opposed to those that may also be looked into. */
export function firstDesk(person: Person | null): string | null {
  const own: readonly [Role, string][] = [
    ['operator', '/desk/register'],
    ['screener', '/screening'],
    ['dispatcher', '/dispatch'],
    ['clerk', '/workbench'],
    ['unit-desk', '/workbench'],
    ['unit-leader', '/workbench'],
    ['reply-reviewer', '/review'],
    ['callback-agent', '/callback'],
    ['callback-lead', '/callback'],
    ['leader', '/cockpit'],
    ['supervisor', '/supervision'],
    ['analyst', '/cockpit'],
    ['assessment-clerk', '/cockpit'],
    ['shift-lead', '/desk/cases'],
    ['system-admin', '/admin/parked'],
    ['grid-officer', '/desk/register'],
    ['calendar-admin', '/calendar'],
    ['catalogue-admin', '/admin/catalogue'],
    ['org-admin', '/admin/units'],
    ['auditor', '/desk/access-log'],
  ];
  return own.find(([role]) => hasAny(person, [role]))?.[1] ?? desksOf(person)[0]?.path ?? null;
}
