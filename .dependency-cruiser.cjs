/** architecture.md's table "who may import whom"; a rule's name is the sentence it enforces. */
const PURE_FILES = [
  ..."address-schema address-fields address-limits address-lines address-problems address-district address-regions countries money currency-schema result ids id-schema shown-text permissions address actor marketplace-record action-answer field-codes sign-in-error".split(
    " ",
  ),
  ..."returns/buyer-language returns/filter returns/filter-schema returns/picked returns/search-key returns/selection".split(
    " ",
  ),
  ..."notifications/message notifications/templates notifications/fill-template notifications/preferences notifications/robot-kinds notifications/template-texts".split(
    " ",
  ),
  ..."audit/changes audit/exports audit/account-event-kinds audit/seller-event-kinds".split(" "),
  ..."imports/mapping imports/column-mapping".split(" "),
  "presence/doings",
  ..."labels/sizes labels/label-state labels/drawable".split(" "),
  ..."i18n/locale i18n/buyer-languages i18n/language-schema i18n/messages/en i18n/messages/zh-CN".split(" "),
];
const PURE = `^lib/(policy/|(${PURE_FILES.join("|")})\\.)`;
/** As pure, and made for the browser too: addresses of pages, and how words, dates and money are written. */
const SHARED = "^lib/(paths\\.|i18n/(format|locale|messages))";
const PURE_PACKAGES = "node_modules/(zod|temporal-polyfill|temporal-spec|uuid|postcode-validator)/";
const TESTS = "\\.(test|spec)\\.tsx?$|^db/(testing|seed)|^lib/policy/testing|-testing\\.ts$";
/** Stand between the verbs and Next: they read cookies, headers and messages. */
const SEAMS = "^lib/(i18n|auth|accounts/session)";

/** Of the readers of files what only names what they give. */
const READ_WORDS = "^lib/imports/read/(report-row|order-row|group|plain-header|status-words)\\.";

const rule = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no circles, type imports counted", {}, { circular: true }),
    rule(
      "pure code imports only pure code, zod, temporal-polyfill, uuid and postcode-validator",
      { path: PURE, pathNot: TESTS },
      { pathNot: [PURE, PURE_PACKAGES] },
    ),
    rule(
      "db imports pure code and nothing else of the product",
      // The one pool is made from the environment; everything else of db is handed its connection.
      { path: "^db/", pathNot: [TESTS, "^db/index\\.ts$"] },
      { path: "^(app|components|lib|scripts)/", pathNot: PURE },
    ),
    rule("lib imports neither app nor components", { path: "^lib/" }, { path: "^(app|components)/" }),
    rule(
      "verbs and jobs import neither next nor react",
      // Labels and messages are drawn with components; they are no verbs.
      { path: "^lib/[^/]+/", pathNot: [PURE, SEAMS, TESTS, "^lib/(labels|notifications)/.*\\.tsx$"] },
      { path: "node_modules/(next|react|react-dom|next-auth|next-intl)/" },
    ),
    rule(
      "components import pure code, components, and types of db and lib",
      { path: "^components/", pathNot: TESTS },
      { path: "^(app|db|lib)/", pathNot: [PURE, SHARED], dependencyTypesNot: ["type-only"] },
    ),
    rule("components import nothing of app", { path: "^components/" }, { path: "^app/" }),
    rule(
      "labels are drawn in a thread of their own, never in the process that answers",
      { path: "^(app|components|lib/(?!labels/))", pathNot: TESTS },
      { path: "node_modules/(@react-pdf|mupdf)/|^lib/labels/(draw-pages|rasterize)\\.", reachable: true },
    ),
    rule(
      "files are read by the worker or in a thread of their own, never in the process that answers",
      { path: "^(app|components|proxy|instrumentation)", pathNot: TESTS },
      {
        path: "^lib/(imports/read/|skus/read-sku-file)|node_modules/(csv-parse|saxes|yauzl|iconv-lite|chardet)/",
        pathNot: READ_WORDS,
        reachable: true,
      },
    ),
    rule("pages and actions never import the schema", { path: "^app/", pathNot: TESTS }, { path: "^db/schema" }),
    rule(
      "a route family imports nothing of another one",
      { path: "^app/\\((console|portal)\\)/([a-z][^/]*)/" },
      { path: "^app/\\((console|portal)\\)/[a-z][^/]*/", pathNot: "^app/\\($1\\)/$2/" },
    ),
    rule(
      "end-to-end tests import only db/testing and lib/paths",
      { path: "^e2e/" },
      { path: "^(app|components|db|lib|scripts)/", pathNot: "^(db/(testing|embedded)|lib/paths)" },
    ),
    rule(
      "the product imports no test code",
      { pathNot: [TESTS, "^e2e/"] },
      { path: "\\.(test|spec)\\.tsx?$|^db/testing|^e2e/" },
    ),
    rule(
      "the product imports no development tool",
      { path: "^(app|components|db|lib)/", pathNot: TESTS },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    rule("every import resolves", {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next|\\.css$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
