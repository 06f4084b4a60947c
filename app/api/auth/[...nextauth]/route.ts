import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { guardOrigin } from "@/lib/platform/guard";
import { readBody } from "@/lib/platform/read-body";
import { refusedResponse } from "@/lib/platform/refused-response";
import { authOptions } from "@/lib/team/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What the sign-in form and the menu use; next-auth's own pages and its session endpoint stay shut. */
const OPEN = { GET: ["csrf", "providers"], POST: ["callback/credentials", "signout"] } as const;

/** An address and a password. */
const SIGN_IN_BYTES = 16 * 1024;

const handle = async (request: NextRequest, context: Context): Promise<Response> => {
  const wanted = (await context.params).nextauth.join("/");
  const open: readonly string[] = request.method === "POST" ? OPEN.POST : OPEN.GET;
  if (!open.includes(wanted)) return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request, context);
};

export const GET = handle;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const guarded = await guardOrigin();
  if (!guarded.ok) return Response.json(guarded.refusal, { status: 403 });
  const sent = await readBody(request, SIGN_IN_BYTES);
  if (!sent.ok) return refusedResponse(sent.refusal);
  const { url, headers } = request;
  return handle(new NextRequest(url, { method: "POST", headers, body: sent.value }), context);
}
