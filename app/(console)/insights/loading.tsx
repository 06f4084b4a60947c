import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The page's shape while its figures are read. */
export default function InsightsLoading() {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("waiting")}>
      <Skeleton className="mb-6 h-9 w-44" />
      <Skeleton className="mb-4 h-14 w-full" />
      <Skeleton className="mb-5 h-20 w-full" />
      <Skeleton className="h-96 w-full" />
    </div>
  );
}
