import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BulkActAnnouncer } from "../_bulk-acts/bulk-act-announcer";
import { BulkActTray } from "../_bulk-acts/bulk-act-tray";
import { PaletteKey } from "../_palette/palette-key";
import { UndoKey } from "../_undo/undo-key";
import { FocusHeading } from "./focus-heading";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import type { ShellViewer } from "./shell-viewer";
import { Shortcuts } from "./shortcuts";

type ShellProps = {
  viewer: ShellViewer;
  /** How many returns wait for somebody here; shown beside the entry. */
  returnsCount?: string;
  /** The same for the hand-over list. */
  handoverCount?: string | undefined;
  children: ReactNode;
};

/** Navigation around a page: a rail beside it, or a bar below it on a phone. */
export function Shell({ viewer, returnsCount, handoverCount, children }: ShellProps) {
  const t = useTranslations("shell");
  return (
    <div className="md:grid md:grid-cols-[3.5rem_minmax(0,1fr)] rail:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <a
        href="#main"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0 print:hidden"
      >
        {t("skip")}
      </a>
      <Rail viewer={viewer} counts={{ returns: returnsCount, handover: handoverCount }} />
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 px-4 pt-2 pb-24 md:px-5 md:pb-10 has-[[data-full-width]]:md:pb-0 print:p-0"
      >
        {/* A list takes the whole width; everything else is read. */}
        <div className="mx-auto max-w-[90rem] has-[[data-full-width]]:max-w-none">
          <BulkActTray className="mb-4 rail:hidden print:hidden" />
          {children}
        </div>
      </main>
      <PhoneBar viewer={viewer} counts={{ returns: returnsCount, handover: handoverCount }} />
      <Shortcuts permissions={viewer.permissions} />
      <PaletteKey viewer={viewer} />
      <UndoKey />
      <BulkActAnnouncer />
      <FocusHeading />
    </div>
  );
}
