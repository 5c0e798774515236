/** A large dependency has one door: changing it should change one folder. */
export interface Door {
  /** Package names or `node:` modules, as prefixes. */
  readonly packages: readonly string[];
  readonly rooms: readonly string[];
  /** Narrower than a room where the door is one module of it. */
  readonly files?: RegExp;
}

export const doors: readonly Door[] = [
  { packages: ['reactflow', '@xyflow/'], rooms: ['components/designer'] },
  { packages: ['monaco-editor', '@monaco-editor/'], rooms: ['components/patterns'], files: /\/editor\// },
  { packages: ['@base-ui/'], rooms: ['components/ui'] },
  { packages: ['better-auth'], rooms: ['lib/auth'] },
  { packages: ['libsql'], rooms: ['lib/db', 'endpoint/store'] },
  { packages: ['@smithy/', '@aws-sdk/core'], rooms: ['endpoint/wire', 'lib/aws'] },
  { packages: ['node:child_process'], rooms: ['endpoint/runtimes', 'lib/tools', 'e2e'] },
  { packages: ['@playwright/', 'playwright', 'axe-core'], rooms: ['e2e', 'lib/tools'] },
];
