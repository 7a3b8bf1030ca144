import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTokens } from '../src/api/http';
import DefinitionButton from '../src/definitions/DefinitionButton.vue';
import { all, find, leaveAll, show } from './shown';

vi.mock('element-plus/es/components/base/style/css', () => ({}));
vi.mock('element-plus/es/components/button/style/css', () => ({}));
vi.mock('element-plus/es/components/dialog/style/css', () => ({}));
vi.mock('element-plus/es/components/overlay/style/css', () => ({}));

const TEXT = { zh: '已解决 ÷ 有答案', en: 'solved ÷ known' };
const SOLVED = {
  code: 'eval.solved.v2',
  since: '0.1.0',
  name: TEXT,
  formula: TEXT,
  denominator: TEXT,
  leftOut: TEXT,
  countedBy: TEXT,
  history: null,
  flow: null,
  counters: {},
  lists: [
    { part: 'NUMERATOR', list: 'solved' },
    { part: 'DENOMINATOR', list: 'solved-known' },
    { part: 'LEFT_OUT', list: 'solved-by-policy' },
    { part: 'LEFT_OUT', list: 'not-scored' },
  ],
};

afterEach(() => {
  leaveAll();
  vi.unstubAllGlobals();
});

async function opened(of: string, props: object = {}): Promise<HTMLElement> {
  useTokens(null);
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(JSON.stringify({ items: [SOLVED], count: 1 }), { headers: { 'Content-Type': 'application/json' } }),
    ),
  );
  await show(DefinitionButton, '/', '/', { of, name: '解决率', ...props });
  find(`define-${of}`)?.click();
  return vi.waitFor(() => {
    const panel = find('definition');
    expect(panel).not.toBeNull();
    return panel as unknown as HTMLElement;
  });
}

describe('what a number says', () => {
  it('is found by the number without its version, and opens each list with its count', async () => {
    const onOpen = vi.fn();
    const panel = await opened('eval.solved', {
      onOpen,
      counted: ({ list }: { list: string }) => (list === 'not-scored' ? undefined : 4),
    });
    expect(panel.dataset.code).toBe('eval.solved.v2');
    expect(panel.textContent).toContain('已解决 ÷ 有答案');
    expect(all('definition-').filter((one) => one.dataset.count !== undefined)).toHaveLength(3);
    expect(find('definition-DENOMINATOR-solved-known')?.dataset.count).toBe('4');
    find('definition-DENOMINATOR-solved-known')?.click();
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ part: 'DENOMINATOR', list: 'solved-known' });
  });

  it('has one list per part where a ranking keeps them so, and none where the page opens none', async () => {
    await opened('eval.solved.v2', { byPart: true, counted: () => null });
    expect(all('definition-LEFT_OUT')).toHaveLength(1);
    leaveAll();
    await opened('eval.solved.v2');
    expect(all('definition-NUMERATOR')).toHaveLength(0);
  });
});
