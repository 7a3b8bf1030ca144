import { shallowRef, triggerRef } from 'vue';
import { intake, type Category, type Place, type Unit } from '../api/intake';
import { language } from '../i18n';

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

let categoriesAsked: Promise<Category[]> | null = null;

export function categories(): Promise<Category[]> {
  categoriesAsked ??= intake
    .categories()
    .then(({ items }) => items)
    .catch((cause: unknown) => {
      categoriesAsked = null;
      throw cause;
    });
  return categoriesAsked;
}

const placesAsked = new Map<string, Promise<Place[]>>();

export function placesBelow(parent: string): Promise<Place[]> {
  let asked = placesAsked.get(parent);
  if (!asked) {
    asked = intake
      .places(parent === '' ? undefined : parent)
      .then(({ items }) => items)
      .catch((cause: unknown) => {
        placesAsked.delete(parent);
        throw cause;
      });
    placesAsked.set(parent, asked);
  }
  return asked;
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

/** The keeper of a tree has changed it: forms that are opened next ask anew. */
export function forgetTrees(): void {
  categoriesAsked = null;
  placesAsked.clear();
}
