"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Form, SubmitButton } from "@/components/form/form";
import { FormField } from "@/components/form/form-problems";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { textsOf } from "@/lib/kernel/posted";
import { ok } from "@/lib/kernel/result";
import { sendMessageAgain } from "../../actions";

type SendAgainProps = {
  messageId: string;
  address: string;
  isKept: boolean;
  /** With a personal link: it goes to this address and to no other. */
  isPersonal: boolean;
  mayDecide: boolean;
  hasServer: boolean;
};

/** One more attempt for what did not arrive or was kept, to an address that may be corrected first. */
export function SendAgain({ messageId, address, isKept, isPersonal, mayDecide, hasServer }: SendAgainProps) {
  const t = useTranslations("mailbox.again");
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-muted text-small">{hasServer ? t(isKept ? "kept" : "body") : t("noServer")}</p>
      {hasServer && !mayDecide && <p className="text-small text-subtle">{t("readOnly")}</p>}
      {hasServer && mayDecide && (
        <Form
          action={sendMessageAgain}
          start={{ messageId }}
          read={(typed) => ok({ messageId, ...textsOf(typed, ["address"]) })}
          onDone={() => void notify({ title: t("done"), tone: "success" })}
          labels={{ address: t("address") }}
          className="flex flex-col items-start gap-3"
        >
          <FormField name="address" className="w-full">
            <Input type="email" autoComplete="off" readOnly={isPersonal} defaultValue={address} />
          </FormField>
          <SubmitButton variant="secondary" icon={<Send aria-hidden size={16} />}>
            {t("submit")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
