/** Monaco itself, bundled by us and told where its workers are. Loaded only by a dynamic import. */
import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/csharp/register';
import 'monaco-editor/languages/definitions/css/register';
import 'monaco-editor/languages/definitions/go/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/java/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/ruby/register';
import 'monaco-editor/languages/definitions/rust/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/xml/register';
import 'monaco-editor/languages/definitions/yaml/register';
import 'monaco-editor/languages/features/json/register';
import { applyCodeTheme, watchTheme } from './code-theme';

// The bundler finds a worker only where the literal `new URL()` stands inside `new Worker()`.
function createWorker(_id: string, label: string): Worker {
  if (label === 'json') {
    return new Worker(new URL('monaco-editor/languages/features/json/json.worker.js', import.meta.url), {
      type: 'module',
    });
  }
  return new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' });
}

self.MonacoEnvironment = { getWorker: createWorker };

// Without this the loader would fetch Monaco from a public CDN. The build we hand it has no `lsp` member,
// which the wrapper never touches.
loader.config({ monaco: monaco as unknown as typeof import('monaco-editor') });

applyCodeTheme(monaco);
watchTheme(() => applyCodeTheme(monaco));

export { monaco };
