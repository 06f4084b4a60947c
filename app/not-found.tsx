import { NotFoundView } from "@/components/not-found-view";

export default function NotFound() {
  return (
    <main id="main" className="min-h-dvh">
      <NotFoundView />
    </main>
  );
}
