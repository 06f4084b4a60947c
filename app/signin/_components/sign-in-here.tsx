"use client";

import { SignInForm } from "@/components/sign-in-form";
import { postSignIn } from "../actions";

/** Signs in and leads on, by a whole new page: nothing drawn before signing in may stay. */
export function SignInHere({ next }: { next: string }) {
  return (
    <SignInForm
      action={postSignIn}
      onSignedIn={() => {
        window.location.replace(next);
        // The form stays busy until the new page is there.
        return new Promise(() => undefined);
      }}
    >
      <input type="hidden" name="next" value={next} />
    </SignInForm>
  );
}
