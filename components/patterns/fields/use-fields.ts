'use client';

import { useState } from 'react';
import type { Basis } from '@/lib/domain/basis';
import { useBasis } from './use-basis';
import type { FieldTexts } from './field-spec';

/**
 * State of a form made of field specs: what was saved, what is typed, what AWS refused. `proposed` values stand in
 * the fields as if they were typed.
 */
export function useFields<Name extends string>(
  latest: Basis<FieldTexts<Name>>,
  proposed?: Partial<FieldTexts<Name>>,
) {
  const basis = useBasis(latest);
  const [typed, setTyped] = useState<FieldTexts<Name>>({ ...latest.values, ...proposed });
  const [refusal, setRefusal] = useState<{ field: Name; message: string }>();
  return {
    ...basis,
    saved: basis.basis.values,
    values: typed,
    refusal,
    setRefusal,
    change(part: Partial<FieldTexts<Name>>) {
      setTyped((current) => ({ ...current, ...part }));
      setRefusal(undefined);
    },
  };
}

export type FieldsState<Name extends string> = ReturnType<typeof useFields<Name>>;
