import type { ReactNode } from "react";
import { DatabaseDownView } from "@/components/database-down-view";
import { SellerScope } from "@/components/use-action";
import { db } from "@/db";
import { countOpenHandovers } from "@/db/queries/handover-channels";
import { withSeller } from "@/db/tenant";
import { isDatabaseDown } from "@/lib/database-down";
import { getSession } from "@/lib/session";
import { JobNewsProvider } from "./_jobs/job-news";
import { Shell } from "./_shell/shell";

/** The session, or that the database which holds it cannot be reached; anything else is a bug and goes on up. */
async function readSession() {
  try {
    return await getSession();
  } catch (error) {
    if (isDatabaseDown(error)) return "database_down";
    throw error;
  }
}

const COUNTED_AT_MOST = 100;

/** How much there is to hand over, for its entry; nothing while the database cannot be reached. */
async function readHandoverCount(sellerId: string): Promise<string | undefined> {
  try {
    const count = await withSeller(db, sellerId, (tx) => countOpenHandovers(tx, sellerId, COUNTED_AT_MOST));
    if (count === 0) return undefined;
    return count < COUNTED_AT_MOST ? String(count) : `${COUNTED_AT_MOST - 1}+`;
  } catch (error) {
    if (isDatabaseDown(error)) return undefined;
    throw error;
  }
}

/** Navigation only: pages guard themselves, so without a session there is just nothing around them. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await readSession();
  if (session === "database_down") return <DatabaseDownView />;
  if (session === null) return children;
  const { user, seller, sellers, permissions } = session;
  const canRead = seller !== null && permissions.includes("returns:read");
  const shell = (
    <Shell
      handoverCount={canRead ? await readHandoverCount(seller.id) : undefined}
      viewer={{
        name: user.name,
        email: user.email,
        sellerName: seller?.name ?? null,
        canSwitchSeller: user.isSupport || sellers.length > 1,
        permissions: seller === null ? [] : permissions,
      }}
    >
      {children}
    </Shell>
  );
  return (
    <SellerScope sellerId={seller?.id ?? null}>
      {seller !== null && permissions.includes("returns:bulk") ? <JobNewsProvider>{shell}</JobNewsProvider> : shell}
    </SellerScope>
  );
}
