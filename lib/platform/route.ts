import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Export } from "@/lib/policy/events/exports";
import { toldCsv } from "./audit/told-csv";
import { buyerAt } from "./buyer-request";
import { addressKey } from "./client-address";
import { accountCtxOf, ctxOf, type PublicCtx, publicCtx } from "./ctx";
import { hasHungUp } from "./database-down";
import { refusalOf } from "./failure";
import { guardOrigin, guardRead, guardWrite } from "./guard";
import { knowKey } from "./keys";
import type { BuyerCtx, CtxOf, KeyCtx, Needs, SellerCtx, SessionCtx } from "./needs";
import { type Answered, redirected, refusedResponse, responseOf } from "./route-answer";
import type { Body } from "./route-body";
import { getSession } from "./session";

type AnyCtx = SellerCtx | SessionCtx | KeyCtx | BuyerCtx | OpenCtx;
/** What anybody may ask may need all that was sent: a library answers it. */
type OpenCtx = PublicCtx & { request: Request };
type RouteCtx<N extends Needs> = N extends "public" ? OpenCtx : CtxOf<N>;

/** What a route says of itself; nothing of it is repeated by hand in what runs. */
type Declaration = {
  /** What the log calls it. */
  name: string;
  needs: Needs;
  /** It changes something, for the seller of the page that asks (`?seller=`); what only looks needs no such name. */
  writes?: true;
  /** A file of what belongs to buyers or members: it needs `data:export` too, and the shop's audit tells of it so. */
  exports?: Export;
  /** What of the address cannot be read names nothing, and is not found. */
  params?: z.ZodType;
  query?: z.ZodType;
  body?: Body<unknown>;
};

type Spec<N extends Needs, Params extends z.ZodType, Query extends z.ZodType, Sent> = Declaration & {
  needs: N;
  params?: Params;
  query?: Query;
  body?: Body<Sent>;
  /** For what opens in a tab of its own: a refusal in words, where a person would else read JSON. */
  sentence?: (refusal: Refusal) => Promise<string>;
  run: (
    ctx: RouteCtx<N>,
    asked: { params: z.output<Params>; query: z.output<Query>; body: Sent },
  ) => Promise<Answered> | Answered;
};

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
export type Route = ((request: Request, context?: Context) => Promise<Response>) & { declared: Declaration };

const READS = new Set(["GET", "HEAD"]);

const isOfKey = (needs: Needs): needs is { key: "channel" } => typeof needs === "object" && "key" in needs;
const isOfBuyer = (needs: Needs): needs is { buyer: "return" } => typeof needs === "object" && "buyer" in needs;

async function letIn(
  spec: Declaration,
  request: Request,
  context: Context | undefined,
  query: URLSearchParams,
): Promise<Result<AnyCtx, ActionRefusal>> {
  const { needs, writes, exports: taken } = spec;
  // What another system posts comes from no page of ours, and brings no cookie that it could misuse.
  if (!READS.has(request.method) && !isOfKey(needs)) {
    const origin = await guardOrigin();
    if (!origin.ok) return origin;
  }
  if (isOfBuyer(needs)) {
    const buyer = await buyerAt(await context?.params);
    return buyer ? ok(buyer) : refuse({ code: "not_found" });
  }
  if (isOfKey(needs)) {
    const ctx = publicCtx();
    const { headers } = request;
    const from = addressKey(headers.get("x-forwarded-for") ?? "");
    const known = await knowKey(ctx.db, { shown: headers.get("authorization"), from, now: ctx.now });
    return known.ok ? ok({ ...ctx, ...known.value }) : known;
  }
  if (needs === "public") return ok({ ...publicCtx(), request });
  if (needs === "session") {
    const session = await getSession();
    return session ? ok({ ...accountCtxOf(session), session }) : refuse({ code: "signed_out" });
  }
  const guarded = writes ? await guardWrite(needs, query.get("seller")) : await guardRead(needs);
  if (!guarded.ok) return guarded;
  const session = guarded.value;
  // Whoever may read a file with people's data still has to be one who may take it away.
  if (taken && !session.permissions.includes("data:export")) return refuse({ code: "forbidden", needs: "data:export" });
  return ok({ ...ctxOf(session), session });
}

/** An id in a query that is none names nothing; anything else that cannot be read is a fault of who asks. */
const unreadable = ({ issues }: z.ZodError): Refusal =>
  issues.every((issue) => issue.code === "invalid_format" && issue.format === "uuid")
    ? { code: "not_found" }
    : { code: "invalid" };

type Asked = { params: unknown; query: unknown; body: unknown };

async function read(
  { params, query, body, writes }: Declaration,
  request: Request,
  context: Context | undefined,
  given: URLSearchParams,
): Promise<Result<Asked, Refusal>> {
  const named = params?.safeParse(await context?.params);
  if (named && !named.success) return refuse({ code: "not_found" });
  const asked = query?.safeParse(Object.fromEntries([...given].filter(([key]) => !writes || key !== "seller")));
  if (asked && !asked.success) return refuse(unreadable(asked.error));
  const sent = await body?.read(request);
  if (sent && !sent.ok) return sent;
  return ok({ params: named?.data, query: asked?.data, body: sent?.value });
}

/**
 * One address of the product: who may ask, what is taken and what is answered. Guards first, then what was sent, and a
 * body only within its limit; what it throws stays in the log under a reference.
 */
export function route<const N extends Needs, Params extends z.ZodType, Query extends z.ZodType, Sent>(
  spec: Spec<N, Params, Query, Sent>,
): Route {
  const attempt = async (request: Request, context: Context | undefined): Promise<Response | Refusal> => {
    const { searchParams } = new URL(request.url);
    const guarded = await letIn(spec, request, context, searchParams);
    if (!guarded.ok) return guarded.refusal;
    const asked = await read(spec, request, context, searchParams);
    if (!asked.ok) return asked.refusal;
    const ctx = guarded.value as RouteCtx<N>;
    const answer = await spec.run(ctx, asked.value as Parameters<typeof spec.run>[1]);
    if (!("as" in answer)) return answer.refusal;
    if (answer.as !== "csv" || !spec.exports) return responseOf(answer);
    const { db, sellerId, actor } = guarded.value as SellerCtx;
    const taking = { what: spec.exports, filter: answer.filter };
    return responseOf({ ...answer, rows: toldCsv({ db, sellerId, actor }, answer.rows, taking) });
  };
  const handle = async (request: Request, context?: Context): Promise<Response> => {
    const answer = await attempt(request, context).catch((error: unknown) => {
      unstable_rethrow(error);
      // Nobody is there to read an answer.
      return hasHungUp(error) ? refuse({ code: "invalid" }).refusal : refusalOf(error, spec.name);
    });
    if (answer instanceof Response) return answer;
    const isRead = request.headers.get("accept")?.includes("text/html");
    // Whose cookie is over reads how to get in again, and no JSON.
    if (isRead && isOfBuyer(spec.needs) && answer.code === "not_found") {
      const { portal } = (await context?.params) ?? {};
      return responseOf(redirected(paths.portalLost(String(portal))));
    }
    return refusedResponse(answer, spec.sentence && isRead ? await spec.sentence(answer) : null);
  };
  return Object.assign(handle, { declared: spec });
}
