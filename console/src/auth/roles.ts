/** Role names of the identity realm that open a desk of the console. */
export type Role =
  | 'operator'
  | 'shift-lead'
  | 'screener'
  | 'dispatcher'
  | 'unit-desk'
  | 'clerk'
  | 'unit-leader'
  | 'reply-reviewer'
  | 'callback-agent'
  | 'callback-lead'
  | 'supervisor'
  | 'assessment-clerk'
  | 'leader'
  | 'grid-officer'
  | 'analyst'
  | 'catalogue-admin'
  | 'calendar-admin'
  | 'org-admin'
  | 'auditor'
  | 'system-admin';

/** Who is signed in, as the access token says; what a person may do is decided by the services. */
export interface Person {
  userId: string;
  login: string;
  name: string;
  roles: readonly string[];
  unit: string | null;
  unitPath: string | null;
  /** Where the cases of this person lie; null for the whole city. */
  gridPath: string | null;
}

export function hasAny(person: Person | null, roles: readonly Role[]): boolean {
  return person !== null && roles.some((role) => person.roles.includes(role));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function payload(jwt: string): Record<string, unknown> {
  const part = jwt.split('.')[1] ?? '';
  const base64 = part.replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}

/** Reads the claims for the screen only: the services check the signature and the rights. */
export function personOf(accessToken: string): Person {
  const claims = payload(accessToken);
  const access = claims.realm_access as { roles?: unknown } | undefined;
  const roles = Array.isArray(access?.roles)
    ? access.roles.filter((role): role is string => typeof role === 'string')
    : [];
  const family = text(claims.family_name) ?? '';
  const given = text(claims.given_name) ?? '';
  // Chinese names are written family name first and without a space.
  const chinese = /[\u3400-\u9fff]/.test(family + given);
  const joined = chinese ? family + given : `${given} ${family}`.trim();
  const login = text(claims.preferred_username) ?? text(claims.sub) ?? '';
  return {
    userId: text(claims.sub) ?? '',
    login,
    name: joined || text(claims.name) || login,
    roles,
    unit: text(claims.unit),
    unitPath: text(claims.unit_path),
    gridPath: text(claims.grid_path),
  };
}
