import { Ellipsis, ShieldAlert, ShieldCheck, ShieldX, UserRoundPlus } from "lucide-react";

const GLYPHS = {
  in_policy: ShieldCheck,
  out_of_policy: ShieldAlert,
  not_returnable: ShieldX,
  nobody: UserRoundPlus,
  more: Ellipsis,
} as const;

/** The pictures of a list, drawn once; each row only points to them. */
export function Glyphs() {
  return (
    <svg aria-hidden className="absolute size-0">
      {Object.entries(GLYPHS).map(([name, Icon]) => (
        <Icon key={name} id={`glyph-${name}`} size="100%" />
      ))}
    </svg>
  );
}

export const Glyph = ({ of }: { of: keyof typeof GLYPHS }) => (
  <svg aria-hidden className="i">
    <use href={`#glyph-${of}`} />
  </svg>
);
