"use client";

import { signOut } from "next-auth/react";
import { paths } from "@/lib/i18n/paths";

/** Ends the session here and on the server, then shows the sign-in page. */
export const leave = (): void => void signOut({ callbackUrl: paths.signIn() });
