import { createApp, defineComponent, h, nextTick } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../src/api/dispatch';
import RequestsPage from '../src/dispatch/RequestsPage.vue';
import { useList } from '../src/shared/useList';
import { rememberTheWay } from '../src/shared/wayBack';
import { find, leaveAll, show, signedIn } from './shown';

const SIZE = 50;
let asked: [string | undefined, number][] = [];
let leave: () => void = () => undefined;

function page(items: number) {
  return { items: Array.from({ length: items }, (_, no) => no), count: 120, nextCursor: 'next' };
}

const List = defineComponent({
  setup() {
    const list = useList(async (cursor, limit) => {
      asked.push([cursor, limit]);
      return page(limit);
    });
    return () => h('button', { id: 'more', onClick: list.more }, String(list.rows.value.length));
  },
});
const Other = { render: () => h('i') };

async function desks() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', component: List },
      { path: '/:rest(.*)*', component: Other },
    ],
  });
  rememberTheWay(router);
  await router.push('/list?tab=all');
  const place = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h('main', { id: 'content' }, h(RouterView)) });
  app.use(router).mount(place);
  leave = () => {
    app.unmount();
    place.remove();
  };
  await settled();
  return { router, content: document.getElementById('content')! };
}

const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
};
const gone = (router: { back: () => void }) => {
  router.back();
  return settled();
};

beforeEach(() => {
  asked = [];
});
afterEach(() => {
  leave();
  leave = () => undefined;
  leaveAll();
  vi.restoreAllMocks();
});

describe('the way back to a list', () => {
  it('finds as many rows as were unfolded, where it was scrolled to', async () => {
    const { router, content } = await desks();
    document.getElementById('more')!.click();
    await settled();
    expect(document.getElementById('more')!.textContent).toBe(String(2 * SIZE));
    content.scrollTop = 900;

    await router.push('/cases/c1');
    await settled();
    expect(content.scrollTop).toBe(0);
    content.scrollTop = 30;
    await gone(router);
    expect(asked.at(-1)).toEqual([undefined, 2 * SIZE]);
    expect(content.scrollTop).toBe(900);
  });

  it('is not taken by a link to it, nor does a choice on the page move it', async () => {
    const { router, content } = await desks();
    document.getElementById('more')!.click();
    await settled();
    content.scrollTop = 900;
    await router.replace('/list?tab=all&case=c1');
    await settled();
    expect(content.scrollTop).toBe(900);

    await router.push('/cases/c1');
    await router.push('/list?tab=all');
    await settled();
    expect(asked.at(-1)).toEqual([undefined, SIZE]);
    expect(content.scrollTop).toBe(0);
  });
});

describe('the requests of units', () => {
  it('are those of the tab in the address', async () => {
    signedIn('dispatcher');
    const requests = vi
      .spyOn(dispatch, 'requests')
      .mockResolvedValue({ items: [], count: 0, counts: {}, nextCursor: null } as never);
    const { router } = await show(RequestsPage, '/requests?tab=HOLD', '/requests');
    await vi.waitFor(() => expect(requests).toHaveBeenCalledWith(expect.objectContaining({ kind: 'HOLD' })));
    find('tab-EXTENSION')!.click();
    await vi.waitFor(() => expect(requests).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'EXTENSION' })));
    expect(router.currentRoute.value.query).toEqual({ tab: 'EXTENSION' });
    find('tab-')!.click();
    await vi.waitFor(() => expect(requests).toHaveBeenLastCalledWith(expect.objectContaining({ kind: undefined })));
    expect(router.currentRoute.value.fullPath).toBe('/requests');
  });
});
