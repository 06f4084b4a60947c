"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { pollAnswer, refusalIn } from "@/components/fetch-answer";
import { setSignedOutGate } from "@/components/signed-out-gate";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { lazily } from "@/components/ui/lazily";
import { leaveFreely } from "@/components/ui/leave-guard";
import { notify } from "@/components/ui/notify";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { ok, refuse } from "@/lib/kernel/result";
import { postSignIn } from "../../signin/actions";

const SignInForm = lazily(() => import("@/components/sign-in-form").then((module) => module.SignInForm));

const NOTICE = "signed-out";

const whoIsHere = () => pollAnswer<{ email: string }>("/api/session");

const isSignedOut = (): Promise<boolean> =>
  whoIsHere().then(
    () => false,
    (error: unknown) => refusalIn(error).code === "signed_out",
  );

/** What was typed is another person's: it is not asked for, because it cannot be sent any more. */
const load = () => leaveFreely(() => window.location.reload());

/** Signing in over the page when its session has ended: nothing typed goes away, and what was refused goes on. */
export function SignInAgain({ email }: { email: string }) {
  const t = useTranslations("signedOut");
  const [isOpen, setOpen] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  const waiting = useRef<((isBack: boolean) => void)[]>([]);
  const isHinted = useRef(false);
  const body = useRef<HTMLDivElement>(null);

  const end = (isBack: boolean) => {
    setOpen(false);
    for (const go of waiting.current.splice(0)) go(isBack);
    if (!isBack || !isHinted.current) return;
    isHinted.current = false;
    notify({ id: NOTICE, title: t("done"), tone: "success" });
  };
  const open = () => {
    setOpen(true);
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  };
  /** The server says who is back; an address can be typed in more than one way. */
  const look = async (): Promise<ActionAnswer<null>> => {
    try {
      const { email: found } = await whoIsHere();
      if (found === email) end(true);
      else setOther(found);
      return ok(null);
    } catch {
      return refuse({ code: "unreachable" });
    }
  };
  const gate = useEffectEvent(() => ({
    open,
    hint: async () => {
      if (isHinted.current || isOpen) return;
      isHinted.current = true;
      // What was asked before signing in again may be refused after it.
      if (!(await isSignedOut())) {
        isHinted.current = false;
        return;
      }
      const action = { label: t("signIn"), onPress: () => void open() };
      notify({ id: NOTICE, title: t("hint"), description: t("hintBody"), tone: "critical", action });
    },
  }));
  const lookIfAsked = useEffectEvent(() => {
    if (document.visibilityState === "visible" && (isOpen || isHinted.current)) void look();
  });
  useEffect(() => setSignedOutGate({ open: () => gate().open(), hint: () => void gate().hint() }), []);
  useEffect(() => {
    const onVisible = () => lookIfAsked();
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("focus", onVisible);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("focus", onVisible);
    };
  }, []);

  if (other !== null)
    return (
      <Dialog
        isOpen
        size="sm"
        onClose={load}
        title={t("other.title")}
        footer={
          <Button variant="primary" onClick={load}>
            {t("other.load")}
          </Button>
        }
      >
        <p className="break-words">{t("other.body", { email, other })}</p>
      </Dialog>
    );
  return (
    <Dialog
      isOpen={isOpen}
      size="sm"
      onClose={() => end(false)}
      title={t("title")}
      description={t("intro")}
      initialFocus={() => body.current?.querySelector<HTMLElement>("[type=password]") ?? true}
    >
      <div ref={body}>
        <SignInForm email={email} action={postSignIn} onSignedIn={look} />
        <p className="mt-3 text-center text-muted text-small">{t("note")}</p>
      </div>
    </Dialog>
  );
}
