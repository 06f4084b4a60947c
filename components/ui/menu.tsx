"use client";

import { type ComponentType, cloneElement, useState } from "react";
import type { MenuProps } from "./menu-popup";
import { whenIdle } from "./when-idle";

export type { MenuEntry, MenuSection } from "./menu-popup";

let popup: ComponentType<MenuProps> | null = null;

async function fetchPopup(): Promise<ComponentType<MenuProps>> {
  popup ??= (await import("./menu-popup")).MenuPopup;
  return popup;
}
whenIdle(fetchPopup);

/** A button with a menu, of which nothing but the button exists until it is first asked for. */
export function Menu(props: MenuProps) {
  const { trigger } = props;
  const [isAsked, setAsked] = useState(false);
  const Popup = isAsked ? popup : null;
  if (Popup) return <Popup {...props} />;
  const expect = () => void fetchPopup();
  const open = () => void fetchPopup().then(() => setAsked(true));
  return cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: expect,
    onFocus: expect,
    onClick: open,
    onKeyDown: (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      open();
    },
  });
}
