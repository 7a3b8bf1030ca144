import type { RankingRules } from '../api/reporting';

export type Rule = RankingRules['items'][number]['rule'];

/** One thing that a rule says, in words; empty where it says nothing of it. */
export interface RuleLine {
  name: string;
  label: string;
  now: string;
  before: string;
}

export interface RuleWords {
  t: (key: string, values?: Record<string, unknown>) => string;
  kpiName: (kpi: string) => string;
  unitName: (code: string) => string;
  inLanguage: (words: { zh?: string | null; en?: string | null }) => string;
}

/** By which rule the first days of another one count as long as it is not in force: the newest, or the shipped one. */
export function ruleBefore(proposed: Rule, rules: Pick<RankingRules, 'items' | 'presets'>): Rule | null {
  const overlaps = (one: Rule) =>
    (one.validTo === null || proposed.validFrom === null || one.validTo > proposed.validFrom) &&
    (one.validFrom === null || proposed.validTo === null || one.validFrom < proposed.validTo);
  return (
    rules.items.map((one) => one.rule).find(overlaps) ??
    rules.presets.find((one) => one.rule.preset === 'three-rates')?.rule ??
    null
  );
}

type Tier = Rule['tiers'][number];
type Term = Rule['terms'][number];

/** Which units a tier takes: the first that fits is a unit's own, so its place in the order counts. */
function tierWords(place: number, tier: Tier | undefined, words: RuleWords): string {
  if (!tier) {
    return '';
  }
  const { t } = words;
  return [
    `${place + 1}. ${words.inLanguage({ zh: tier.nameZh, en: tier.nameEn })}`,
    tier.levels.length > 0 ? t('ranking.tierLevels', { levels: tier.levels.join(', ') }) : '',
    tier.ofAPlace === null ? '' : t(tier.ofAPlace ? 'ranking.tierOfAPlace' : 'ranking.tierOfTheCity'),
    tier.units.length > 0 ? t('ranking.tierUnits', { units: tier.units.map(words.unitName).join(t('ranking.and')) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function termWords(term: Term | undefined, t: RuleWords['t']): string {
  return term
    ? [
        term.weight,
        `${term.floor}–${term.ceiling}`,
        t(`ranking.direction.${term.direction}`),
        t(`ranking.transform.${term.transform}`),
      ].join(' · ')
    : '';
}

const codesOf = (now: readonly string[], before: readonly string[]) => [...new Set([...now, ...before])];

/** All that two rules say, side by side: who confirms the one sees what it changes. */
export function ruleLines(now: Rule, before: Rule | null, words: RuleWords): RuleLine[] {
  const { t } = words;
  const line = (name: string, label: string, of: (rule: Rule) => string): RuleLine => ({
    name,
    label,
    now: of(now),
    before: before ? of(before) : '',
  });
  const tierOf = (rule: Rule, code: string) => {
    const place = rule.tiers.findIndex((tier) => tier.code === code);
    return tierWords(place, rule.tiers[place], words);
  };
  return [
    line('min', t('ranking.minCases'), (rule) => String(rule.minCases)),
    line('limit', t('ranking.checkLimit'), (rule) => rule.checkLimit),
    line('shrinkage', t('ranking.shrinkage'), (rule) => String(rule.shrinkage ?? '—')),
    ...codesOf(
      now.terms.map((term) => term.kpi),
      before?.terms.map((term) => term.kpi) ?? [],
    ).map((kpi) =>
      line(`term-${kpi}`, t('ranking.weightOf', { kpi: words.kpiName(kpi) }), (rule) =>
        termWords(
          rule.terms.find((term) => term.kpi === kpi),
          t,
        ),
      ),
    ),
    ...codesOf(
      now.tiers.map((tier) => tier.code),
      before?.tiers.map((tier) => tier.code) ?? [],
    ).map((code) => line(`tier-${code}`, t('ranking.tierLine'), (rule) => tierOf(rule, code))),
  ];
}
