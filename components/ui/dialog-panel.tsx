"use client";

import { Dialog as Base, type DialogPopupProps } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEventHandler, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { firstControl, firstField } from "./first-control";
import { IconButton } from "./icon-button";
import { InDialogContext } from "./in-dialog-context";

const SIZE = { sm: "md:max-w-md", md: "md:max-w-xl", lg: "md:max-w-3xl" } as const;

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
  /** Where the focus starts; by default the first field of a form, else the first control of the body. */
  initialFocus?: DialogPopupProps["initialFocus"];
  /** Where the focus goes afterwards; by default back to what opened it, or to the page's heading when that is gone. */
  finalFocus?: DialogPopupProps["finalFocus"];
};

let isRising = false;

/** Two that come up in one moment would each hide the other from screen readers: the second waits until the first is up. */
function useTurn(isOpen: boolean): boolean {
  const [isUp, setUp] = useState(false);
  useLayoutEffect(() => {
    if (!isOpen) return;
    let frame = 0;
    const rise = () => {
      if (isRising) {
        frame = requestAnimationFrame(rise);
        return;
      }
      isRising = true;
      requestAnimationFrame(() => {
        isRising = false;
      });
      setUp(true);
    };
    rise();
    return () => {
      cancelAnimationFrame(frame);
      setUp(false);
    };
  }, [isOpen]);
  return isUp;
}

/** A dialog as it stands over the page. */
export function DialogPanel({ opener, ...props }: DialogProps & { opener: RefObject<Element | null> }) {
  const { isOpen, onClose, size = "md", initialFocus, finalFocus } = props;
  const body = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const isUp = useTurn(isOpen);
  const end = () =>
    opener.current instanceof HTMLElement && opener.current.isConnected && opener.current !== document.body
      ? opener.current
      : document.querySelector<HTMLElement>("main h1");
  const first = () => (props.onSubmit ? firstField(body.current) : firstControl(body.current));
  // A finger would summon the keyboard over the dialog, so there the title takes the focus.
  const begin = (by: string) => (by === "touch" ? title.current : (first() ?? title.current)) ?? true;
  return (
    <Base.Root open={isUp} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal className="relative isolate z-50">
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center md:items-center md:p-6">
          <Base.Popup
            initialFocus={initialFocus ?? begin}
            finalFocus={finalFocus ?? end}
            className={clsx(
              "flex h-dvh w-full flex-col bg-surface text-fg shadow-pop outline-none md:h-auto md:max-h-[calc(100dvh-3rem)]",
              "transition-[opacity,translate] duration-150 data-ending-style:translate-y-1 data-starting-style:translate-y-1",
              "data-ending-style:opacity-0 data-starting-style:opacity-0 md:rounded-card md:border md:border-line",
              SIZE[size],
            )}
          >
            <InDialogContext value={true}>
              <DialogBody {...props} bodyRef={body} titleRef={title} />
            </InDialogContext>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

type DialogBodyProps = DialogProps & {
  bodyRef: RefObject<HTMLDivElement | null>;
  titleRef: RefObject<HTMLHeadingElement | null>;
};

function DialogBody({ title, description, children, footer, status, onSubmit, bodyRef, titleRef }: DialogBodyProps) {
  const t = useTranslations("common");
  const content = (
    <>
      <div ref={bodyRef} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">
        {children}
      </div>
      <div
        className={clsx(
          "flex shrink-0 flex-wrap items-center justify-end gap-2 px-5 pb-[max(0.75rem,env(safe-area-inset-bottom))]",
          footer ? "border-line border-t pt-3" : "empty:hidden",
        )}
      >
        <p role="status" className="me-auto min-w-0 text-muted text-small max-md:basis-full max-md:empty:hidden">
          {status}
        </p>
        {footer && <div className="flex flex-wrap items-center justify-end gap-2 max-md:grow">{footer}</div>}
      </div>
    </>
  );
  return (
    <>
      <header className="flex shrink-0 items-start gap-3 border-line border-b py-3 ps-5 pe-3">
        <div className="min-w-0 flex-1 pt-1">
          <Base.Title ref={titleRef} tabIndex={-1} className="text-h2 heading outline-none">
            {title}
          </Base.Title>
          {description && <Base.Description className="mt-0.5 text-muted text-small">{description}</Base.Description>}
        </div>
        <Base.Close render={<IconButton label={t("close")} icon={<X aria-hidden size={18} />} />} />
      </header>
      {onSubmit ? (
        <form noValidate onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col">
          {content}
        </form>
      ) : (
        content
      )}
    </>
  );
}
