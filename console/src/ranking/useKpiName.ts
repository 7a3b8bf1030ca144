import { useI18n } from 'vue-i18n';

/** The name of a rate; its code when a later version ranks by one that is not known here. */
export function useKpiName(): (kpi: string) => string {
  const { t, te } = useI18n();
  return (kpi) => {
    const key = `ranking.kpi.${kpi.replace(/\W/g, '_')}`;
    return te(key) ? t(key) : kpi;
  };
}
