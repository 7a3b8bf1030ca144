import { shallowRef } from 'vue';
import { asProblem } from '../api/http';
import type { ApiProblem } from '../api/problem';
import { reporting, type NumberDefinition } from '../api/reporting';

export type DefinitionList = NumberDefinition['lists'][number];

const known = shallowRef<NumberDefinition[]>([]);
const problem = shallowRef<ApiProblem | null>(null);
const loaded = shallowRef(false);
let asked: Promise<unknown> | null = null;

/** What the numbers say, asked for once; a failed question is asked again. */
export function loadDefinitions(): Promise<unknown> {
  asked ??= reporting
    .definitions()
    .then(({ items }) => {
      known.value = items;
      problem.value = null;
      loaded.value = true;
    })
    .catch((cause: unknown) => {
      asked = null;
      problem.value = asProblem(cause);
    });
  return asked;
}

/** With a code that version, as what is frozen names it; with a number without one the version that counts now. */
export function definitionOf(number: string): NumberDefinition | null {
  return (
    known.value.find((one) => one.code === number) ??
    known.value.find((one) => !one.superseded && one.code.replace(/\.v\d+$/, '') === number) ??
    null
  );
}

export function versionOf(definition: NumberDefinition): string {
  return /\.v(\d+)$/.exec(definition.code)?.[1] ?? '';
}

export { problem as definitionsProblem, loaded as definitionsLoaded };
