/** A container's health check: the web server answers, and reaches its database. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
