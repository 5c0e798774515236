import { Loader } from 'lucide-react';

/** Something is going on. Decorative: the words beside it say what. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <Loader aria-hidden size={size} strokeWidth={1.75} className="shrink-0 animate-spin" />;
}
