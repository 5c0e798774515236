'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ConsoleError } from '@/lib/domain/console-error';

interface Revision {
  readonly revisionId: string | undefined;
}

/**
 * Keeps what a form was filled from while the server may hold something newer. `latest` is the page's current
 * reading: it changes when the page is read again, after a refused save for instance.
 */
export function useBasis<Basis extends Revision>(latest: Basis) {
  const router = useRouter();
  const [basis, setBasis] = useState(latest);
  const [isSaved, setIsSaved] = useState(false);
  return {
    basis,
    /** What is saved now, when that is not what the form was filled from. */
    newer: !isSaved && latest.revisionId !== basis.revisionId ? latest : undefined,
    moveTo: setBasis,
    /** A save of ours makes a new revision, too: that one is no conflict. */
    markSaved: () => setIsSaved(true),
    /** True for the refusal of an old revision; reads the page again, so that `newer` is there. */
    takesConflict(error: ConsoleError): boolean {
      // Where AWS has no revision, our own action compares and names this field.
      const isOurs = error.kind === 'conflict' && error.field === 'revision';
      if (error.awsErrorName !== 'PreconditionFailedException' && !isOurs) return false;
      router.refresh();
      return true;
    },
  };
}
