import { createApp, h, nextTick, type Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { person } from '../src/auth/session';
import { addWords, i18n } from '../src/i18n';
import * as staff from '../src/i18n/staff';

export interface Shown {
  router: Router;
  leave: () => void;
}

let open: Shown[] = [];

/** Shows a page or a part of one at an address, as the application does; other addresses lead to an empty page. */
export async function show(page: Component, at = '/', route = '/', props: object = {}): Promise<Shown> {
  addWords(staff.zh, staff.en);
  const Empty = { render: () => h('i') };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: route, component: Empty },
      ...(route === '/' ? [] : [{ path: '/', component: Empty }]),
      { path: '/:rest(.*)*', component: Empty },
    ],
  });
  await router.push(at);
  const place = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h(page, props as never) });
  app.use(i18n).use(router).mount(place);
  const shown: Shown = {
    router,
    leave: () => {
      app.unmount();
      place.remove();
      open = open.filter((one) => one !== shown);
    },
  };
  open.push(shown);
  await nextTick();
  return shown;
}

export function leaveAll(): void {
  [...open].forEach(({ leave }) => leave());
  document.body.replaceChildren();
}

export function signedIn(...roles: string[]): void {
  person.value = { userId: 'u', login: 'u', name: 'u', roles, unit: null, unitPath: null, gridPath: null };
}

type Field = HTMLInputElement & HTMLTextAreaElement;

export function find(id: string): Field | null {
  return document.querySelector<Field>(`[data-testid="${id}"]`);
}

export function all(idBegins: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid^="${idBegins}"]`)];
}

export async function type(id: string, words: string): Promise<void> {
  const field = find(id)!;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await nextTick();
}

export async function submit(id: string): Promise<void> {
  find(id)!.closest('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await nextTick();
}
