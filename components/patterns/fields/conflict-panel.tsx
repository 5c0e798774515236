'use client';

import { lazy, Suspense } from 'react';
import type { ConflictPanelProps } from './conflict-panel-body';

// Few saves ever meet another one: the panel is loaded when it has something to say.
const Body = lazy(async () => {
  const { ConflictPanelBody } = await import('./conflict-panel-body');
  return { default: ConflictPanelBody };
});

/** Someone else saved meanwhile: theirs beside mine, and the two ways on. */
export function ConflictPanel(props: ConflictPanelProps) {
  return (
    <Suspense fallback={null}>
      <Body {...props} />
    </Suspense>
  );
}
