const CODES = ["bad_credentials", "locked", "database_down", "unexpected"] as const;

export type SignInError = { code: (typeof CODES)[number]; until?: Date; reference?: string };

/** The one line that next-auth carries from the server to the form. */
export const signInError = ({ code, until, reference }: Record<string, unknown>): string =>
  JSON.stringify({ code, until, reference });

/** The same line read back; next-auth's own words ("CredentialsSignin") are a refusal without a reason. */
export function readSignInError(text: string): SignInError {
  const said = parsed(text);
  const code = CODES.find((known) => known === said?.code);
  if (!code) return { code: "bad_credentials" };
  const until = new Date(String(said?.until));
  const reference = said?.reference;
  return {
    code,
    ...(Number.isNaN(until.getTime()) ? {} : { until }),
    ...(typeof reference === "string" && reference.length <= 20 ? { reference } : {}),
  };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
