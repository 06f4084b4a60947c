import "server-only";
import { refresh, updateTag } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { ActionAnswer, ActionRefusal, Envelope } from "@/lib/kernel/action-answer";
import type { Posted } from "@/lib/kernel/posted";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Permission } from "@/lib/policy/permissions";
import { type AccountCtx, accountCtxOf, type Ctx, ctxOf, type PublicCtx, publicCtx } from "./ctx";
import { type DeclaredAction, declareAction } from "./declared-action";
import { refusalOf } from "./failure";
import { fieldErrors } from "./field-errors";
import { guardOrigin, guardSession, guardWrite } from "./guard";
import { cameBack, sellerIn } from "./native";
import { postedInput } from "./posted-input";
import type { SellerSession, Session } from "./session";

/** What an action can make stale; a cached read names the same word. */
const TAGS = ["returns", "imports", "bulkActs", "channels", "addresses", "people"] as const;
type Tag = (typeof TAGS)[number];

const tagOf = (sellerId: string, tag: Tag): string => `${tag}:${sellerId}`;

type Seller = Ctx & { session: SellerSession };
type Account = AccountCtx & { session: Session };

type Spec<Who, Schema extends z.ZodType, Output> = {
  /** What the log calls it. */
  name: string;
  /** The verb's own schema. */
  input: Schema;
  run: (ctx: Who, input: z.output<Schema>) => Promise<Result<Output, Refusal>>;
  /** What a success makes stale; the open page is drawn again. Left out, nothing is: the act only looks. */
  touches?: (input: z.output<Schema>, output: Output) => readonly Tag[];
};
/** Called by a script with what is asked, or by the browser's own post of a form whose fields are named as the input is. */
type Action<Schema extends z.ZodType, Output> = ((before: Posted, form: FormData) => Promise<Posted>) &
  ((envelope: Envelope<z.input<Schema>>) => Promise<ActionAnswer<Output>>);

const envelopeSchema = z.object({ sellerId: z.uuid().nullable(), input: z.unknown() });

/** An unknown key is somebody trying: an object schema is closed even where its author forgot. */
const closed = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodObject ? schema.strict() : schema);

function declare<Who extends object, Schema extends z.ZodType, Output>(
  spec: Spec<Who, Schema, Output>,
  { seam, needs }: Pick<DeclaredAction, "seam" | "needs">,
  guard: (sellerId: string | null) => Promise<Result<Who, ActionRefusal>>,
): Action<Schema, Output> {
  const schema = closed(spec.input) as z.ZodType<z.output<Schema>>;
  const attempt = async (raw: unknown): Promise<ActionAnswer<Output>> => {
    const envelope = envelopeSchema.safeParse(raw);
    const guarded = await guard(envelope.data?.sellerId ?? null);
    if (!guarded.ok) return guarded;
    const parsed = schema.safeParse(envelope.data?.input, { reportInput: true });
    if (!parsed.success) return refuse({ code: "invalid", fields: fieldErrors(parsed.error) });
    const answer = await spec.run(guarded.value, parsed.data);
    if (!answer.ok || !spec.touches) return answer;
    const sellerId = envelope.data?.sellerId;
    if (sellerId) for (const tag of spec.touches(parsed.data, answer.value)) updateTag(tagOf(sellerId, tag));
    refresh();
    return answer;
  };
  const answerTo = async (raw: unknown): Promise<ActionAnswer<Output>> => {
    try {
      return await attempt(raw);
    } catch (error) {
      unstable_rethrow(error);
      return refuse(refusalOf(error, spec.name));
    }
  };
  const act = async (raw: unknown, form?: unknown) =>
    form instanceof FormData
      ? cameBack(await answerTo({ sellerId: sellerIn(form), input: postedInput(spec.input, form) }), form)
      : answerTo(raw);
  return declareAction(act as Action<Schema, Output>, { name: spec.name, seam, needs, input: schema });
}

/** An act on the chosen seller: own origin, a session that counts, the permission, the seller the form was drawn for. */
export const action = <Schema extends z.ZodType, Output>(
  spec: Spec<Seller, Schema, Output> & { needs: Permission },
): Action<Schema, Output> =>
  declare(spec, { seam: "seller", needs: spec.needs }, async (sellerId) => {
    const guarded = await guardWrite(spec.needs, sellerId);
    return guarded.ok ? ok({ ...ctxOf(guarded.value), session: guarded.value }) : guarded;
  });

/** An act on one's own account or session, whatever the seller. */
export const accountAction = <Schema extends z.ZodType, Output>(
  spec: Spec<Account, Schema, Output>,
): Action<Schema, Output> =>
  declare(spec, { seam: "account", needs: null }, async () => {
    const guarded = await guardSession();
    return guarded.ok ? ok({ ...accountCtxOf(guarded.value), session: guarded.value }) : guarded;
  });

/** An act open to anybody who sends it from our own pages; its verb has to guard itself. */
export const publicAction = <Schema extends z.ZodType, Output>(
  spec: Spec<PublicCtx, Schema, Output>,
): Action<Schema, Output> =>
  declare(spec, { seam: "public", needs: null }, async () => {
    const guarded = await guardOrigin();
    return guarded.ok ? ok(publicCtx()) : guarded;
  });
