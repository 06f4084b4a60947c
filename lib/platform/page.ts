import "server-only";
import type { ReactNode } from "react";
import { accountCtxOf, ctxOf, publicCtx } from "./ctx";
import type { CtxOf, Needs, SellerCtx, SessionCtx } from "./needs";
import { requireSeller, requireSession } from "./session";

/** No other system is shown a page. */
type PageNeeds = Exclude<Needs, object>;

type Spec<N extends PageNeeds, Props> = {
  needs: N;
  show: (ctx: CtxOf<N>, props: Props) => ReactNode | Promise<ReactNode>;
};
type Page<Props> = ((props: Props) => Promise<ReactNode>) & { declared: { needs: PageNeeds } };

async function ctxFor(needs: PageNeeds) {
  if (needs === "public") return publicCtx();
  if (needs !== "session") {
    const session = await requireSeller(needs);
    return { ...ctxOf(session), session } satisfies SellerCtx;
  }
  const session = await requireSession();
  return { ...accountCtxOf(session), session } satisfies SessionCtx;
}

/** A page: whoever may not see it is sent away before anything of it is read. */
export function page<const N extends PageNeeds, Props>({ needs, show }: Spec<N, Props>): Page<Props> {
  const shown = async (props: Props): Promise<ReactNode> => show((await ctxFor(needs)) as CtxOf<N>, props);
  return Object.assign(shown, { declared: { needs } });
}
