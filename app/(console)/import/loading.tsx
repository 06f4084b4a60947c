import { Skeleton } from "@/components/ui/skeleton";

/** The height of what is coming, so that nothing jumps. */
export default function Loading() {
  return (
    <div aria-busy="true">
      <Skeleton className="mb-2 h-9 w-40" />
      <Skeleton className="mb-4 h-5 w-96 max-w-full" />
      <Skeleton className="mb-4 h-96 w-full rounded-card" />
      <Skeleton className="h-48 w-full rounded-card" />
    </div>
  );
}
