import type { CaseCoUrge } from '../api/dispatch';
import type { TimelineEntry } from '../api/reporting';
import { i18n } from '../i18n';

/** An urge of a co-handler is no fact of the lifecycle; in the life of a case it stands among them, which are in the order of the log. */
export function withCoUrges(entries: readonly TimelineEntry[], urges: readonly CaseCoUrge[]): TimelineEntry[] {
  const all = [...entries];
  for (const urge of urges) {
    const next = all.findIndex((entry) => entry.time > urge.at);
    all.splice(next < 0 ? all.length : next, 0, entry(urge));
  }
  return all;
}

function entry(urge: CaseCoUrge): TimelineEntry {
  const said = { unit: urge.unitName, words: urge.words };
  return {
    eventId: `${urge.assignmentId} ${urge.at}`,
    type: 'co-handler-urge',
    zh: i18n.global.t('coHandling.fact', said, { locale: 'zh' }),
    en: i18n.global.t('coHandling.fact', said, { locale: 'en' }),
    source: '/dispatch-service',
    time: urge.at,
    recordedTime: urge.at,
    unit: urge.leadUnitId,
    bySystem: false,
    superseded: false,
    data: null,
  } as unknown as TimelineEntry;
}
