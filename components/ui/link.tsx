import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Asks for its page when it is pressed: what is made for each request anew cannot be fetched ahead, and a list has fifty. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
