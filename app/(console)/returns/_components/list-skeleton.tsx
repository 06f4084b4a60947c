import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The list's shape while it is read: nothing moves when the rows come. */
export function ListSkeleton() {
  const t = useTranslations("common");
  return (
    <div data-full-width role="status" aria-label={t("waiting")}>
      <div className="flex h-11 items-center md:-mt-2 md:h-13">
        <Skeleton className="h-7 w-52" />
      </div>
      <Skeleton className="h-9 w-full" />
      <Skeleton className="mt-2.5 h-6.5 w-full" />
      <Skeleton className="my-2.5 h-8 w-full" />
      <div className="-mx-4 border-line border-t bg-surface md:-mx-5">
        <div className="h-8 bg-sunken max-md:hidden" />
        <div className="rows-to-come motion-safe:animate-pulse" />
      </div>
    </div>
  );
}
