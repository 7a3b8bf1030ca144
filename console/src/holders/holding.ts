import type { CaseHolder } from '../api/dispatch';
import { spentWords } from '../shared/remaining';
import type { Language } from '../api/problem';

type Words = (key: string, values?: Record<string, unknown>) => string;

/** Statuses in which the case lies with intake's screening, also before dispatch has heard of it. */
const WITH_SCREENING: readonly string[] = ['DRAFT', 'REGISTERED', 'SCREENING'];

/**
 * Who has a case in hand and for how long, in one line: 现由城市管理局（下派：城管中队）办理，已 2 工作日 3 小时. Null of what is
 * over, and of what nobody has told yet.
 */
export function holderLine(
  holder: CaseHolder | null | undefined,
  status: string,
  t: Words,
  language: Language,
): string | null {
  if (!holder) {
    return WITH_SCREENING.includes(status) ? t('holder.nowOnly', { who: t('holder.level.SCREENER') }) : null;
  }
  return t('holder.now', { who: whoHolds(holder, t), worked: spentWords(holder.workMinutes, language) });
}

function whoHolds(holder: CaseHolder, t: Words): string {
  if (!holder.unitName || (holder.level !== 'UNIT' && holder.level !== 'UNIT_LEADER')) {
    return t(`holder.level.${holder.level}`);
  }
  const unit = holder.leadUnitName
    ? t('holder.handedDown', { lead: holder.leadUnitName, unit: holder.unitName })
    : holder.unitName;
  return holder.level === 'UNIT_LEADER' ? t('holder.toSign', { unit }) : unit;
}
