import { shallowRef, triggerRef, type ShallowRef } from 'vue';
import { placesBelow } from '../shared/reference';

const PARENT_DIGITS: Record<number, number> = { 12: 9, 9: 6, 6: 4 };

/** The names of places that rules and units know by code only; each comes when it is first asked for. */
export function usePlaceNames(): { names: ShallowRef<Map<string, string>>; learn: (codes: readonly string[]) => void } {
  const names = shallowRef(new Map<string, string>());

  async function learnBelow(parent: string): Promise<void> {
    try {
      for (const place of await placesBelow(parent)) {
        names.value.set(place.code, place.name);
      }
      triggerRef(names);
    } catch {
      // The code stands where the name would.
    }
  }

  function learn(codes: readonly string[]): void {
    const parents = new Set(codes.filter((code) => !names.value.has(code)).map((code) => code.slice(0, PARENT_DIGITS[code.length] ?? 0)));
    parents.forEach((parent) => void learnBelow(parent));
  }

  return { names, learn };
}
