import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DatabaseDownView } from "@/components/database-down-view";
import { MayExportScope } from "@/components/export-link";
import { OwnReasonNames } from "@/components/returns/reason-name";
import { SellerScope } from "@/components/use-action";
import { countOpenHandovers } from "@/lib/handovers/handover-channels";
import { isDatabaseDown } from "@/lib/platform/database-down";
import { readTogether } from "@/lib/platform/read-together";
import { getSession } from "@/lib/platform/session";
import { type OwnNames, ownNamesOf } from "@/lib/policy/judging/reason-names";
import { listReasons } from "@/lib/reasons/reasons";
import { BulkActNewsProvider } from "./_bulk-acts/bulk-act-news";
import { PauseBanner } from "./_pause/pause-banner";
import { type Paused, readPause } from "./_pause/read-pause";
import { Shell } from "./_shell/shell";
import { SignInAgain } from "./_shell/sign-in-again";
import { VisitStrip } from "./_visit/visit-strip";

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

type Frame = { handoverCount: string | undefined; pause: Paused | null; reasonNames: OwnNames };
const NO_FRAME: Frame = { handoverCount: undefined, pause: null, reasonNames: {} };

/** What stands around every page: how much there is to hand over, whether automation is paused, what reasons are called. */
async function readFrame(sellerId: string): Promise<Frame> {
  try {
    const locale = await getLocale();
    const [count, pause, reasons] = await readTogether(sellerId, (tx) =>
      Promise.all([
        countOpenHandovers(tx, sellerId, COUNTED_AT_MOST),
        readPause(tx, sellerId),
        listReasons(tx, sellerId, "return"),
      ]),
    );
    const shown = count < COUNTED_AT_MOST ? String(count) : `${COUNTED_AT_MOST - 1}+`;
    return { handoverCount: count === 0 ? undefined : shown, pause, reasonNames: ownNamesOf(reasons, locale) };
  } catch (error) {
    if (isDatabaseDown(error)) return NO_FRAME;
    throw error;
  }
}

/** Navigation only: pages guard themselves, so without a session there is just nothing around them. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await readSession();
  if (session === "database_down") return <DatabaseDownView />;
  if (session === null) return children;
  const { user, seller, sellers, permissions, visitUntil } = session;
  const canRead = seller !== null && permissions.includes("returns:read");
  const { handoverCount, pause, reasonNames } = canRead ? await readFrame(seller.id) : NO_FRAME;
  const shell = (
    <Shell
      handoverCount={handoverCount}
      viewer={{
        name: user.name,
        email: user.email,
        sellerName: seller?.name ?? null,
        isDemo: seller?.isDemo ?? false,
        canSwitchSeller: user.isSupport || sellers.length > 1,
        permissions: seller === null ? [] : permissions,
      }}
    >
      {visitUntil && seller && <VisitStrip seller={seller.name} until={visitUntil} />}
      {pause && <PauseBanner pause={pause} canResume={permissions.includes("settings:write")} />}
      <OwnReasonNames names={reasonNames}>{children}</OwnReasonNames>
    </Shell>
  );
  return (
    <SellerScope sellerId={seller?.id ?? null}>
      <MayExportScope may={permissions.includes("data:export")}>
        {seller !== null && permissions.includes("returns:bulk") ? (
          <BulkActNewsProvider>{shell}</BulkActNewsProvider>
        ) : (
          shell
        )}
        <SignInAgain email={user.email} />
      </MayExportScope>
    </SellerScope>
  );
}
