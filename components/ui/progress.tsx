import { clsx } from "clsx";

type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** The same in words: "318 of 500". */
  text: string;
  className?: string;
};

export function Progress({ label, value, max, text, className }: ProgressProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div className={clsx("min-w-0", className)}>
      <div className="mb-1 flex flex-wrap justify-between gap-x-3 text-small">
        <span>{label}</span>
        <span className="whitespace-nowrap text-muted tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full border border-transparent bg-sunken"
      >
        <div
          className="h-full origin-left bg-accent transition-transform duration-150 forced-colors:bg-[Highlight]"
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
