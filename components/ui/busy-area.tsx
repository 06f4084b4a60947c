"use client";

import { useRouter } from "next/navigation";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useMemo,
  useState,
  useTransition,
} from "react";
import { Link } from "./link";

type Area = {
  /** The page is being read anew; what stands there is of before. */
  isBusy: boolean;
  /** Where it leads, while it is on its way. */
  goal: string | null;
  go: (href: string) => void;
};

const AreaContext = createContext<Area | null>(null);
const NO_AREA = { isBusy: false, goal: null };

/** A part of a page whose links read it anew: all in it know while that is under way. */
export function BusyArea({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [asked, ask] = useState("");
  const area = useMemo(
    (): Area => ({
      isBusy,
      goal: isBusy ? asked : null,
      go: (href) => {
        ask(href);
        start(() => router.push(href));
      },
    }),
    [isBusy, asked, router],
  );
  return <AreaContext value={area}>{children}</AreaContext>;
}

/** The area one is in; outside of any, a link is just a link. */
export function useArea(): Area {
  const router = useRouter();
  return useContext(AreaContext) ?? { ...NO_AREA, go: (href) => router.push(href) };
}

type AreaLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onNavigate"> & { href: string };

/** A link that reads its area anew. */
export function AreaLink({ href, ...rest }: AreaLinkProps) {
  const { go } = useArea();
  const follow = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    go(href);
  };
  return <Link {...rest} href={href} onNavigate={follow} />;
}
