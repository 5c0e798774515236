'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 2_000;
/** Ten minutes: what takes longer is looked at when somebody comes back. */
const looksMax = 300;

/** Reads the page again by itself while something on it is about to change. */
export function LookAgain(props: { isChanging: boolean }) {
  const router = useRouter();
  const { isChanging } = props;
  useEffect(() => {
    if (!isChanging) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > looksMax) clearInterval(timer);
      else router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isChanging, router]);
  return null;
}
