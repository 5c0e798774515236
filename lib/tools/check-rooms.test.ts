import { describe, expect, it } from 'vitest';
import { importsOf, problemsOf, roomOf, targetOf } from './check-rooms.ts';
import { rooms } from './rooms.ts';

const one = (file: string, text: string) => problemsOf(file, text).join('\n');

describe('the table of rooms', () => {
  it('lists only rooms that exist as doors', () => {
    const names = new Set([...rooms.map(({ name }) => name), '*']);
    const unknown = rooms.flatMap((room) => [...room.mayImport, ...(room.mayImportTypesOf ?? [])]);
    expect(unknown.filter((name) => !names.has(name))).toEqual([]);
  });

  it.each([
    ['app/api/health/route.ts', 'app/api'],
    ['app/sign-in/page.tsx', 'app'],
    ['components/ui/button.tsx', 'components/ui'],
    ['components/configuration/general/form.tsx', 'components/configuration'],
    ['lib/endpoint/runtimes/code/unpack.ts', 'endpoint/runtimes/code'],
    ['lib/endpoint/services/lambda/index.ts', 'endpoint/services'],
    ['lib/routes.ts', 'lib/routes'],
  ])('%s lives in %s', (file, room) => expect(roomOf(file)?.name).toBe(room));
});

describe('problemsOf', () => {
  it('passes a line that is in its room', () => {
    expect(
      one('lib/queries/functions.ts', `import 'server-only';\nimport { awsFor } from '@/lib/aws/clients';`),
    ).toBe('');
  });

  it('names the rooms a forbidden line should move to', () => {
    const text = one('components/functions/list.tsx', `\nimport { awsFor } from '@/lib/aws/clients';`);
    expect(text).toContain('components/functions/list.tsx:2 imports lib/aws');
    expect(text).toContain('belongs in app/api or lib/queries or lib/actions');
  });

  it('keeps sibling domains apart', () => {
    expect(one('components/test/panel.tsx', `import { a } from '../monitor/chart';`)).toContain(
      'components/monitor',
    );
  });

  it('lets a component import the types of a view model, and no value', () => {
    const file = 'components/functions/list.tsx';
    expect(one(file, `import type { Row } from '@/lib/queries/functions';`)).toBe('');
    expect(one(file, `import { type Row } from '@/lib/queries/functions';`)).toBe('');
    expect(one(file, `import { list } from '@/lib/queries/functions';`)).toContain('may not');
  });

  it('keeps the endpoint free of the console', () => {
    expect(
      one('lib/endpoint/services/lambda/rules/a.ts', `import { max } from '../../../../domain/limits.ts';`),
    ).toContain('imports lib/domain');
  });

  it('lets services meet only at their index', () => {
    const file = 'lib/endpoint/services/lambda/operations/create-function.ts';
    expect(one(file, `import { roles } from '../../iam/index.ts';`)).toBe('');
    expect(one(file, `import { find } from '../../iam/repository.ts';`)).toContain('services/iam/index.ts');
  });

  it('gives a large dependency one door', () => {
    expect(one('components/designer/canvas.tsx', `import { ReactFlow } from 'reactflow';`)).toBe('');
    expect(one('components/monitor/map.tsx', `import { ReactFlow } from 'reactflow';`)).toContain('one door');
    expect(one('lib/endpoint/http/listen.ts', `import { spawn } from 'node:child_process';`)).toContain(
      'endpoint/runtimes',
    );
  });

  it('makes SDK clients in one room, and lets commands be sent from queries', () => {
    const commands = `import 'server-only';\nimport { ListFunctionsCommand } from '@aws-sdk/client-lambda';`;
    expect(one('lib/queries/functions.ts', commands)).toBe('');
    const client = `import 'server-only';\nimport { LambdaClient } from '@aws-sdk/client-lambda';`;
    expect(one('lib/queries/functions.ts', client)).toContain('makes LambdaClient');
  });

  it('keeps pure rooms pure', () => {
    expect(one('lib/shared/a.ts', `import path from 'node:path';`)).toContain('is pure');
    expect(one('lib/domain/a.ts', `import { useState } from 'react';`)).toContain('is pure');
  });

  it('asks a module with server parts to say that it is one', () => {
    expect(one('lib/db/open.ts', `import fs from 'node:fs';\nexport const a = fs;`)).toContain(
      "import 'server-only'",
    );
    expect(one('lib/audit/events.ts', `export const events = ['a'];`)).toBe('');
  });

  it('refuses a file that no room owns', () => {
    expect(one('lib/helpers/a.ts', '')).toContain('no room owns this file');
  });
});

describe('importsOf', () => {
  it('finds statements, re-exports and dynamic imports with their lines', () => {
    const text = `import a from 'a';\nexport { b } from 'b';\nconst c = () => import('c');\nimport type { D } from 'd';`;
    expect(
      importsOf('x.ts', text).map(({ specifier, line, isTypeOnly }) => [specifier, line, isTypeOnly]),
    ).toEqual([
      ['a', 1, false],
      ['b', 2, false],
      ['c', 3, false],
      ['d', 4, true],
    ]);
  });
});

describe('targetOf', () => {
  it.each([
    ['@/lib/routes', 'lib/routes.ts'],
    ['../b', 'lib/b.ts'],
    ['./c.ts', 'lib/a/c.ts'],
  ])('resolves %s', (specifier, target) => expect(targetOf('lib/a/x.ts', specifier)).toBe(target));
  it('leaves packages alone', () => expect(targetOf('lib/a/x.ts', 'react')).toBeUndefined());
});
