'use client';

import { useState } from 'react';

/** True from the first time that `value` is: what is opened once stays mounted, so that it can close gently. */
export function useWasTrue(value: boolean): boolean {
  const [wasTrue, setWasTrue] = useState(value);
  if (value && !wasTrue) setWasTrue(true);
  return wasTrue || value;
}
