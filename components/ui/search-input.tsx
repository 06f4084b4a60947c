"use client";

import { clsx } from "clsx";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { CONTROL_CLASS } from "./input";
import { useAriaKeys } from "./shortcut";

type SearchInputProps = {
  label: string;
  placeholder?: string;
  /** What is searched now; give the component a key of it so that Back shows the old words. */
  defaultValue?: string;
  /** Enter (but not one that ends an input-method composition), or clearing. */
  onCommit: (text: string) => void;
  className?: string;
};

/** The search of a page: "/" puts the focus here. */
export function SearchInput({ label, placeholder, defaultValue = "", onCommit, className }: SearchInputProps) {
  const t = useTranslations("common");
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(defaultValue);
  const ariaKeys = useAriaKeys("/");
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key === "Process") return;
    if (event.key === "Enter") {
      event.preventDefault();
      onCommit(event.currentTarget.value.trim());
    }
    if (event.key === "Escape") event.currentTarget.blur();
  };
  const clear = () => {
    setText("");
    onCommit("");
    input.current?.focus();
  };
  return (
    <search className={clsx("relative flex min-w-0", className)}>
      <Search aria-hidden size={16} className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-subtle" />
      <input
        ref={input}
        data-search
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-keyshortcuts={ariaKeys}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className={clsx(CONTROL_CLASS, "h-8 px-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {text !== "" && (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={clear}
          className="absolute inset-y-0 end-0 flex w-9 items-center justify-center rounded-control text-subtle hover:text-fg"
        >
          <X aria-hidden size={16} />
        </button>
      )}
    </search>
  );
}
