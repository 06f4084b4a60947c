export type SignInError =
  | { code: "bad_credentials" }
  | { code: "locked"; until: Date }
  | { code: "database_down" | "unexpected"; reference: string };

/** The one line that next-auth carries from the server to the form. */
export const signInError = ({ code, until, reference }: Record<string, unknown>): string =>
  JSON.stringify({ code, until, reference });

/** The same line read back; next-auth's own words ("CredentialsSignin") are a refusal without a reason. */
export function readSignInError(text: string): SignInError {
  const said = parsed(text);
  const until = new Date(String(said?.until));
  if (said?.code === "locked" && !Number.isNaN(until.getTime())) return { code: "locked", until };
  if (said?.code !== "database_down" && said?.code !== "unexpected") return { code: "bad_credentials" };
  const reference = String(said.reference ?? "");
  return { code: said.code, reference: reference.length <= 20 ? reference : "" };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
