"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { revokeChannelKey } from "../../../actions";

type ReplaceKeyProps = { hint: string; isRunning: boolean; onReplace: () => Promise<void>; onClose: () => void };

/** Has another key take the place of this one, once they have read what becomes of it. */
export function ReplaceKey({ hint, isRunning, onReplace, onClose }: ReplaceKeyProps) {
  const t = useTranslations("settings.keys");
  const common = useTranslations("common");
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      size="sm"
      title={t("replaceTitle", { hint: `…${hint}` })}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button variant="primary" onClick={() => void onReplace()} isLoading={isRunning}>
            {t("make")}
          </Button>
        </>
      }
    >
      {t("replaceBody")}
    </Dialog>
  );
}

type RevokeKeyProps = { channelId: string; keyId: string; hint: string; onClose: () => void };

/** Ends a key at once, when they have said so twice. */
export function RevokeKey({ channelId, keyId, hint, onClose }: RevokeKeyProps) {
  const t = useTranslations("settings.keys");
  const common = useTranslations("common");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(revokeChannelKey);
  const revoke = async () => {
    const answer = await run({ channelId, keyId });
    onClose();
    if (!answer.ok) return notify({ title: refusalText(answer.refusal), tone: "critical" });
    notify({ title: t("revoked", { hint: `…${hint}` }), tone: "success" });
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      size="sm"
      title={t("revokeTitle", { hint: `…${hint}` })}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button variant="danger" onClick={() => void revoke()} isLoading={isRunning}>
            {t("revokeSubmit")}
          </Button>
        </>
      }
    >
      {t("revokeBody")}
    </Dialog>
  );
}

/** The one time that a key is shown. */
export function ShownKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations("settings.keys");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("shownTitle")}
      description={t("shownBody")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <p className="flex items-start gap-2">
        <code className="identifier min-w-0 break-all">{secret}</code>
        <CopyButton text={secret} what={t("copy")} />
      </p>
    </Dialog>
  );
}
