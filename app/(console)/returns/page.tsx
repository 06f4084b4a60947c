import type { Metadata } from "next";
import { Suspense } from "react";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { ListSkeleton } from "./_components/list-skeleton";
import { ManageReturns } from "./_components/manage-returns";
import { listTitle } from "./list-title";
import { loadList } from "./load-list";

type Props = PageProps<"/returns">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: await listTitle(await loadList(await searchParams)) };
}

/** Manage Returns. Who may not see it is sent away before the first byte; then the list may take its time. */
async function ReturnsPage(_: SellerCtx, { searchParams }: Props) {
  return (
    <Suspense fallback={<ListSkeleton />}>
      <ManageReturns loading={searchParams.then(loadList)} />
    </Suspense>
  );
}

export default page({ needs: "returns:read", show: ReturnsPage });
