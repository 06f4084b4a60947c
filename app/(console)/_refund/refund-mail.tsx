"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { fetchAnswer } from "@/components/fetch-answer";
import type { Marketplace } from "@/components/returns/marketplace";
import { Skeleton } from "@/components/ui/skeleton";
import type { RefundInput } from "@/lib/refunds/refund-input";
import type { RefundPreview } from "@/lib/refunds/refund-preview";
import { LoadFailure } from "../returns/_dialogs/load-failure";

/** What the buyer reads once the refund is made, word for word as the server writes it. */
export function RefundMail({ input, marketplace }: { input: RefundInput; marketplace: Marketplace }) {
  const t = useTranslations("refund.reads");
  const query = useQuery({
    queryKey: ["refund-mail", input],
    queryFn: ({ signal }) =>
      fetchAnswer<RefundPreview>("/api/refunds/letter", {
        signal,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      }),
  });
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton className="h-32 w-full" />;
  const { mail } = query.data;
  if (!mail) return <p className="text-muted text-small">{t("nothing", { marketplace })}</p>;
  return (
    <section aria-label={t("title")} className="rounded-card border border-line">
      <h3 className="border-line border-b px-3 py-2 text-muted text-small">
        {mail.to === null ? t("noAddress") : t("title")}
      </h3>
      <div dir="auto" lang={mail.language} className="px-3 py-2 text-small">
        <p className="font-medium">{mail.subject}</p>
        <p className="mt-2 whitespace-pre-line break-words">{mail.text}</p>
      </div>
    </section>
  );
}
