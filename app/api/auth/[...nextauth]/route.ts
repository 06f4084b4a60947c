import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth";
import { guardOrigin } from "@/lib/guard";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What the sign-in form and the menu use; next-auth's own pages and its session endpoint stay shut. */
const OPEN = { GET: ["csrf", "providers"], POST: ["callback/credentials", "signout"] } as const;

const handle = async (request: Request, context: Context): Promise<Response> => {
  const wanted = (await context.params).nextauth.join("/");
  const open: readonly string[] = request.method === "POST" ? OPEN.POST : OPEN.GET;
  if (!open.includes(wanted)) return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request, context);
};

export const GET = handle;

export async function POST(request: Request, context: Context): Promise<Response> {
  const guarded = await guardOrigin();
  return guarded.ok ? handle(request, context) : Response.json(guarded.refusal, { status: 403 });
}
