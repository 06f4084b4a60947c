"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { PreviewState } from "@/lib/terms/previews";
import { ImpactSummary } from "../../../_components/impact-summary";
import { usePreview } from "../../../_components/use-preview";

/** The sums of a preview, followed while it runs; the list comes with the page that is drawn when it has ended. */
export function FollowPreview({ preview }: { preview: PreviewState }) {
  const router = useRouter();
  const { data } = usePreview(preview.id, preview);
  const hasEnded = preview.state === "running" && data?.state !== "running";
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);
  return <ImpactSummary preview={data ?? preview} />;
}
