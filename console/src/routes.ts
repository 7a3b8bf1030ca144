import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import type { Role } from './auth/roles';
import { rememberTheWay } from './shared/wayBack';

declare module 'vue-router' {
  interface RouteMeta {
    /** Any of these roles opens the page; absent: everybody who is signed in. */
    roles?: readonly Role[];
    public?: boolean;
    /** Key of the title in the words. */
    title?: string;
  }
}

export const READERS_OF_CASES = [
  'operator',
  'shift-lead',
  'screener',
  'dispatcher',
  'supervisor',
  'leader',
] as const satisfies readonly Role[];

/** Who reads of what many call about at once. */
export const INCIDENTS = ['operator', 'shift-lead', 'screener', 'dispatcher', 'supervisor'] as const satisfies readonly Role[];

/** Who reads what was written to the citizen of a case; of a case in confidence the service tells fewer. */
export const READERS_OF_TEXTS = [
  'operator',
  'shift-lead',
  'screener',
  'supervisor',
  'callback-agent',
  'callback-lead',
] as const satisfies readonly Role[];

/** Who sees which cases are handled together; a unit is not told who else wants the same. */
export const MERGING = ['dispatcher', 'supervisor', 'reply-reviewer', 'leader'] as const satisfies readonly Role[];

/** Those who handle a case or watch over it. */
export const HANDLING = [
  'dispatcher',
  'supervisor',
  'reply-reviewer',
  'leader',
  'clerk',
  'unit-desk',
  'unit-leader',
] as const satisfies readonly Role[];

/** Who compares what units claim with what citizens said; a unit its own rounds. */
export const COMPARING = [
  'supervisor',
  'reply-reviewer',
  'callback-lead',
  'leader',
  'clerk',
  'unit-desk',
  'unit-leader',
] as const satisfies readonly Role[];

/** Who is told which cases are of one caller or one place: never a unit. */
export const REPEATS = ['supervisor', 'leader'] as const satisfies readonly Role[];

export const COCKPIT = [
  'leader',
  'supervisor',
  'analyst',
  'assessment-clerk',
  'shift-lead',
  'dispatcher',
  'unit-leader',
] as const satisfies readonly Role[];

/** Who reads what happened in the whole city on a day. */
export const DAILY = ['leader', 'supervisor', 'analyst', 'assessment-clerk', 'shift-lead'] as const satisfies readonly Role[];

/** Who plans how many people take calls. */
export const STAFFING = ['leader', 'supervisor', 'shift-lead', 'analyst'] as const satisfies readonly Role[];

/** Those who work for a unit. */
export const UNIT_STAFF = ['clerk', 'unit-desk', 'unit-leader'] as const satisfies readonly Role[];
export const LEAVERS = ['unit-leader', 'supervisor'] as const satisfies readonly Role[];

export const WORKBENCH = [
  'clerk',
  'unit-desk',
  'unit-leader',
  'dispatcher',
  'supervisor',
  'leader',
] as const satisfies readonly Role[];

export const ORDERS = ['supervisor', 'leader', 'clerk', 'unit-desk', 'unit-leader'] as const satisfies readonly Role[];

export const SPOT_DRAWS = ['supervisor', 'leader', 'assessment-clerk', 'auditor'] as const satisfies readonly Role[];
export const OWNED = ['leader', 'supervisor', 'unit-leader'] as const satisfies readonly Role[];
export const TIMEKEEPING = ['calendar-admin', 'supervisor', 'leader', 'dispatcher'] as const satisfies readonly Role[];

/** What counts in the score of a unit: the unit asks, the centre decides. */
export const SCORED = ['clerk', 'unit-desk', 'unit-leader'] as const satisfies readonly Role[];
export const SCORE_READERS = ['assessment-clerk', 'supervisor', 'leader'] as const satisfies readonly Role[];

/** Scores and rankings: the centre makes them, units check their line, everybody here reads what is published. */
export const RANKING_CENTRE = ['assessment-clerk', 'supervisor', 'leader'] as const satisfies readonly Role[];
export const RANKING_READERS = [...RANKING_CENTRE, ...SCORED, 'analyst'] as const satisfies readonly Role[];

/** A dispatcher reads the rules by which cases are routed past the own desk. */
export const CATALOGUE = ['catalogue-admin', 'dispatcher'] as const satisfies readonly Role[];
/** What may be read out is written by the units and the editor (catalogue-admin), and read by the whole centre. */
export const KNOWLEDGE_WRITERS = [
  'catalogue-admin',
  'clerk',
  'unit-desk',
  'unit-leader',
] as const satisfies readonly Role[];
/** Who reads every item that was published; a unit reads its own. */
export const KNOWLEDGE_CENTRE = [
  'operator',
  'shift-lead',
  'screener',
  'dispatcher',
  'supervisor',
  'leader',
  'reply-reviewer',
  'callback-agent',
  'callback-lead',
] as const satisfies readonly Role[];
export const KNOWLEDGE = [...KNOWLEDGE_CENTRE, ...KNOWLEDGE_WRITERS] as const satisfies readonly Role[];
export const KNOWLEDGE_FIGURES = ['supervisor', 'leader', ...KNOWLEDGE_WRITERS] as const satisfies readonly Role[];
/** Who may say that what was read out is wrong. */
export const KNOWLEDGE_REPORTERS = [
  'operator',
  'shift-lead',
  'screener',
  'supervisor',
  'callback-agent',
  'callback-lead',
] as const satisfies readonly Role[];

export const ACCESS_LOG = ['auditor', 'supervisor'] as const satisfies readonly Role[];

const staff: RouteRecordRaw[] = [
  {
    path: '/desk/register',
    component: () => import('./desk/RegisterPage.vue'),
    meta: { roles: ['operator', 'grid-officer'], title: 'nav.register' },
  },
  {
    path: '/desk/handover',
    component: () => import('./handover/HandoverPage.vue'),
    meta: { roles: ['operator', 'shift-lead'], title: 'nav.handover' },
  },
  {
    path: '/desk/cases',
    component: () => import('./desk/CaseListPage.vue'),
    meta: { roles: READERS_OF_CASES, title: 'nav.cases' },
  },
  {
    path: '/desk/import',
    component: () => import('./desk/ImportPage.vue'),
    meta: { roles: ['operator'], title: 'nav.import' },
  },
  {
    path: '/desk/outages',
    component: () => import('./desk/OutagesPage.vue'),
    meta: { roles: ['operator', 'shift-lead'], title: 'nav.outages' },
  },
  {
    path: '/desk/outages/:outage/form',
    component: () => import('./desk/PaperEntryPage.vue'),
    meta: { roles: ['operator'], title: 'outage.type' },
  },
  {
    path: '/desk/paper-form',
    component: () => import('./desk/PaperFormPage.vue'),
    meta: { roles: ['operator', 'shift-lead'], title: 'outage.sheet' },
  },
  {
    path: '/desk/incidents',
    component: () => import('./incidents/IncidentsPage.vue'),
    meta: { roles: INCIDENTS, title: 'nav.incidents' },
  },
  {
    path: '/desk/incidents/:incident',
    component: () => import('./incidents/IncidentPage.vue'),
    meta: { roles: INCIDENTS, title: 'nav.incidents' },
  },
  {
    path: '/desk/old-cases',
    component: () => import('./desk/OldCasesPage.vue'),
    meta: { roles: ['shift-lead', 'supervisor'], title: 'nav.oldCases' },
  },
  {
    path: '/desk/abuse-marks',
    component: () => import('./desk/AbuseProposalsPage.vue'),
    meta: { roles: ['shift-lead', 'auditor'], title: 'nav.abuseMarks' },
  },
  {
    path: '/desk/access-log',
    component: () => import('./desk/AccessLogPage.vue'),
    meta: { roles: ACCESS_LOG, title: 'nav.accessLog' },
  },
  { path: '/cases/:caseId', component: () => import('./desk/CasePage.vue'), meta: { title: 'nav.case' } },
  {
    path: '/cases/:caseId/split',
    component: () => import('./desk/SplitPage.vue'),
    meta: { roles: ['operator', 'screener'], title: 'split.title' },
  },
  {
    path: '/cases/:caseId/life',
    component: () => import('./life/LifePage.vue'),
    meta: { roles: HANDLING, title: 'life.title' },
  },
  {
    path: '/screening',
    component: () => import('./screening/ScreeningPage.vue'),
    meta: { roles: ['screener', 'shift-lead'], title: 'nav.screening' },
  },
  {
    path: '/transfers',
    component: () => import('./screening/TransfersPage.vue'),
    meta: { roles: ['operator', 'screener', 'shift-lead', 'supervisor'], title: 'nav.transfers' },
  },
  {
    path: '/knowledge',
    component: () => import('./knowledge/KnowledgePage.vue'),
    meta: { roles: KNOWLEDGE, title: 'nav.knowledge' },
  },
  {
    path: '/knowledge/new',
    component: () => import('./knowledge/EditorPage.vue'),
    meta: { roles: KNOWLEDGE_WRITERS, title: 'knowledge.newTitle' },
  },
  {
    path: '/knowledge/import',
    component: () => import('./knowledge/ImportPage.vue'),
    meta: { roles: KNOWLEDGE_WRITERS, title: 'knowledge.import' },
  },
  {
    path: '/knowledge/:code',
    component: () => import('./knowledge/ItemPage.vue'),
    meta: { roles: KNOWLEDGE, title: 'nav.knowledge' },
  },
  {
    path: '/knowledge/:code/edit',
    component: () => import('./knowledge/EditorPage.vue'),
    meta: { roles: KNOWLEDGE_WRITERS, title: 'knowledge.writeNext' },
  },
  {
    path: '/knowledge/:code/versions/:version',
    component: () => import('./knowledge/VersionPage.vue'),
    meta: { roles: KNOWLEDGE, title: 'nav.knowledge' },
  },
  {
    path: '/dispatch',
    component: () => import('./dispatch/DispatchPage.vue'),
    meta: { roles: ['dispatcher'], title: 'nav.dispatch' },
  },
  {
    path: '/requests',
    component: () => import('./dispatch/RequestsPage.vue'),
    meta: { roles: ['dispatcher', 'supervisor'], title: 'nav.requests' },
  },
  {
    path: '/disputes',
    component: () => import('./disputes/DisputesPage.vue'),
    meta: { roles: ['dispatcher', ...ORDERS], title: 'nav.disputes' },
  },
  {
    path: '/workbench',
    component: () => import('./workbench/WorkbenchPage.vue'),
    meta: { roles: WORKBENCH, title: 'nav.workbench' },
  },
  {
    path: '/workbench/:assignmentId',
    component: () => import('./workbench/AssignmentPage.vue'),
    meta: { roles: [...WORKBENCH, 'reply-reviewer'], title: 'nav.assignment' },
  },
  {
    path: '/endorsements',
    component: () => import('./endorsement/EndorsementPage.vue'),
    // A deputy of the leader as well: the service knows who is one now.
    meta: { roles: UNIT_STAFF, title: 'nav.endorsements' },
  },
  {
    path: '/reply-templates',
    component: () => import('./templates/TemplatesPage.vue'),
    meta: { roles: UNIT_STAFF, title: 'nav.replyTemplates' },
  },
  {
    path: '/deputies',
    component: () => import('./deputies/DeputiesPage.vue'),
    meta: { roles: UNIT_STAFF, title: 'nav.deputies' },
  },
  {
    path: '/departures',
    component: () => import('./departures/DeparturesPage.vue'),
    meta: { roles: LEAVERS, title: 'nav.departures' },
  },
  {
    path: '/review',
    component: () => import('./review/ReviewPage.vue'),
    meta: { roles: ['reply-reviewer'], title: 'nav.review' },
  },
  {
    path: '/callback',
    component: () => import('./callback/CallbackPage.vue'),
    meta: { roles: ['callback-agent', 'callback-lead', 'supervisor'], title: 'nav.callback' },
  },
  {
    path: '/callback/:callbackId',
    component: () => import('./callback/CallbackTaskPage.vue'),
    meta: { roles: ['callback-agent', 'callback-lead', 'supervisor'], title: 'nav.callbackTask' },
  },
  {
    path: '/scoring',
    component: () => import('./scoring/ScoredPage.vue'),
    meta: { roles: SCORED, title: 'nav.scored' },
  },
  {
    path: '/score-requests',
    component: () => import('./scoring/ScoreRequestsPage.vue'),
    meta: { roles: SCORE_READERS, title: 'nav.scoreRequests' },
  },
  {
    path: '/ranking',
    component: () => import('./ranking/RankingsPage.vue'),
    meta: { roles: RANKING_READERS, title: 'nav.ranking' },
  },
  {
    path: '/ranking/:id',
    component: () => import('./ranking/RankingPage.vue'),
    meta: { roles: RANKING_READERS, title: 'nav.ranking' },
  },
  {
    path: '/legal-holds',
    component: () => import('./archive/HoldsPage.vue'),
    meta: { roles: ['supervisor', 'leader'], title: 'nav.holds' },
  },
  {
    path: '/spot-draws',
    component: () => import('./spotchecks/DrawsPage.vue'),
    meta: { roles: SPOT_DRAWS, title: 'nav.spotDraws' },
  },
  {
    path: '/spot-checks',
    component: () => import('./spotchecks/SpotChecksPage.vue'),
    meta: { roles: ['supervisor', 'leader'], title: 'nav.spotChecks' },
  },
  {
    path: '/spot-checks/:checkId',
    component: () => import('./spotchecks/SpotCheckPage.vue'),
    meta: { roles: ['supervisor', 'leader'], title: 'nav.spotCheck' },
  },
  {
    path: '/spot-checks/:checkId/paper',
    component: () => import('./spotchecks/FieldPaperPage.vue'),
    meta: { roles: ['supervisor', 'leader'], title: 'spotcheck.paper' },
  },
  {
    path: '/supervision',
    component: () => import('./supervision/SupervisionPage.vue'),
    meta: { roles: ['supervisor', 'leader'], title: 'nav.supervision' },
  },
  {
    path: '/orders',
    component: () => import('./supervision/OrdersPage.vue'),
    meta: { roles: ORDERS, title: 'nav.orders' },
  },
  {
    path: '/instructions',
    component: () => import('./leaders/InstructionsPage.vue'),
    meta: { roles: ORDERS, title: 'nav.instructions' },
  },
  {
    path: '/owned',
    component: () => import('./leaders/OwnedPage.vue'),
    meta: { roles: OWNED, title: 'nav.owned' },
  },
  {
    path: '/supervision/units',
    component: () => import('./supervision/UnitChoicePage.vue'),
    meta: { roles: ['supervisor', 'leader', 'assessment-clerk'], title: 'nav.unit' },
  },
  {
    path: '/supervision/units/:unitId',
    component: () => import('./supervision/UnitPage.vue'),
    meta: { roles: ['supervisor', 'leader', 'assessment-clerk'], title: 'nav.unit' },
  },
  {
    path: '/notices',
    component: () => import('./notices/NoticesPage.vue'),
    meta: { roles: ORDERS, title: 'nav.notices' },
  },
  {
    path: '/notices/:noticeId/paper',
    component: () => import('./notices/PaperPage.vue'),
    meta: { roles: ORDERS, title: 'nav.notices' },
  },
  {
    path: '/daily-report',
    component: () => import('./cockpit/DailyReportPage.vue'),
    meta: { roles: DAILY, title: 'nav.daily' },
  },
  {
    path: '/staffing',
    component: () => import('./staffing/StaffingPage.vue'),
    meta: { roles: STAFFING, title: 'nav.staffing' },
  },
  {
    path: '/cockpit',
    component: () => import('./cockpit/CockpitPage.vue'),
    meta: { roles: COCKPIT, title: 'nav.cockpit' },
  },
  {
    path: '/calendar',
    component: () => import('./timekeeping/TimekeepingPage.vue'),
    meta: { roles: TIMEKEEPING, title: 'nav.timekeeping' },
  },
  {
    path: '/admin/catalogue',
    component: () => import('./admin/CataloguePage.vue'),
    meta: { roles: CATALOGUE, title: 'nav.catalogue' },
  },
  {
    path: '/admin/units',
    component: () => import('./admin/UnitsPage.vue'),
    meta: { roles: ['org-admin'], title: 'nav.units' },
  },
  {
    path: '/admin/categories',
    component: () => import('./admin/CategoriesPage.vue'),
    meta: { roles: ['catalogue-admin'], title: 'nav.categories' },
  },
  {
    path: '/admin/places',
    component: () => import('./admin/PlacesPage.vue'),
    meta: { roles: ['org-admin'], title: 'nav.places' },
  },
  {
    path: '/admin/parked',
    component: () => import('./admin/ParkedPage.vue'),
    meta: { roles: ['system-admin'], title: 'nav.parked' },
  },
  {
    path: '/admin/texting',
    component: () => import('./admin/TextingPage.vue'),
    meta: { roles: ['system-admin'], title: 'nav.texting' },
  },
  {
    path: '/admin/dictionary',
    component: () => import('./admin/DictionaryPage.vue'),
    meta: { title: 'nav.dictionary' },
  },
  { path: '/home', component: () => import('./shell/HomePage.vue'), meta: { title: 'nav.home' } },
];

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./citizen/WelcomePage.vue'), meta: { public: true } },
  { path: '/track', component: () => import('./citizen/TrackPage.vue'), meta: { public: true, title: 'track.title' } },
  { path: '/signed-in', component: () => import('./shell/SignedInPage.vue'), meta: { public: true } },
  { path: '/desk', redirect: '/desk/register' },
  { path: '/admin', redirect: '/admin/parked' },
  { path: '/desks', component: () => import('./shell/StaffShell.vue'), children: staff },
  { path: '/:rest(.*)*', component: () => import('./citizen/LostPage.vue'), meta: { public: true } },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  // Of the window, which scrolls the citizens' pages; at the desks it is the content that scrolls.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});
rememberTheWay(router);

router.beforeEach(async (to) => {
  if (to.meta.public) {
    return true;
  }
  // The sign-in code comes only when somebody needs it: a citizen never loads it.
  const { person, signIn } = await import('./auth/session');
  if (person.value === null) {
    try {
      await signIn(to.fullPath);
      return false;
    } catch {
      return { path: '/', query: { problem: 'sign-in' } };
    }
  }
  const { hasAny } = await import('./auth/roles');
  if (to.meta.roles && !hasAny(person.value, to.meta.roles)) {
    return { path: '/home', query: { refused: to.path } };
  }
  return true;
});
