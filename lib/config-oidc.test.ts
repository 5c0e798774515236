import { describe, expect, it } from 'vitest';
import { parseConfig } from '@/lib/config';

const least = {
  LAMBDECK_ADMIN_PASSWORD: 'long enough',
  LAMBDECK_OIDC_ISSUER: 'https://id.example/realms/team',
  LAMBDECK_OIDC_CLIENT_ID: 'lambdeck',
  LAMBDECK_OIDC_ROLES: 'ops=admin',
};
const rolesOf = (text: string) => [
  ...(parseConfig({ ...least, LAMBDECK_OIDC_ROLES: text }).oidc?.roleOfGroup ?? []),
];

describe('settings of the OpenID provider', () => {
  it('are absent until an issuer is set', () => {
    expect(parseConfig({}).oidc).toBeUndefined();
  });

  it('have defaults that refuse whom no group lets in', () => {
    expect(parseConfig(least).oidc).toEqual({
      issuer: 'https://id.example/realms/team',
      clientId: 'lambdeck',
      clientSecret: undefined,
      scopes: 'openid profile email',
      name: 'id.example',
      groupsClaim: 'groups',
      roleOfGroup: new Map([['ops', 'admin']]),
      defaultRole: undefined,
    });
  });

  it('read groups as pairs, with equals signs in their names, or as JSON', () => {
    expect(rolesOf(' ops=admin, CN=dev=developer ,staff=viewer,')).toEqual([
      ['ops', 'admin'],
      ['CN=dev', 'developer'],
      ['staff', 'viewer'],
    ]);
    expect(rolesOf('{"CN=ops,DC=example": "admin"}')).toEqual([['CN=ops,DC=example', 'admin']]);
  });

  it.each([
    ['an issuer without TLS', { LAMBDECK_OIDC_ISSUER: 'http://id.example' }, 'LAMBDECK_OIDC_ISSUER'],
    ['an issuer with a query', { LAMBDECK_OIDC_ISSUER: 'https://id.example/?a=b' }, 'LAMBDECK_OIDC_ISSUER'],
    ['an issuer with a password', { LAMBDECK_OIDC_ISSUER: 'https://a:b@id.example' }, 'LAMBDECK_OIDC_ISSUER'],
    ['no client', { LAMBDECK_OIDC_CLIENT_ID: '' }, 'LAMBDECK_OIDC_CLIENT_ID'],
    ['no local administrator', { LAMBDECK_ADMIN_PASSWORD: '' }, 'LAMBDECK_ADMIN_PASSWORD'],
    ['nobody who may come in', { LAMBDECK_OIDC_ROLES: '' }, 'nobody would get in'],
    ['a role that is none', { LAMBDECK_OIDC_ROLES: 'ops=emperor' }, 'viewer, developer, admin'],
    ['a group without a role', { LAMBDECK_OIDC_ROLES: 'ops' }, 'group=role'],
    ['a group twice', { LAMBDECK_OIDC_ROLES: 'ops=admin,ops=viewer' }, 'once each'],
    ['broken JSON', { LAMBDECK_OIDC_ROLES: '{"ops": admin}' }, 'LAMBDECK_OIDC_ROLES'],
    ['scopes without openid', { LAMBDECK_OIDC_SCOPES: 'profile email' }, 'must contain the scope openid'],
    ['a default role that is none', { LAMBDECK_OIDC_DEFAULT_ROLE: 'all' }, 'LAMBDECK_OIDC_DEFAULT_ROLE'],
    ['a name with a line break', { LAMBDECK_OIDC_NAME: 'Acme\nSSO' }, 'LAMBDECK_OIDC_NAME'],
    ['settings without an issuer', { LAMBDECK_OIDC_ISSUER: '' }, 'LAMBDECK_OIDC_ISSUER is not set'],
  ])('are refused with %s', (_what, change, words) => {
    expect(() => parseConfig({ ...least, ...change })).toThrow(words);
  });

  it('never repeats a secret that it refuses', () => {
    const secret = 'x'.repeat(5_000);
    const parse = () => parseConfig({ ...least, LAMBDECK_OIDC_CLIENT_SECRET: secret });
    expect(parse).toThrow('LAMBDECK_OIDC_CLIENT_SECRET');
    expect(parse).not.toThrow('xxx');
  });
});
