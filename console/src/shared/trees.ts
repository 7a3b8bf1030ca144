import { shallowRef } from 'vue';
import type { ApiProblem } from '../api/problem';

/** Grows when the trees of categories and places may have changed: what shows them asks anew. */
export const treesVersion = shallowRef(0);

export function forgetTrees(): void {
  treesVersion.value += 1;
}

const OF_A_TREE = /(^|\.)(category|place)(Code|Codes|Prefix)?$/;

/** A form was refused for a category or place that its list offered: somebody has changed the tree since. */
export function learnFrom(refused: ApiProblem): void {
  if (refused.violations.some((violation) => OF_A_TREE.test(violation.field) && violation.code !== 'required')) {
    forgetTrees();
  }
}
