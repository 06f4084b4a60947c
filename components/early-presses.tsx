import { headers } from "next/headers";

/**
 * Keeps a button that is pressed before React answers, and presses it again, once, when EarlyPressesReplay says that it
 * does. Without it the browser would send the form by itself: the page comes back, and what was typed is gone. A form that
 * the server takes as the browser sends it (React's own field says so) is let go, unless it is held.
 */
const KEEP = `(() => {
  const pressed = new Set();
  const keep = (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button || (button.type === "submit" && button.form?.matches(":not([data-held]):has([name^='$ACTION'])"))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed.add(button);
  };
  addEventListener("click", keep, true);
  addEventListener("homeward:answers", () => {
    removeEventListener("click", keep, true);
    for (const button of pressed) if (button.isConnected) button.click();
    pressed.clear();
  }, { once: true });
})();`;

/** Stands in the head, so that it listens before there is anything to press. */
export async function EarlyPresses() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, and the only way to run before the bundle does.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: KEEP }} />;
}
