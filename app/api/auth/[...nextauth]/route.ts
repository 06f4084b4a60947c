import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { route } from "@/lib/platform/route";
import { type Answer, theirs } from "@/lib/platform/route-answer";
import { bytesBody } from "@/lib/platform/route-body";
import { authOptions } from "@/lib/team/auth";

/** An address and a password. */
const SIGN_IN_BYTES = 16 * 1024;

/** The endpoints that are open of next-auth's; its own pages and its session endpoint stay shut. */
const open = (...paths: [string, ...string[]]) =>
  z.object({ nextauth: z.array(z.string()).refine((parts) => paths.includes(parts.join("/"))) });

const answer = async (request: NextRequest, params: { nextauth: string[] }): Promise<Answer> =>
  theirs(await NextAuth(authOptions())(request, { params: Promise.resolve(params) }));

/** What the sign-in form asks for first. */
export const GET = route({
  name: "auth.asked",
  needs: "public",
  params: open("csrf", "providers"),
  run: ({ request }, { params }) => answer(new NextRequest(request), params),
});

/** Signing in and out. */
export const POST = route({
  name: "auth.sent",
  needs: "public",
  params: open("callback/credentials", "signout"),
  body: bytesBody(SIGN_IN_BYTES),
  run: ({ request: { url, headers } }, { params, body }) =>
    answer(new NextRequest(url, { method: "POST", headers, body }), params),
});
