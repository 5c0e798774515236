'use client';

import { useState } from 'react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { routes } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';

/** An edit form that is refused when saved. */
export function DesignForm({ now }: { now: number }) {
  const [memory, setMemory] = useState('1024');
  const [description, setDescription] = useState('Validates the cart and starts payment');
  const isWrong = !(Number(memory) >= 128);
  return (
    <FormFrame
      changes={
        memory === '512'
          ? []
          : [
              {
                id: 'memory',
                label: 'Memory',
                from: '512 MB',
                to: `${memory} MB`,
                note: 'CPU grows with memory: 0.58 vCPU.',
                onUndo: () => setMemory('512'),
              },
            ]
      }
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: `aws lambda update-function-configuration \\\n  --function-name orders-checkout \\\n  --memory-size ${memory}`,
        },
      ]}
      problems={isWrong ? ['Memory (MB)'] : []}
      onReset={() => setMemory('512')}
      onSave={() =>
        Promise.resolve(
          refuse({
            kind: 'conflict',
            message: 'The function changed since it was read: revision 5f0c1b77 is no longer current.',
            operation: 'lambda:UpdateFunctionConfiguration',
            awsErrorName: 'PreconditionFailedException',
            requestId: 'c0a1f6de-7b43-4f0f-9a5e-1d2b77e0a914',
            at: new Date(now).toISOString(),
          }),
        )
      }
      cancelHref={routes.settings()}
      doneHref={routes.settings()}
      doneFlash={{ kind: 'success', title: 'Saved.' }}
      basedOn={{ revision: '5f0c1b77-9a12', readAt: new Date(now - 41_000).toISOString() }}
      notes={
        <Note tone="info" title="Managed by stack orders-service.">
          The next deployment of the stack sets this value back.
        </Note>
      }
    >
      <TextField
        label="Description"
        optional
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        hint={`${description.length} of 256 characters`}
      />
      <NumberField
        label="Memory (MB)"
        value={memory}
        onChange={(event) => setMemory(event.target.value)}
        changed={memory !== '512'}
        error={isWrong ? '128 MB or more' : undefined}
        hint="128 to 10,240 MB, in steps of 1 MB"
      />
    </FormFrame>
  );
}
