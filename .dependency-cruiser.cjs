/** architecture.md's line "who may import whom"; a rule's name is the sentence it enforces, and a folder is its rule. */
const TESTS = "\\.(test|spec)\\.tsx?$|^db/seed/|/testing[^/]*\\.ts$|-testing\\.ts$|/testdata/";
/** What stands above the features and joins them. */
const REGISTRY = "^lib/[^/]+\\.ts$";
/** Features from the lowest to the highest: each may import those before it, so that no two import each other. */
const FEATURES =
  "channels judging reasons orders presence handovers insights labels messages parcels returns refunds claims portal receiving forwarder bulk team imports printing demo skus terms".split(
    " ",
  );
const LAYERS = ["kernel", "policy", "i18n"];
const under = (names) => `^lib/(${names.join("|")})/`;
const PACKAGES = {
  kernel: "node_modules/(zod|temporal-polyfill|temporal-spec|uuid|postcode-validator)/",
  policy: "node_modules/(zod|temporal-polyfill|temporal-spec)/",
};
/** Pure code that components may hold: the layers below, and a feature's own `shared`. */
const FOR_COMPONENTS = "^lib/(kernel|policy|i18n|[^/]+/shared)/";
/** Of the readers of files what only names what they give. */
const READ_WORDS = "^lib/imports/read/words/";

const rule = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no circles, type imports counted", {}, { circular: true }),
    rule(
      "kernel imports nothing of the product, and pure packages",
      { path: "^lib/kernel/", pathNot: TESTS },
      { pathNot: ["^lib/kernel/", PACKAGES.kernel] },
    ),
    rule(
      "policy imports kernel, and pure packages",
      { path: "^lib/policy/", pathNot: TESTS },
      { pathNot: ["^lib/(kernel|policy)/", PACKAGES.policy] },
    ),
    rule(
      "i18n imports kernel and policy",
      { path: "^lib/i18n/", pathNot: TESTS },
      { path: "^(app|components|db|lib|scripts)/", pathNot: under(LAYERS) },
    ),
    rule(
      "what a feature shares with components is pure",
      { path: "^lib/[^/]+/shared/", pathNot: TESTS },
      { pathNot: [FOR_COMPONENTS, PACKAGES.policy] },
    ),
    rule(
      "db imports kernel, policy and i18n",
      // The one pool is made from the environment; everything else of db is handed its connection.
      { path: "^db/", pathNot: [TESTS, "^db/index\\.ts$"] },
      { path: "^(app|components|lib|scripts)/", pathNot: under(LAYERS) },
    ),
    rule(
      "platform knows no feature",
      { path: "^lib/platform/", pathNot: TESTS },
      { path: "^lib/", pathNot: under([...LAYERS, "platform"]) },
    ),
    ...FEATURES.map((feature, place) =>
      rule(
        `${feature} imports only features below it`,
        { path: `^lib/${feature}/`, pathNot: TESTS },
        { path: "^lib/", pathNot: under([...LAYERS, "platform", ...FEATURES.slice(0, place + 1)]) },
      ),
    ),
    rule(
      "every folder of lib has its place in this list",
      {},
      { path: "^lib/[^/]+/", pathNot: under([...LAYERS, "platform", ...FEATURES]) },
    ),
    rule(
      "the registry is for the app, the worker and scripts",
      { path: "^lib/[^/]+/", pathNot: TESTS },
      { path: REGISTRY },
    ),
    rule("lib imports neither app nor components", { path: "^lib/" }, { path: "^(app|components)/" }),
    rule(
      "features import neither next nor react",
      // Labels and messages are drawn with components.
      { path: under(FEATURES), pathNot: [TESTS, "^lib/(labels|messages)/.*\\.tsx$", "^lib/team/auth\\.ts$"] },
      { path: "node_modules/(next|react|react-dom|next-auth|next-intl)/" },
    ),
    rule(
      "components import pure code, components, and types of db and lib",
      { path: "^components/", pathNot: TESTS },
      { path: "^(app|db|lib)/", pathNot: FOR_COMPONENTS, dependencyTypesNot: ["type-only"] },
    ),
    rule("components import nothing of app", { path: "^components/" }, { path: "^app/" }),
    rule(
      "labels are drawn in a thread of their own, never in the process that answers",
      { path: "^(app|components|lib/(?!labels/))", pathNot: TESTS },
      { path: "node_modules/(@react-pdf|mupdf)/", reachable: true },
    ),
    rule(
      "files are read by the worker or in a thread of their own, never in the process that answers",
      { path: "^(app|components|proxy|instrumentation)", pathNot: TESTS },
      {
        path: "^lib/imports/read/|node_modules/(csv-parse|saxes|yauzl|iconv-lite|chardet)/",
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
      "end-to-end tests import only db/testing and the product's addresses and words",
      { path: "^e2e/" },
      { path: "^(app|components|db|lib|scripts)/", pathNot: "^(db/(testing|embedded)|lib/i18n/)" },
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
