import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { TONE_ICON } from "@/components/ui/tone";
import { PERMISSIONS, PERMISSIONS_OF, type Role } from "@/lib/policy/permissions";

/** What a role may do, a sentence for each of its permissions: read from the same list that every guard asks. */
export function RoleSentences({ role, className }: { role: Role; className?: string }) {
  const t = useTranslations("team.may");
  return (
    <ul className={clsx("flex flex-col gap-1 text-small", className)}>
      {PERMISSIONS.filter((permission) => PERMISSIONS_OF[role].includes(permission)).map((permission) => (
        <li key={permission} className="flex items-start gap-1.5">
          <Check aria-hidden size={14} className={clsx("mt-0.75 shrink-0", TONE_ICON.success)} />
          {t(permission)}
        </li>
      ))}
    </ul>
  );
}
