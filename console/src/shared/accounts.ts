import { shallowRef } from 'vue';
import { dispatch } from '../api/dispatch';
import { intake } from '../api/intake';
import { reporting } from '../api/reporting';
import { hasAny, type Role } from '../auth/roles';
import { person } from '../auth/session';
import { language } from '../i18n';

export type AccountService = 'intake' | 'dispatch' | 'reporting';

interface Account {
  id: string;
  login?: string | null;
  name?: string | null;
}

/** Who may ask; a unit learns of nobody at the centre, and goes on reading what it read. */
const READERS: Record<AccountService, readonly Role[]> = {
  intake: ['operator', 'shift-lead', 'screener', 'dispatcher', 'supervisor', 'auditor'],
  dispatch: ['supervisor', 'auditor', 'catalogue-admin', 'org-admin'],
  reporting: ['assessment-clerk', 'supervisor', 'leader'],
};

const SERVICES = { intake, dispatch, reporting };

const MOST_AT_ONCE = 100;
/** A name that was not known is written within seconds of the first act of its account. */
const ASKED_AGAIN_AFTER_MS = 30_000;

const known = shallowRef<ReadonlyMap<string, Account>>(new Map());
const askedAt = new Map<string, number>();
const waiting = new Set<string>();

const keyOf = (service: AccountService, id: string): string => `${service} ${id}`;

async function learn(service: AccountService, ids: string[]): Promise<void> {
  try {
    const { items } = await SERVICES[service].accounts(ids);
    const all = new Map(known.value);
    items.forEach((account: Account) => all.set(keyOf(service, account.id), account));
    known.value = all;
  } catch {
    // The page says all but the name.
  }
}

function askForWaiting(): void {
  for (const service of Object.keys(SERVICES) as AccountService[]) {
    const begin = keyOf(service, '');
    const ids = [...waiting].filter((key) => key.startsWith(begin)).map((key) => key.slice(begin.length));
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
      void learn(service, ids.slice(at, at + MOST_AT_ONCE));
    }
  }
  waiting.clear();
}

/** All that a page shows at once is asked for at once. */
function ask(service: AccountService, id: string): void {
  const key = keyOf(service, id);
  const now = Date.now();
  if (now - (askedAt.get(key) ?? 0) < ASKED_AGAIN_AFTER_MS) {
    return;
  }
  askedAt.set(key, now);
  if (waiting.size === 0) {
    queueMicrotask(askForWaiting);
  }
  waiting.add(key);
}

/**
 * Whose account stands there: 王示例（8012）. To be used in a template, which shows it as soon as the service has said it.
 *
 * @param service the one that wrote the account down
 * @param otherwise what is shown as long as nobody knows the name: the account as it is written
 */
export function accountName(service: AccountService, id: string | null | undefined, otherwise?: string): string {
  if (!id) {
    return otherwise ?? '—';
  }
  if (!hasAny(person.value, READERS[service])) {
    return otherwise ?? id;
  }
  const account = known.value.get(keyOf(service, id));
  if (!account) {
    ask(service, id);
    return otherwise ?? id;
  }
  const { login, name } = account;
  if (!name || !login || name === login) {
    return name || login || (otherwise ?? id);
  }
  return language.value === 'zh' ? `${name}（${login}）` : `${name} (${login})`;
}
