import { shallowRef, triggerRef } from 'vue';
import { intake, type Category, type Place, type Unit } from '../api/intake';
import { language } from '../i18n';
import { forgetTrees, treesVersion } from './trees';

/** What is asked for once and shown everywhere; a failed question is asked again by the next screen. */
const units = shallowRef<Map<string, Unit>>(new Map());
let unitsAsked: Promise<unknown> | null = null;

export function loadUnits(): Promise<unknown> {
  unitsAsked ??= intake
    .units()
    .then(({ items }) => {
      units.value = new Map(items.map((unit) => [unit.code, unit]));
      triggerRef(units);
    })
    .catch(() => {
      unitsAsked = null;
    });
  return unitsAsked;
}

/** The name of a unit, or its code until the directory has come. */
export function unitName(code: string | null | undefined): string {
  if (!code) {
    return '—';
  }
  const unit = units.value.get(code);
  if (!unit) {
    return code;
  }
  return language.value === 'zh' ? unit.nameZh : unit.nameEn || unit.nameZh;
}

export function allUnits(): Unit[] {
  return [...units.value.values()];
}

/** A unit that was changed here: the list of everybody's units follows only within moments, and by itself not at all. */
export function noteUnit(unit: Omit<Unit, 'pinyin'> & { active: boolean }): void {
  if (unit.active) {
    units.value.set(unit.code, { ...unit, pinyin: units.value.get(unit.code)?.pinyin ?? '' });
  } else {
    units.value.delete(unit.code);
  }
  triggerRef(units);
}

/** Keepers change the trees while a desk is open for a whole shift. */
const TREE_GOOD_FOR_MS = 5 * 60_000;
const TREE_GOOD_WHILE_AWAY_MS = 60_000;

interface AskedTree<T> {
  answer: Promise<T[]>;
  at: number;
  version: number;
}

let askedAt = 0;

/** What is asked again when it is old, or when a change was heard of. */
function remembered<T>(ask: (of: string) => Promise<{ items: T[] }>): (of: string) => Promise<T[]> {
  const known = new Map<string, AskedTree<T>>();
  return (of) => {
    const before = known.get(of);
    if (before && before.version === treesVersion.value && Date.now() - before.at < TREE_GOOD_FOR_MS) {
      return before.answer;
    }
    const asked: AskedTree<T> = {
      answer: ask(of)
        .then(({ items }) => items)
        .catch((cause: unknown) => {
          // Nothing new was learnt: this one goes on with what was known, and the next one asks again.
          if (known.get(of) === asked) {
            known.delete(of);
          }
          if (!before) {
            throw cause;
          }
          if (!known.has(of)) {
            known.set(of, before);
          }
          return before.answer;
        }),
      at: Date.now(),
      version: treesVersion.value,
    };
    known.set(of, asked);
    askedAt = asked.at;
    return asked.answer;
  };
}

window.addEventListener('focus', () => {
  // Who comes back to the window may come from the keeper's desk.
  if (askedAt > 0 && Date.now() - askedAt > TREE_GOOD_WHILE_AWAY_MS) {
    askedAt = Date.now();
    forgetTrees();
  }
});

const allCategories = remembered<Category>(() => intake.categories());
const allPlaces = remembered<Place>((parent) => intake.places(parent === '' ? undefined : parent));

/** All levels, also those that are chosen no more (`isOff`). */
export function categories(): Promise<Category[]> {
  return allCategories('');
}

/** Also those that are chosen no more (`isOff`). */
export function placesBelow(parent: string): Promise<Place[]> {
  return allPlaces(parent);
}

/** It is offered no more, but what has it keeps it. An instance of before says nothing: it sends none of these. */
export function isOff(one: { active?: boolean }): boolean {
  return one.active === false;
}

/** The name of a category, or its code where names cannot be had. */
export async function categoryName(code: string): Promise<string> {
  const all = await categories().catch(() => []);
  const found = all.find((category) => category.code === code);
  return found ? (language.value === 'zh' ? found.nameZh : found.nameEn || found.nameZh) : code;
}

/** The names of a place and of those that it lies in, or its code where names cannot be had. */
export async function placeName(code: string): Promise<string> {
  const names: string[] = [];
  try {
    let below = await placesBelow('');
    for (let here; (here = below.find((place) => code.startsWith(place.code))); below = await placesBelow(here.code)) {
      names.push(here.name);
      if (here.code === code) {
        return names.join(' ');
      }
    }
  } catch {
    // The code says which place it is.
  }
  return code;
}
