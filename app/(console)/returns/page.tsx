import type { Metadata } from "next";
import { Suspense } from "react";
import { requireSeller } from "@/lib/platform/session";
import { ListSkeleton } from "./_components/list-skeleton";
import { ManageReturns } from "./_components/manage-returns";
import { listTitle } from "./list-title";
import { loadList } from "./load-list";

type Props = PageProps<"/returns">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: await listTitle(await loadList(await searchParams)) };
}

/** Manage Returns. Who may not see it is sent away before the first byte; then the list may take its time. */
export default async function ReturnsPage({ searchParams }: Props) {
  await requireSeller("returns:read");
  return (
    <Suspense fallback={<ListSkeleton />}>
      <ManageReturns loading={searchParams.then(loadList)} />
    </Suspense>
  );
}
