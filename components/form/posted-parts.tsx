"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Banner } from "@/components/ui/banner";
import { TypedBefore } from "@/components/ui/field-context";
import { useSellerScope } from "@/components/use-action";
import { POSTED_INPUT, POSTED_SELLER, type Posted } from "@/lib/kernel/posted";
import type { NativePost } from "./use-form";

/** Of a form that the browser can post; what is pressed before scripts answer waits for them where it is held. */
export const postedBy = ({ post, isHeld }: NativePost) => ({ action: post, "data-held": isHeld });

/** For which shop a form is drawn, and what of its act's input nobody types. */
export function PostedBeside({ start }: { start?: unknown }) {
  const sellerId = useSellerScope();
  return (
    <>
      <input type="hidden" name={POSTED_SELLER} value={sellerId ?? ""} />
      {start !== undefined && <input type="hidden" name={POSTED_INPUT} value={JSON.stringify(start)} />}
    </>
  );
}

/** Where the browser posted the form, nobody else says that it is done. */
export function CameDone({ came }: { came: Posted }) {
  const t = useTranslations("common");
  if (!came.isDone) return null;
  return (
    <Banner tone="success" role="status" className="mb-4">
      {t("saved")}
    </Banner>
  );
}

const NOTHING = {};
const never = () => () => undefined;

/** What was typed stays in the fields of a form that came back refused; where scripts run, they hold it. */
export function CameTyped({ native: { came, isHeld }, children }: { native: NativePost; children: ReactNode }) {
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <TypedBefore value={isHeld && !isScripted && came.refusal ? came.typed : NOTHING}>{children}</TypedBefore>;
}
