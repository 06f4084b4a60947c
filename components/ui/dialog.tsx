"use client";

import type { DialogPopupProps } from "@base-ui/react/dialog";
import { type FormEventHandler, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { lazily } from "./lazily";
import { dialogOpened } from "./open-dialogs";

const DialogPanel = lazily(() => import("./dialog-panel").then((module) => module.DialogPanel));

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** A sentence under the title, read with it. */
  description?: ReactNode;
  children: ReactNode;
  /** Buttons; they stay in sight while the body scrolls. The main one comes last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** What is going on now, announced from inside the dialog and shown beside the buttons. */
  status?: string | undefined;
  /** Makes body and footer one form. */
  onSubmit?: FormEventHandler<HTMLFormElement>;
  /** Where the focus starts; by default the first control of the body. */
  initialFocus?: DialogPopupProps["initialFocus"];
  /** Where the focus goes afterwards; by default back to what opened it, or to the page's heading when that is gone. */
  finalFocus?: DialogPopupProps["finalFocus"];
};

/** A dialog, of which nothing exists until it is first open. */
export function Dialog(props: DialogProps) {
  const { isOpen } = props;
  const opener = useRef<Element>(null);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  // Counted from the press on: no key that is typed while it is fetched is a shortcut.
  useEffect(() => (isOpen ? dialogOpened() : undefined), [isOpen]);
  // A dialog whose contents arrive later forgets by itself who opened it.
  useLayoutEffect(() => {
    if (isOpen) opener.current = openerOf(document.activeElement);
  }, [isOpen]);
  return wasOpen && <DialogPanel {...props} opener={opener} />;
}

/** An entry of a menu goes away with its menu: what opened that stands for it. */
function openerOf(element: Element | null): Element | null {
  const button = element?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return button ? document.getElementById(button) : element;
}
