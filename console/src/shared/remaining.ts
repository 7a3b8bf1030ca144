import type { Language } from '../api/problem';

/** A work day of the hotline's calendar: 08:30-12:00 and 13:30-17:30. */
export const WORK_DAY_MINUTES = 450;
const DAY_MINUTES = 1_440;

type Time = 'work' | 'natural';

function amount(minutes: number, language: Language, time: Time): string {
  const day = time === 'work' ? WORK_DAY_MINUTES : DAY_MINUTES;
  const days = Math.floor(minutes / day);
  const hours = Math.floor((minutes % day) / 60);
  const rest = (minutes % day) % 60;
  const zh = language === 'zh';
  const parts: string[] = [];
  if (days > 0) {
    const workDays = zh ? '工作日' : days === 1 ? 'work day' : 'work days';
    const naturalDays = zh ? '天' : days === 1 ? 'day' : 'days';
    parts.push(`${days} ${time === 'work' ? workDays : naturalDays}`);
  }
  if (hours > 0) {
    parts.push(`${hours} ${zh ? '小时' : 'h'}`);
  }
  // Minutes matter only on the last day.
  if (days === 0 && rest > 0) {
    parts.push(`${rest} ${zh ? '分钟' : 'min'}`);
  }
  return parts.length > 0 ? parts.join(' ') : zh ? '不足 1 分钟' : 'less than 1 min';
}

/** Time left until a due time, in the words of the desk: 剩余 1 工作日 3 小时. */
export function remainingWords(minutes: number, overdue: boolean, language: Language, time: Time = 'work'): string {
  const words = amount(Math.floor(Math.abs(minutes)), language, time);
  if (overdue || minutes < 0) {
    return language === 'zh' ? `超期 ${words}` : `Overdue ${words}`;
  }
  return language === 'zh' ? `剩余 ${words}` : `${words} left`;
}

/** Work time that has passed: 1 工作日 3 小时. */
export function spentWords(minutes: number, language: Language): string {
  return amount(Math.floor(Math.max(0, minutes)), language, 'work');
}

/** Natural time that has passed: 1 天 3 小时. */
export function waitedWords(minutes: number, language: Language): string {
  return amount(Math.floor(Math.max(0, minutes)), language, 'natural');
}

const UNITS: Record<string, { zh: string; en: string; time: Time }> = {
  nm: { zh: '分钟', en: 'min', time: 'natural' },
  nh: { zh: '小时', en: 'h', time: 'natural' },
  nd: { zh: '天', en: 'days', time: 'natural' },
  wh: { zh: '工作小时', en: 'work hours', time: 'work' },
  wd: { zh: '工作日', en: 'work days', time: 'work' },
};

/** A limit as the service writes it (`5wd`, `24nh`) in words. */
export function limitWords(limit: string, language: Language): string {
  const unit = UNITS[limit.slice(-2)];
  return unit ? `${limit.slice(0, -2)} ${unit[language]}` : limit;
}

/** Limits in natural time run at night as well: their clock shows natural time. */
export function timeOf(limit: string | null | undefined): Time {
  return UNITS[(limit ?? '').slice(-2)]?.time ?? 'work';
}
