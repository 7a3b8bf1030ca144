import { computed } from 'vue';
import { createI18n } from 'vue-i18n';
import { speak } from '../api/http';
import type { Language } from '../api/problem';
import { en as citizenEn, zh as citizenZh } from './citizen';

const REMEMBERED = 'hotline.language';

function remembered(): Language {
  try {
    return window.localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** Starts with the citizen's words only; the staff's come with the staff's screens. */
export const i18n = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh',
  messages: { zh: citizenZh, en: citizenEn },
});

export const language = computed<Language>(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh'));

export function addWords(zh: Record<string, unknown>, en: Record<string, unknown>): void {
  i18n.global.mergeLocaleMessage('zh', zh);
  i18n.global.mergeLocaleMessage('en', en);
}

function apply(chosen: Language): void {
  speak(chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
}

export function chooseLanguage(chosen: Language): void {
  i18n.global.locale.value = chosen;
  apply(chosen);
  try {
    window.localStorage.setItem(REMEMBERED, chosen);
  } catch {
    // A browser that keeps nothing starts in Chinese again.
  }
}

apply(remembered());

/** The text in the chosen language of something that a service says in both. */
export function inLanguage(words: { zh?: string | null; en?: string | null } | null | undefined): string {
  if (!words) {
    return '';
  }
  return (language.value === 'zh' ? words.zh || words.en : words.en || words.zh) ?? '';
}
