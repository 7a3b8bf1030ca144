import { describe, expect, it } from 'vitest';
import { hasAny, personOf } from '../src/auth/roles';
import { desksOf, firstDesk } from '../src/shell/navigation';

function token(claims: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `x.${base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}.x`;
}

const clerk = personOf(
  token({
    sub: 'u1',
    preferred_username: 'clerk',
    family_name: '演示',
    given_name: '城管经办人',
    realm_access: { roles: ['clerk', 'default-roles-hotline'] },
    unit: 'cg',
    unit_path: '/center/cg',
  }),
);

describe('a person', () => {
  it('is read from the access token, Chinese names family name first', () => {
    expect(clerk).toMatchObject({ userId: 'u1', name: '演示城管经办人', unit: 'cg', unitPath: '/center/cg' });
    const english = personOf(token({ sub: 'u2', given_name: 'Ann', family_name: 'Other' }));
    expect(english.name).toBe('Ann Other');
    expect(english.roles).toEqual([]);
  });

  it('finds the desks of the own roles and starts at the own one', () => {
    expect(desksOf(clerk).map((desk) => desk.path)).toEqual([
      '/knowledge',
      '/workbench',
      '/reply-templates',
      '/deputies',
      '/scoring',
      '/disputes',
      '/orders',
      '/instructions',
      '/notices',
      '/ranking',
    ]);
    expect(firstDesk(clerk)).toBe('/workbench');
    expect(hasAny(clerk, ['dispatcher'])).toBe(false);
    expect(desksOf(clerk, true).map((desk) => desk.path)).toContain('/endorsements');
    expect(desksOf(null)).toEqual([]);
    expect(firstDesk({ ...clerk, roles: ['calendar-admin'] })).toBe('/calendar');
    expect(firstDesk({ ...clerk, roles: ['org-admin'] })).toBe('/admin/units');
    expect(firstDesk({ ...clerk, roles: ['catalogue-admin'] })).toBe('/admin/catalogue');
    expect(firstDesk({ ...clerk, roles: ['auditor'] })).toBe('/desk/access-log');
    expect(desksOf({ ...clerk, roles: ['assessment-clerk'] }).map((desk) => desk.path)).toContain('/supervision/units');
    expect(firstDesk({ ...clerk, roles: [] })).toBeNull();
  });

  it('who works for a grid is not offered what is of the whole city', () => {
    const paths = (of: string | null, role: string) =>
      desksOf({ ...clerk, roles: [role], gridPath: of }).map((desk) => desk.path);
    const place = personOf(token({ sub: 'u3', grid_path: '/3702/370281' })).gridPath;
    expect(paths(null, 'leader')).toContain('/ranking');
    expect(paths(place, 'leader')).not.toContain('/ranking');
    expect(paths(place, 'leader')).toContain('/cockpit');
    expect(paths(null, 'unit-leader')).toContain('/departures');
    expect(paths(place, 'unit-leader')).not.toContain('/departures');
    expect(paths(place, 'operator')).toEqual(expect.not.arrayContaining(['/desk/incidents', '/desk/import']));
    expect(paths(place, 'operator')).toContain('/desk/register');
  });
});
