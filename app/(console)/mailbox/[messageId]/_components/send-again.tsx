"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/form/use-form-keys";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
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
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(sendMessageAgain);
  const [to, setTo] = useState(address);
  const [error, setError] = useState<string | null>(null);
  const send = async () => {
    setError(null);
    const answer = await run({ messageId, address: to });
    if (answer.ok) return notify({ title: t("done"), tone: "success" });
    setError(refusalText(answer.refusal));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) void send();
  };
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-muted text-small">{hasServer ? t(isKept ? "kept" : "body") : t("noServer")}</p>
      {hasServer && !mayDecide && <p className="text-small text-subtle">{t("readOnly")}</p>}
      {hasServer && mayDecide && (
        <form noValidate onSubmit={submit} onKeyDown={guardIme} className="flex flex-col items-start gap-3">
          <Field label={t("address")} error={error ?? undefined} className="w-full">
            <Input
              type="email"
              autoComplete="off"
              readOnly={isPersonal}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
          <Button type="submit" icon={<Send aria-hidden size={16} />} isLoading={isRunning}>
            {t("submit")}
          </Button>
        </form>
      )}
    </Card>
  );
}
