import "server-only";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { paths } from "@/lib/i18n/paths";
import { buyerAt } from "./buyer-request";
import { accountCtxOf, ctxOf, publicCtx } from "./ctx";
import type { CtxOf, Needs, SellerCtx, SessionCtx } from "./needs";
import { requireSeller, requireSession } from "./session";

/** No other system is shown a page. */
type PageNeeds = Exclude<Needs, { key: "channel" }>;

type Spec<N extends PageNeeds, Props> = {
  needs: N;
  show: (ctx: CtxOf<N>, props: Props) => ReactNode | Promise<ReactNode>;
};
type Page<Props> = ((props: Props) => Promise<ReactNode>) & { declared: { needs: PageNeeds } };

/** The buyer of the return that the address names; whoever has no link that opens it reads how to get one. */
async function requireBuyer(props: unknown) {
  const params = await (props as { params: Promise<{ portal?: string }> }).params;
  return (await buyerAt(params)) ?? redirect(paths.portalLost(String(params.portal)));
}

async function ctxFor(needs: PageNeeds, props: unknown) {
  if (needs === "public") return publicCtx();
  if (typeof needs === "object") return requireBuyer(props);
  if (needs !== "session") {
    const session = await requireSeller(needs);
    return { ...ctxOf(session), session } satisfies SellerCtx;
  }
  const session = await requireSession();
  return { ...accountCtxOf(session), session } satisfies SessionCtx;
}

/** A page: whoever may not see it is sent away before anything of it is read. */
export function page<const N extends PageNeeds, Props>({ needs, show }: Spec<N, Props>): Page<Props> {
  const shown = async (props: Props): Promise<ReactNode> => show((await ctxFor(needs, props)) as CtxOf<N>, props);
  return Object.assign(shown, { declared: { needs } });
}
