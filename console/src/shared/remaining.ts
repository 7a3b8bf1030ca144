import type { Language } from '../api/problem';

/** A work day of the hotline's calendar: 08:30-12:00 and 13:30-17:30. */
export const WORK_DAY_MINUTES = 450;

function amount(minutes: number, language: Language): string {
  const days = Math.floor(minutes / WORK_DAY_MINUTES);
  const hours = Math.floor((minutes % WORK_DAY_MINUTES) / 60);
  const rest = (minutes % WORK_DAY_MINUTES) % 60;
  const parts: string[] = [];
  if (language === 'zh') {
    if (days > 0) parts.push(`${days} 工作日`);
    if (hours > 0) parts.push(`${hours} 小时`);
    // Minutes matter only on the last day.
    if (days === 0 && rest > 0) parts.push(`${rest} 分钟`);
    return parts.length > 0 ? parts.join(' ') : '不足 1 分钟';
  }
  if (days > 0) parts.push(`${days} work ${days === 1 ? 'day' : 'days'}`);
  if (hours > 0) parts.push(`${hours} h`);
  if (days === 0 && rest > 0) parts.push(`${rest} min`);
  return parts.length > 0 ? parts.join(' ') : 'less than 1 min';
}

/** Work time left until a due time, in the words of the desk: 剩余 1 工作日 3 小时. */
export function remainingWords(minutes: number, overdue: boolean, language: Language): string {
  const words = amount(Math.floor(Math.abs(minutes)), language);
  if (overdue || minutes < 0) {
    return language === 'zh' ? `超期 ${words}` : `Overdue ${words}`;
  }
  return language === 'zh' ? `剩余 ${words}` : `${words} left`;
}
