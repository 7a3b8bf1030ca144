interface Repeats {
  ofCaller: number | null;
  atPlace: number | null;
}

type Words = (key: string, values?: Record<string, unknown>) => string;

/** 重复诉求 3 次（同一诉求人）; null where neither is often enough. */
export function repeatWords(of: Repeats | null | undefined, t: Words): string | null {
  const told = [
    of?.ofCaller ? t('repeats.ofCaller', { count: of.ofCaller }) : null,
    of?.atPlace ? t('repeats.atPlace', { count: of.atPlace }) : null,
  ].filter((one) => one !== null);
  return told.length > 0 ? told.join(t('repeats.and')) : null;
}
