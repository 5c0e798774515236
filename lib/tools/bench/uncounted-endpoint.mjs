// The endpoint as it would be if it neither logged, counted, traced nor limited calls: what the bench compares with.
import { run } from '../../endpoint/assembly/run.ts';

process.exit(await run({ samples: '' }, 'off'));
