import { Ellipsis, type LucideIcon, ShieldAlert, ShieldCheck, ShieldX, UserRoundPlus } from "lucide-react";
import { STATUS_LOOK } from "@/components/returns/status-badge";
import type { Status } from "@/lib/policy/machines/return/statuses";

const OWN = {
  in_policy: ShieldCheck,
  out_of_policy: ShieldAlert,
  not_returnable: ShieldX,
  nobody: UserRoundPlus,
  more: Ellipsis,
} as const;
const DRAWN: [string, LucideIcon][] = [
  ...Object.entries(OWN),
  ...Object.entries(STATUS_LOOK).map(([status, { icon }]): [string, LucideIcon] => [status, icon]),
];

/** The pictures of a list, drawn once; each row only points to them. */
export function Glyphs() {
  return (
    <svg aria-hidden className="absolute size-0">
      {DRAWN.map(([name, Icon]) => (
        <Icon key={name} id={`glyph-${name}`} size="100%" />
      ))}
    </svg>
  );
}

export const Glyph = ({ of }: { of: keyof typeof OWN | Status }) => (
  <svg aria-hidden className="i">
    <use href={`#glyph-${of}`} />
  </svg>
);
