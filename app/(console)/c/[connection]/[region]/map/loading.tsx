import { Skeleton } from '@/components/ui/skeleton';

/** The map in its real measures while it is read. */
export default function AccountMapLoading() {
  return (
    <div className="flex min-h-sheet flex-col gap-16 px-inset pt-12" aria-busy>
      <Skeleton className="h-16 w-nav" />
      <Skeleton className="h-32 w-review" />
      <Skeleton className="h-32 w-full" />
      <Skeleton className="h-split w-full" />
    </div>
  );
}
