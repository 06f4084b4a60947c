"use client";

import {
  type ComponentType,
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useState,
} from "react";
import { whenIdle } from "./when-idle";

export type MenuEntry = {
  key: string;
  label: ReactNode;
  /** A second line: what it does, or why it cannot be done now. */
  hint?: ReactNode;
  icon?: ReactNode;
  shortcut?: string;
  /** Stays in the list and can be reached; the hint says why it does nothing. */
  isDisabled?: boolean;
  isDanger?: boolean;
  /** Marks the current choice of a set. */
  isChecked?: boolean;
} & ({ href: string; onSelect?: never } | { onSelect: () => void; href?: never });

export type MenuSection = { key: string; label?: ReactNode; entries: readonly MenuEntry[] };

export type MenuProps = {
  /** The button that opens it, with its words; it must hand on its props (Button, IconButton do). */
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  sections: readonly MenuSection[];
  align?: "start" | "end";
  side?: "top" | "bottom";
};

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
