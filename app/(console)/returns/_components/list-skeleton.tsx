import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 10 }, (_, index) => `row-${index}`);

/** The list's shape while it is read: nothing moves when the rows come. */
export function ListSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("waiting")}>
      <Skeleton className="mb-8 h-9 w-52" />
      <Skeleton className="mb-3 h-10 w-full" />
      <Skeleton className="mb-3 h-11 w-full" />
      <div className="overflow-clip rounded-card border border-line bg-surface">
        <div className="h-9 bg-sunken max-lg:hidden" />
        {ROWS.map((row) => (
          <div key={row} className="flex h-22 items-center gap-6 border-line border-t px-4 max-lg:h-44">
            <Skeleton className="h-10 w-36" />
            <Skeleton className="h-10 flex-1" />
            <Skeleton className="h-10 w-24 max-lg:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
