// The query thread where the endpoint runs from its sources: a thread does not inherit the loader of its program.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
