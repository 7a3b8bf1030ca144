import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { shallowRef } from 'vue';
import { useTokens } from '../api/http';
import { forgetDrafts, isAnythingUnsaved, keepNothing } from '../shared/useDraft';
import { personOf, type Person } from './roles';

/** Remembers only that somebody was signed in, so that a reload goes through single sign-on without a click. */
const WAS_SIGNED_IN = 'hotline.signed-in';
/** Whose drafts this tab holds. */
const DRAFTS_OF = 'hotline.drafts-of';
const RENEW_BEFORE_SECONDS = 20;

export const person = shallowRef<Person | null>(null);
/** True after the refresh token ran out under an open page. */
export const expired = shallowRef(false);

const origin = window.location.origin;

const manager = new UserManager({
  authority: `${origin}/auth/realms/hotline`,
  client_id: 'console',
  redirect_uri: `${origin}/signed-in`,
  post_logout_redirect_uri: `${origin}/`,
  response_type: 'code',
  scope: 'openid profile',
  // Tokens live in memory only; the state of a running sign-in must survive the way to Keycloak and back.
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: window.sessionStorage, prefix: 'hotline.oidc.' }),
  automaticSilentRenew: true,
  accessTokenExpiringNotificationTimeInSeconds: 60,
  loadUserInfo: false,
  monitorSession: false,
  revokeTokensOnSignout: false,
});

function take(user: User | null): void {
  person.value = user ? personOf(user.access_token) : null;
  if (user) {
    expired.value = false;
    window.sessionStorage.setItem(WAS_SIGNED_IN, 'yes');
  }
}

manager.events.addUserLoaded(take);
manager.events.addAccessTokenExpired(() => {
  void renewed().then((token) => {
    expired.value = token === null;
  });
});

let renewing: Promise<string | null> | null = null;

/** One renewal at a time: a refresh token may be good for one use only. */
function renewed(): Promise<string | null> {
  renewing ??= manager
    .signinSilent()
    .then((user) => {
      take(user);
      return user?.access_token ?? null;
    })
    .catch(() => null)
    .finally(() => {
      renewing = null;
    });
  return renewing;
}

async function token(): Promise<string | null> {
  const user = await manager.getUser();
  if (!user) {
    return null;
  }
  if ((user.expires_in ?? 0) > RENEW_BEFORE_SECONDS) {
    return user.access_token;
  }
  const fresh = await renewed();
  expired.value = fresh === null;
  // Keycloak may be away for a moment while the old token still works.
  return fresh ?? (user.expired ? null : user.access_token);
}

useTokens({
  token,
  renewed: async () => {
    const fresh = await renewed();
    expired.value = fresh === null;
    return fresh;
  },
});

export function wasSignedIn(): boolean {
  return window.sessionStorage.getItem(WAS_SIGNED_IN) === 'yes';
}

/** Leaves the page for Keycloak; comes back to where the person was. */
export async function signIn(returnTo: string): Promise<void> {
  await manager.signinRedirect({ state: { returnTo } });
}

/** Ends the sign-in on the page that Keycloak returned to and says where the person wanted to go. */
export async function completeSignIn(): Promise<string> {
  const user = await manager.signinRedirectCallback();
  forgetOthersDrafts(user.profile.sub);
  take(user);
  const state = user.state as { returnTo?: unknown } | undefined;
  const returnTo = typeof state?.returnTo === 'string' ? state.returnTo : '/';
  // Only ways inside the console: a state from elsewhere must not lead elsewhere.
  return /^\/(?!\/)/.test(returnTo) ? returnTo : '/';
}

/** A sign-in that expired may be followed by that of the next person at this machine. */
function forgetOthersDrafts(userId: string): void {
  const before = window.sessionStorage.getItem(DRAFTS_OF);
  // Nobody's are somebody else's too.
  if (before !== userId) {
    forgetDrafts();
  }
  window.sessionStorage.setItem(DRAFTS_OF, userId);
}

/** What is to be done while the token still holds, such as sending what was typed; true when nothing is left to do. */
const beforeLeaving = new Set<() => Promise<boolean>>();

/** Returns how it is taken back. */
export function onSignOut(work: () => Promise<boolean>): () => void {
  beforeLeaving.add(work);
  return () => beforeLeaving.delete(work);
}

const LEAVE_WITHIN_MS = 3_000;

async function isAllSaved(): Promise<boolean> {
  const late = new Promise<false>((done) => window.setTimeout(() => done(false), LEAVE_WITHIN_MS));
  const works = Promise.all([...beforeLeaving].map((work) => work().catch(() => false)));
  return (await Promise.race([works.then((saved) => saved.every(Boolean)), late])) && !isAnythingUnsaved();
}

/**
 * False, and nobody is signed out, when something was typed that is safe nowhere else than in this tab.
 *
 * @param anyway it may be lost: the person has said so
 */
export async function signOut(anyway = false): Promise<boolean> {
  if (!anyway && !(await isAllSaved())) {
    return false;
  }
  // Drafts hold personal data of callers; the next person at this machine must not find them, not even what a page
  // writes while it is left.
  keepNothing();
  window.sessionStorage.clear();
  try {
    await manager.signoutRedirect();
  } catch (cause) {
    keepNothing(false);
    throw cause;
  }
  return true;
}
