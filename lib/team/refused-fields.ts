import { type Refusal, refuse } from "@/lib/kernel/result";
import type { PasswordFault } from "@/lib/platform/password";

type Judged = Refusal | { code: "bad_password"; fault: PasswordFault };
type Names = { code?: string; email?: string; password: string; current?: string };

/** A refusal that concerns one field of a form, said at that field; others pass as they are. */
export function refusedField(refusal: Judged, names: Names): { ok: false; refusal: Refusal } {
  const at = (name: string | undefined, code: string) =>
    name ? refuse<Refusal>({ code: "invalid", fields: { [name]: [code] } }) : refuse<Refusal>(refusal);
  switch (refusal.code) {
    case "bad_email":
    case "email_taken":
      return at(names.email, refusal.code);
    case "wrong_setup_code":
      return at(names.code, refusal.code);
    case "bad_password":
      return at(names.password, `password_${String(refusal.fault)}`);
    case "wrong_password":
      return at(names.current, refusal.code);
    default:
      return refuse<Refusal>(refusal);
  }
}
