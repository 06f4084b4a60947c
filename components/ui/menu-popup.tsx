"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { type HTMLAttributes, type ReactElement, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { InDialogContext } from "./in-dialog-context";
import { Link } from "./link";
import { Shortcut } from "./shortcut";

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

/** A menu that was just asked for: it stands open, and from then on its own button opens and closes it. */
export function MenuPopup({ trigger, sections, align = "end", side = "bottom" }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  // The press that asked for it fell on a button that stood in for this one.
  useEffect(() => {
    if (isPressed.current) return;
    isPressed.current = true;
    button.current?.focus({ preventScroll: true });
    button.current?.click();
  }, []);
  return (
    <Base.Root>
      <Base.Trigger ref={button} render={trigger} />
      <Sheet sections={sections} align={align} side={side} />
    </Base.Root>
  );
}

type AnchoredMenuProps = {
  /** The button beside which it opens, and which has the focus again when it closes. */
  anchor: HTMLElement;
  sections: readonly MenuSection[];
  onClose: () => void;
};

/** One menu for many buttons: it stands open at the one that asked for it. */
export function AnchoredMenu({ anchor, sections, onClose }: AnchoredMenuProps) {
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    anchor.setAttribute("aria-expanded", "true");
    return () => anchor.removeAttribute("aria-expanded");
  }, [anchor]);
  return (
    <Base.Root open={isOpen} onOpenChange={setOpen} onOpenChangeComplete={(is) => !is && onClose()}>
      <Sheet sections={sections} align="end" side="bottom" anchor={anchor} />
    </Base.Root>
  );
}

type SheetProps = Required<Pick<MenuProps, "sections" | "align" | "side">> & { anchor?: HTMLElement };

function Sheet({ sections, align, side, anchor }: SheetProps) {
  const isInDialog = useContext(InDialogContext);
  // Inside <main> the menu stays within a landmark; inside a dialog it must stay in the dialog.
  const main = isInDialog || typeof document === "undefined" ? undefined : document.getElementById("main");
  return (
    <Base.Portal {...(main ? { container: main } : {})}>
      <Base.Positioner
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        className="z-50 outline-none"
        {...(anchor && { anchor })}
      >
        <Base.Popup
          {...(anchor && { finalFocus: () => anchor })}
          className={clsx(
            "max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-card border border-line bg-surface p-1 text-fg shadow-pop outline-none",
            "origin-(--transform-origin) transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0",
          )}
        >
          {sections.map((section, index) => (
            <Base.Group key={section.key} className={clsx(index > 0 && "mt-1 border-line border-t pt-1")}>
              {section.label && (
                <Base.GroupLabel className="px-2 py-1 font-medium text-micro text-subtle">
                  {section.label}
                </Base.GroupLabel>
              )}
              {section.entries.map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </Base.Group>
          ))}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  const className = clsx(
    "flex w-full cursor-default items-start gap-2 rounded-badge px-2 py-1.5 outline-none data-highlighted:bg-sunken pointer-coarse:min-h-11 pointer-coarse:items-center",
    "forced-colors:data-highlighted:outline-2",
    entry.isDanger && !entry.isDisabled && "text-danger",
    entry.isDisabled && "text-subtle",
  );
  const content = (
    <>
      {entry.icon && <span className="mt-0.5 flex shrink-0 text-subtle">{entry.icon}</span>}
      <span className="min-w-0 flex-1">
        <span className="block">{entry.label}</span>
        {entry.hint && <span className="block text-small text-subtle">{entry.hint}</span>}
      </span>
      {entry.shortcut && <Shortcut of={entry.shortcut} />}
      {entry.isChecked && <Check aria-hidden size={16} className="mt-0.5 shrink-0 text-accent" />}
    </>
  );
  if (entry.href !== undefined) {
    return (
      <Base.LinkItem
        closeOnClick
        className={className}
        render={<Link href={entry.href} aria-current={entry.isChecked || undefined} />}
      >
        {content}
      </Base.LinkItem>
    );
  }
  if (entry.isChecked !== undefined) {
    return (
      <Base.CheckboxItem
        closeOnClick
        className={className}
        checked={entry.isChecked}
        disabled={entry.isDisabled}
        onCheckedChange={() => entry.onSelect()}
      >
        {content}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item className={className} disabled={entry.isDisabled} onClick={() => entry.onSelect()}>
      {content}
    </Base.Item>
  );
}
