/** The mark: a roof, and the way back under it. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none" className="shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g className="stroke-on-accent" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6.5 15 16 7l9.5 8" />
        <path d="M21.5 15v5.5a3 3 0 0 1-3 3H11" />
        <path d="m14.5 20-3.5 3.5 3.5 3.5" />
      </g>
    </svg>
  );
}
