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
  superseded: false,
  name: { zh: '诉求解决率', en: 'Solution rate' },
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

/** What was frozen by it still names it. */
const OLD = { ...SOLVED, code: 'eval.solved.v1', superseded: true, formula: { zh: '旧口径', en: 'as before' } };

afterEach(() => {
  leaveAll();
  vi.unstubAllGlobals();
});

async function opened(of: string, props: object = {}): Promise<HTMLElement> {
  useTokens(null);
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(JSON.stringify({ items: [OLD, SOLVED], count: 2 }), { headers: { 'Content-Type': 'application/json' } }),
    ),
  );
  await show(DefinitionButton, '/', '/', { of, name: '解决率', ...props });
  find(`define-${of}`)?.click();
  return vi.waitFor(() => {
    const panel = find('definition') ?? find('definition-unknown');
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

  it('is told of the version that counted what is frozen, and of one that nobody knows that it is not known', async () => {
    const panel = await opened('eval.solved.v1');
    expect(panel.dataset.code).toBe('eval.solved.v1');
    expect(panel.textContent).toContain('旧口径');
    expect(panel.closest('.el-dialog')?.textContent).toContain('诉求解决率');
    leaveAll();
    expect((await opened('eval.solved.v9')).dataset.testid).toBe('definition-unknown');
  });

  it('is read with the words that it stands in', async () => {
    await opened('eval.solved');
    expect(find('define-eval.solved')?.getAttribute('aria-label')).toContain('解决率');
  });
});
