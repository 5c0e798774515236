// Rules of our own for ESLint: each one holds an accident that has happened to somebody.

/** Text of a string or of the fixed parts of a template. */
function textOf(node) {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateElement') return node.value.cooked ?? undefined;
  return undefined;
}

const palette =
  'slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose';
const rawColour = new RegExp(`(?:^|[\\s:])(?:[a-z]+-)+(?:${palette})-\\d{2,3}(?:$|[\\s/])`);
const hexColour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![0-9a-z_-])/i;
const bracketed = /(?:^|[\s:])-?[a-z]+(?:-[a-z]+)*-\[[^\]]+\](?![:/\]])/;

const roleTokensOnly = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { raw: '"{{text}}" is {{what}}. Name a role or a step of the tokens.' },
  },
  create(context) {
    const check = (node) => {
      const text = textOf(node);
      if (text === undefined) return;
      const what =
        (rawColour.test(text) && 'a palette class') ||
        (bracketed.test(text) && 'a bracketed value') ||
        (isColourPlace(node) && hexColour.test(text) && 'a hex colour');
      if (what) context.report({ node, messageId: 'raw', data: { text: text.slice(0, 60), what } });
    };
    return { Literal: check, TemplateElement: check };
  },
};

/** A `#` begins many harmless things (ids, anchors); it is a colour where something is styled. */
function isColourPlace(node) {
  const name = (node.parent?.type === 'JSXAttribute' ? node.parent.name?.name : node.parent?.key?.name) ?? '';
  return /colou?r|fill|stroke|background|border|class|style|shadow/i.test(String(name));
}

const isProcess = (node) => node.type === 'Identifier' && node.name === 'process';

const noEnvironment = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      read: 'Settings are read in lib/config.ts (console) and lib/endpoint/config.ts (endpoint) only.',
    },
  },
  create(context) {
    return {
      MemberExpression(node) {
        const isEnv =
          node.property.type === 'Identifier' && node.property.name === 'env' && isProcess(node.object);
        if (isEnv && !isNoSetting(node)) context.report({ node, messageId: 'read' });
      },
    };
  },
};

/** NODE_ENV and NEXT_RUNTIME are written by the builder, PATH is a fact about the machine: none is a setting. */
function isNoSetting(node) {
  const outer = node.parent;
  if (outer?.type !== 'MemberExpression') return false;
  return ['NODE_ENV', 'NEXT_RUNTIME', 'PATH'].includes(outer.property.name ?? outer.property.value);
}

const noSleepInTests = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sleep: 'A test waits for a condition, never for time: use expect.poll, vi.waitFor or a locator.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = node.callee.type === 'MemberExpression' ? node.callee.property.name : node.callee.name;
        if (['waitForTimeout', 'sleep', 'delay'].includes(name)) context.report({ node, messageId: 'sleep' });
        if (name === 'setTimeout' && isAwaitedSleep(node)) context.report({ node, messageId: 'sleep' });
      },
    };
  },
};

/** `new Promise((resolve) => setTimeout(resolve, ms))`, or timers/promises awaited. */
function isAwaitedSleep(node) {
  if (node.parent?.type === 'AwaitExpression') return true;
  const [callback] = node.arguments;
  if (callback?.type !== 'Identifier') return false;
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type === 'NewExpression') return outer.callee.name === 'Promise';
    if (outer.type === 'FunctionDeclaration') return false;
  }
  return false;
}

const noExclusiveTests = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { only: 'A test that runs alone, or not at all, hides the others. Remove .{{name}}.' },
  },
  create(context) {
    return {
      MemberExpression(node) {
        const name = node.property.name;
        const isTestCall =
          node.object.type === 'Identifier' && ['it', 'test', 'describe'].includes(node.object.name);
        const isSwitch = ['only', 'fixme'].includes(name) || (name === 'skip' && !hasCondition(node));
        if (isTestCall && isSwitch) context.report({ node, messageId: 'only', data: { name } });
      },
    };
  },
};

/** `test.skip(condition, reason)` says why; `test.skip('name', …)` hides a test. */
function hasCondition(node) {
  const call = node.parent;
  return (
    call?.type === 'CallExpression' && call.arguments.length === 2 && call.arguments[0].type !== 'Literal'
  );
}

const reasonForDisabling = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { reason: 'Say after "--" why the rule does not hold here.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: 'reason' });
          }
        }
      },
    };
  },
};

const noShellStrings = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      shell: 'A value inside a shell string runs as code. Use spawn or execFile with an argument list.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = node.callee.type === 'MemberExpression' ? node.callee.property.name : node.callee.name;
        const [command] = node.arguments;
        const hasValue = command?.type === 'TemplateLiteral' && command.expressions.length > 0;
        if (name === 'execSync' && hasValue) context.report({ node, messageId: 'shell' });
      },
      Property(node) {
        const isShell =
          node.key.name === 'shell' && node.value.type === 'Literal' && node.value.value === true;
        if (isShell) context.report({ node, messageId: 'shell' });
      },
    };
  },
};

export const lambdeck = {
  rules: {
    'role-tokens-only': roleTokensOnly,
    'no-environment': noEnvironment,
    'no-sleep-in-tests': noSleepInTests,
    'no-exclusive-tests': noExclusiveTests,
    'reason-for-disabling': reasonForDisabling,
    'no-shell-strings': noShellStrings,
  },
};
