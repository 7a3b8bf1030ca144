import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDrafts, keepNothing, noteUnsaved, putInTab } from '../src/shared/useDraft';

const { signoutRedirect } = vi.hoisted(() => ({ signoutRedirect: vi.fn() }));
vi.mock('oidc-client-ts', () => ({
  InMemoryWebStorage: class {},
  WebStorageStateStore: class {},
  UserManager: class {
    events = { addUserLoaded: () => undefined, addAccessTokenExpired: () => undefined };
    signoutRedirect = signoutRedirect;
  },
}));
const { onSignOut, signOut } = await import('../src/auth/session');

const PLACE = 'hotline.draft.register.u';

beforeEach(() => {
  vi.useFakeTimers();
  signoutRedirect.mockReset().mockResolvedValue(undefined);
  window.sessionStorage.clear();
  window.sessionStorage.setItem(PLACE, '路灯');
});
afterEach(() => {
  keepNothing(false);
  vi.useRealTimers();
});

describe('signing out', () => {
  it('takes what was typed with it when a service has all of it, and nothing is written afterwards', async () => {
    const stop = onSignOut(async () => true);
    expect(await signOut()).toBe(true);
    expect(signoutRedirect).toHaveBeenCalledTimes(1);
    putInTab(PLACE, '路灯不亮');
    noteUnsaved('register.u', true);
    expect(window.sessionStorage).toHaveLength(0);
    stop();
  });

  it('asks first when something could not be saved, in time or at all', async () => {
    for (const work of [
      async () => false,
      async () => Promise.reject(new Error('away')),
      () => new Promise<boolean>(() => undefined),
    ]) {
      const stop = onSignOut(work);
      const leaving = signOut();
      await vi.advanceTimersByTimeAsync(3_100);
      expect(await leaving).toBe(false);
      stop();
    }
    expect(signoutRedirect).not.toHaveBeenCalled();
    expect(window.sessionStorage.getItem(PLACE)).toBe('路灯');
  });

  it('asks also when the page on which it was typed was left', async () => {
    noteUnsaved('register.u', true);
    expect(await signOut()).toBe(false);
    noteUnsaved('register.u', false);
    expect(await signOut()).toBe(true);
  });

  it('loses it when that is what was said', async () => {
    noteUnsaved('register.u', true);
    expect(await signOut(true)).toBe(true);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('goes on keeping drafts when the way out is closed', async () => {
    signoutRedirect.mockRejectedValue(new Error('away'));
    await expect(signOut()).rejects.toThrow('away');
    putInTab(PLACE, '路灯不亮');
    expect(window.sessionStorage.getItem(PLACE)).toBe('路灯不亮');
  });

  it('leaves no note behind with the drafts of somebody else', () => {
    noteUnsaved('register.u', true);
    forgetDrafts();
    expect(window.sessionStorage).toHaveLength(0);
  });
});
