"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { holdTraversal } from "./hold-traversal";
import { answerLeaving, askBefore, leaveQuestion } from "./leave-guard";

type Pending = { isOpen: boolean; question: string; leave: () => void };
const NOTHING: Pending = { isOpen: false, question: "", leave: () => undefined };

function holdLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !leadsAway(link) || leaveQuestion() === null) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    // A menu goes away under the question, and its links with it.
    askBefore(() => (link.isConnected ? link.click() : window.location.assign(link.href)));
  };
  document.addEventListener("click", onClick, { capture: true });
  return () => document.removeEventListener("click", onClick, { capture: true });
}

/** What is downloaded or opened beside it leaves the page where it is. */
const leadsAway = (link: HTMLAnchorElement): boolean =>
  link.target === "" &&
  !link.hasAttribute("download") &&
  !link.getAttribute("href")?.startsWith("#") &&
  !link.pathname.startsWith("/api/");

function holdUnload(): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (leaveQuestion() !== null) event.preventDefault();
  };
  window.addEventListener("beforeunload", onLeave);
  return () => window.removeEventListener("beforeunload", onLeave);
}

/** Asks what useLeaveGuard wants asked, once for the whole product, over whatever is open. */
export function LeaveQuestion() {
  const t = useTranslations("leaving");
  const stay = useRef<HTMLButtonElement>(null);
  const [pending, setPending] = useState(NOTHING);
  useEffect(() => {
    const ends = [
      answerLeaving((question, leave) => setPending({ isOpen: true, question, leave })),
      holdLinks(),
      holdTraversal(),
      holdUnload(),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  // The words stay while the dialog goes.
  const close = () => setPending((last) => ({ ...last, isOpen: false }));
  return (
    <Dialog
      isOpen={pending.isOpen}
      size="sm"
      onClose={close}
      title={t("title")}
      initialFocus={stay}
      footer={
        <>
          <Button
            onClick={() => {
              close();
              pending.leave();
            }}
          >
            {t("leave")}
          </Button>
          <Button ref={stay} variant="primary" onClick={close}>
            {t("stay")}
          </Button>
        </>
      }
    >
      <p>{pending.question}</p>
    </Dialog>
  );
}
