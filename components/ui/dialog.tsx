"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { DialogProps } from "./dialog-panel";
import { lazily } from "./lazily";
import { dialogOpened } from "./open-dialogs";

const DialogPanel = lazily(() => import("./dialog-panel").then((module) => module.DialogPanel));

/** A dialog, of which nothing exists until it is first open. */
export function Dialog(props: DialogProps) {
  const { isOpen } = props;
  const opener = useRef<Element>(null);
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  // Counted from the press on: no key that is typed while it is fetched is a shortcut.
  useLayoutEffect(() => (isOpen ? dialogOpened() : undefined), [isOpen]);
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
