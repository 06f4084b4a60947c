/** What every answer of the web server says, whatever it is: pages, files, errors, redirects. */
const ALWAYS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=()",
  "x-dns-prefetch-control": "off",
  // A console has no place in an index, even where somebody links to it.
  "x-robots-tag": "noindex, nofollow",
};

const ENCLOSED = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Of what is no page nothing runs and nothing is loaded; pages have a policy of their own. */
const NO_PAGE = `default-src 'none'; ${ENCLOSED}`;
/** Labels are shown by the browser's own viewer, which has to load itself. */
const PRINTED = /^\/(api\/(labels|returns\/[^/?]+\/label)|r\/[^/?]+\/[^/?]+\/label)(?![\w-])/;

/** By the address people open: only where it is https may a browser be told to insist on it. */
export const securityHeaders = (appUrl: string, path: string): Record<string, string> => ({
  ...ALWAYS,
  "content-security-policy": PRINTED.test(path) ? ENCLOSED : NO_PAGE,
  ...(appUrl.startsWith("https:") ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
});

/** The policy of one page: it runs the scripts that carry its nonce, and what these load. */
export const pagePolicy = (nonce: string, appUrl: string, isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    // React's development build evaluates strings; the product never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Positioned menus and toasts carry style attributes, which no nonce can allow.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(appUrl.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
