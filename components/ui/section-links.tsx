type SectionLinksProps = { label: string; sections: readonly { id: string; title: string }[] };

/** The parts of a long page, each a way down to it. On a phone the row scrolls, the page does not. */
export function SectionLinks({ label, sections }: SectionLinksProps) {
  return (
    <nav
      aria-label={label}
      className="-mx-4 overflow-x-auto overscroll-x-contain px-4 text-small [scrollbar-width:none] md:mx-0 md:px-0 print:hidden"
    >
      <ul className="flex gap-x-4 gap-y-1 max-md:w-max md:flex-wrap">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-7 items-center whitespace-nowrap text-muted underline decoration-control underline-offset-3 hover:text-fg hover:decoration-2 pointer-coarse:min-h-11"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
