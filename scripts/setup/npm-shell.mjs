/** Calls `end` when the shell that npm started us in is gone: it dies of a signal, and hands none on. */
export function whenShellEnds(end) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}
