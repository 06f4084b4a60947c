import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { ToHandOver } from "@/lib/handovers/handover-channels";
import { paths } from "@/lib/i18n/paths";

/** What a bulk act decided and a marketplace has to be told by hand: the way to each channel's list (P-19). */
export function HandoverLinks({ toHandOver }: { toHandOver: readonly ToHandOver[] }) {
  const t = useTranslations("handover");
  if (toHandOver.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-2">
      {toHandOver.map(({ code, name, open }) => (
        <li key={code}>
          <LinkButton href={paths.handover(code)} size="sm" icon={<Handshake aria-hidden size={15} />}>
            {t("todo", { count: open, channel: name })}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
