"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { sendMessageAgain } from "../../actions";

type TellAgainProps = { messageId: string; isOn: boolean; mayDecide: boolean };

/** One more attempt for what did not reach a group; its robot has an address of its own. */
export function TellAgain({ messageId, isOn, mayDecide }: TellAgainProps) {
  const t = useTranslations("mailbox.again");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(sendMessageAgain);
  const send = async () => {
    const answer = await run({ messageId, address: "" });
    if (answer.ok) return notify({ title: t("done"), tone: "success" });
    notify({ title: refusalText(answer.refusal), tone: "critical" });
  };
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-muted text-small">{isOn ? t("robot") : refusalText({ code: "robot_off" })}</p>
      {isOn && !mayDecide && <p className="text-small text-subtle">{t("readOnly")}</p>}
      {isOn && mayDecide && (
        <Button icon={<Send aria-hidden size={16} />} isLoading={isRunning} onClick={() => void send()}>
          {t("submit")}
        </Button>
      )}
    </Card>
  );
}
