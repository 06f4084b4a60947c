"use client";

import { ErrorView } from "@/components/error-view";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="min-h-dvh">
      <ErrorView error={error} reset={reset} />
    </main>
  );
}
