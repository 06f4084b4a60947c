"use client";

import { ArrowLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FormProblems } from "@/components/form/form-problems";
import { useForm } from "@/components/form/use-form";
import { useSubmitKey } from "@/components/form/use-form-keys";
import type { Marketplace } from "@/components/returns/marketplace";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { askBefore } from "@/components/ui/leave-guard";
import { notify } from "@/components/ui/notify";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { newId } from "@/lib/kernel/ids";
import { formatMoney } from "@/lib/kernel/money";
import { ok } from "@/lib/kernel/result";
import { isAsking } from "@/lib/policy/machines/refund/statuses";
import { drafted, EMPTY_DRAFT, type RefundDraft } from "@/lib/refunds/refund-draft";
import type { RefundOffer } from "@/lib/refunds/refund-offer";
import { makeRefund } from "./actions";
import { RefundFields } from "./refund-fields";
import { RefundReview } from "./refund-review";

type RefundDialogProps = { offer: RefundOffer; marketplace: Marketplace; onClose: () => void };

/** A refund in two steps: how much of what, then what that means. Nothing is done before the server has answered. */
export function RefundDialog({ offer, marketplace, onClose }: RefundDialogProps) {
  const t = useTranslations("refund");
  const common = useTranslations("common");
  const leaving = useTranslations("leaving");
  const locale = useLocale();
  // One intent, however often it is sent.
  const [key] = useState(newId);
  const [draft, setDraft] = useState<RefundDraft>(EMPTY_DRAFT);
  const [isReviewing, setReviewing] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const now = drafted(offer, draft);
  const { quote, input, unread } = now;
  const { currency, number } = offer;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const amount = money(quote.amountMinor);
  const isReady = unread.length === 0 && quote.problems.length === 0;
  const form = useForm({
    action: makeRefund,
    read: () => ok({ ...input, key }),
    onDone: ({ status }) => {
      const isAsked = isAsking(status);
      notify({
        title: t(isAsked ? "asked" : "begun", { amount, number }),
        ...(isAsked ? {} : { description: t("then", { marketplace }) }),
        tone: "success",
      });
      onClose();
    },
  });
  useSubmitKey(body);
  useLeaveGuard(draft !== EMPTY_DRAFT, leaving("decision"));
  useEffect(() => {
    if (isReviewing) heading.current?.focus();
  }, [isReviewing]);
  const close = () => {
    if (form.isSending) return;
    if (draft === EMPTY_DRAFT) onClose();
    else askBefore(onClose);
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      size="lg"
      title={t(isReviewing ? "reviewTitle" : "title", { number })}
      description={t("step", { step: isReviewing ? 2 : 1 })}
      status={form.isSending ? t("running") : isReviewing ? t("then", { marketplace }) : undefined}
      onSubmit={(event) => {
        if (isReviewing) form.submit(event);
        else {
          event.preventDefault();
          if (isReady) setReviewing(true);
        }
      }}
      footer={
        <>
          {isReviewing && (
            <Button
              variant="ghost"
              icon={<ArrowLeft aria-hidden size={16} />}
              onClick={() => {
                form.clear();
                setReviewing(false);
              }}
              isDisabled={form.isSending}
            >
              {t("back")}
            </Button>
          )}
          <Button onClick={close} isDisabled={form.isSending}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={form.isSending} isDisabled={!isReady}>
            {isReviewing ? t("submit", { amount }) : t("review")}
          </Button>
        </>
      }
    >
      <div ref={body}>
        <FormProblems refusal={form.refusal}>
          {isReviewing ? (
            <RefundReview
              offer={offer}
              drafted={now}
              input={{ ...input, key }}
              marketplace={marketplace}
              headingRef={heading}
            />
          ) : (
            <RefundFields
              offer={offer}
              draft={draft}
              drafted={now}
              marketplace={marketplace}
              onChange={(some) => setDraft((before) => ({ ...before, ...some }))}
            />
          )}
        </FormProblems>
      </div>
    </Dialog>
  );
}
