import { Skeleton } from "@/components/ui/skeleton";

/** Stands where the fields of a dialog will be. */
export function LoadingBody() {
  return (
    <div className="flex flex-col gap-5" aria-hidden>
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  );
}
