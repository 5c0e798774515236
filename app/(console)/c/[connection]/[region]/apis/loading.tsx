import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 12 }, (_, index) => index);

/** The list in its real measures while it is read. */
export default function ApisLoading() {
  return (
    <div className="flex flex-col gap-16 px-inset pt-12" aria-busy>
      <Skeleton className="h-16 w-nav" />
      <Skeleton className="h-32 w-review" />
      <Skeleton className="h-32 w-full" />
      <div className="flex flex-col gap-8">
        {rows.map((row) => (
          <Skeleton key={row} className="h-24 w-full" />
        ))}
      </div>
    </div>
  );
}
