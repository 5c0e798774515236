import { describe, expect, it } from 'vitest';
import { groupsOf, nameOf, roleOf } from '@/lib/oidc/person';

describe('groupsOf', () => {
  it.each<[Record<string, unknown>, string, string[]]>([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ groups: 'a' }, 'groups', ['a']],
    [{ groups: ['a', 7, null, { name: 'b' }] }, 'groups', ['a']],
    [{ groups: { a: true } }, 'groups', []],
    [{}, 'groups', []],
    [{ realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    [{ realm_access: 'a' }, 'realm_access.roles', []],
    [{ 'https://acme.example/groups': ['a'] }, 'https://acme.example/groups', ['a']],
    [{}, 'constructor.name', []],
  ])('of %o by %s are %o', (claims, claim, groups) => {
    expect(groupsOf(claims, claim)).toEqual(groups);
  });
});

describe('roleOf', () => {
  const roleOfGroup = new Map([
    ['ops', 'admin'],
    ['dev', 'developer'],
    ['staff', 'viewer'],
  ] as const);
  it.each([
    [['staff', 'ops', 'dev'], undefined, 'admin'],
    [['dev', 'staff'], undefined, 'developer'],
    [['OPS'], undefined, undefined],
    [[], undefined, undefined],
    [[], 'viewer', 'viewer'],
    [['dev'], 'viewer', 'developer'],
  ] as const)('of %o with the default %s is %s', (groups, defaultRole, role) => {
    expect(roleOf(groups, { roleOfGroup, defaultRole })).toBe(role);
  });
});

describe('nameOf', () => {
  it.each([
    [{ sub: '1', preferred_username: 'ada', email: 'a@b.example', name: 'Ada' }, 'ada'],
    [{ sub: '1', preferred_username: '', email: 'a@b.example' }, 'a@b.example'],
    [{ sub: '1', preferred_username: 7, name: '山田 太郎' }, '山田 太郎'],
    [{ sub: '1' }, '1'],
    [{ sub: '1', preferred_username: 'a\u202eda\n\u0000 l' }, 'a da l'],
    [{ sub: '1', preferred_username: '😀'.repeat(100) }, '😀'.repeat(64)],
  ])('of %o is %s', (claims, name) => {
    expect(nameOf(claims)).toBe(name);
  });
});
