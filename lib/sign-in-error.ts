import { z } from "zod";

const schema = z.object({
  code: z.enum(["bad_credentials", "locked", "database_down", "unexpected"]),
  until: z.coerce.date().optional(),
  reference: z.string().max(20).optional(),
});
export type SignInError = z.infer<typeof schema>;

/** The one line that next-auth carries from the server to the form. */
export const signInError = ({ code, until, reference }: Record<string, unknown>): string =>
  JSON.stringify({ code, until, reference });

/** The same line read back; next-auth's own words ("CredentialsSignin") are a refusal without a reason. */
export function readSignInError(text: string): SignInError {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return { code: "bad_credentials" };
  }
}
