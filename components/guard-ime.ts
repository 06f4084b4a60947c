"use client";

import type { KeyboardEvent } from "react";

/** For a form's onKeyDown: the Enter that ends a word in an input method does not send the form. */
export function guardIme(event: KeyboardEvent<HTMLFormElement>): void {
  // 229 is how some browsers report a key that the input method has swallowed.
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}
