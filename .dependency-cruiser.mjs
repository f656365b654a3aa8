/**
 * Who may import whom: the closed table. ARCHITECTURE.md prints it (npm run architecture -- --write), scripts/architecture/check.mjs enforces it.
 * A folder may import itself and what its row names; a folder without a row may import nothing of the project and nothing may import it.
 */

const PURE = [
  "lib/units",
  "lib/untrusted",
  "lib/errors",
  "lib/math",
  "lib/pricing",
  "lib/products",
  "lib/risk",
  "lib/vault",
  "lib/transaction",
  "lib/format",
];
const DOMAIN = [
  "lib/vault",
  "lib/products",
  "lib/risk",
  "lib/pricing",
  "lib/transaction",
  "lib/format",
  "lib/errors",
  "lib/units",
];
const READERS = [
  "lib/protocols",
  "lib/market",
  "lib/chain",
  "lib/transaction",
  "lib/vault",
  "lib/risk",
  "lib/products",
  "lib/pricing",
  "lib/config",
  "lib/errors",
  "lib/units",
];
const LIB = [
  ...PURE,
  "lib/config",
  "lib/chain",
  "lib/protocols",
  "lib/market",
  "lib/wallets",
  "lib/queries",
  "lib/workers",
];

/** @type {Record<string, string[]>} folder → what it may import besides itself */
export const table = {
  "contracts-abi": [],
  "lib/units": [],
  "lib/untrusted": [],
  "lib/math": [],
  "lib/config": [],
  "lib/integrity": [],
  "components/ui": [],
  "lib/errors": ["lib/units"],
  "lib/pricing": ["lib/math", "lib/units", "lib/errors"],
  "lib/products": ["lib/pricing", "lib/math", "lib/units", "lib/errors"],
  "lib/vault": ["lib/products", "lib/pricing", "lib/units", "lib/errors"],
  "lib/transaction": ["lib/vault", "lib/products", "lib/untrusted", "lib/units", "lib/errors"],
  "lib/risk": ["lib/vault", "lib/products", "lib/pricing", "lib/math", "lib/untrusted", "lib/units", "lib/errors"],
  "lib/format": ["lib/transaction", "lib/vault", "lib/products", "lib/risk", "lib/errors", "lib/units"],
  "lib/chain": ["contracts-abi", "lib/config", "lib/transaction", "lib/errors", "lib/units"],
  "lib/protocols": [
    "lib/chain",
    "contracts-abi",
    "lib/config",
    "lib/transaction",
    "lib/vault",
    "lib/products",
    "lib/format",
    "lib/errors",
    "lib/units",
  ],
  "lib/market": ["lib/chain", "contracts-abi", "lib/config", "lib/pricing", "lib/errors", "lib/units"],
  "lib/wallets": [
    "lib/chain",
    "lib/config",
    "lib/transaction",
    "lib/format",
    "lib/untrusted",
    "lib/errors",
    "lib/units",
  ],
  "lib/queries": ["lib/workers", ...READERS],
  "lib/server": ["lib/queries", ...READERS],
  "lib/workers": ["lib/risk", "lib/vault", "lib/products", "lib/pricing", "lib/math", "lib/errors", "lib/units"],
  hooks: LIB,
  "components/charts": ["components/ui", "lib/pricing", "lib/products", "lib/risk", "lib/format", "lib/units"],
  components: ["components/ui", "components/charts", "hooks", ...DOMAIN],
  "app/(app)/wallet": [
    "components/ui",
    "components/charts",
    "components",
    "hooks",
    "lib/wallets",
    "lib/config",
    "lib/queries",
    "lib/errors",
    "lib/units",
  ],
  app: [
    "app/(app)/wallet",
    "components/ui",
    "components/charts",
    "components",
    "hooks",
    "lib/server",
    "lib/queries",
    "lib/format",
    "lib/config",
    "lib/errors",
    "lib/units",
    "lib/vault",
    "lib/products",
  ],
  "proxy.ts": ["lib/config"],
  "instrumentation-client.ts": ["components", "lib/config", "lib/integrity"],
  keeper: [
    "lib/chain",
    "lib/protocols",
    "lib/market",
    "lib/config",
    "lib/transaction",
    "lib/vault",
    "lib/products",
    "lib/risk",
    "lib/pricing",
    "lib/math",
    "lib/format",
    "lib/errors",
    "lib/units",
    "contracts-abi",
  ],
  devnet: ["keeper", "contracts-abi", "lib/server", "scripts", ...LIB],
  e2e: ["devnet", "keeper", "contracts-abi", "lib/server", "lib/integrity", "scripts", ...LIB],
  scripts: ["devnet", "keeper", "contracts-abi", "lib/server", "lib/integrity", ...LIB],
};

const TESTS = String.raw`\.test\.tsx?$`;
const escaped = (folder) => folder.replace(/[.()]/g, String.raw`\$&`);
const inside = (folder) => (folder.endsWith(".ts") ? `^${escaped(folder)}$` : `^${escaped(folder)}/`);
const anyOf = (folders) => folders.map(inside).join("|");
const nested = (folder) => Object.keys(table).filter((other) => other.startsWith(`${folder}/`));
const PROJECT = `^(?!node_modules/)[^.]`;

const rows = Object.entries(table).map(([folder, allowed]) => ({
  name: `table: ${folder}`,
  severity: "error",
  comment: `${folder} may import only itself and: ${allowed.join(", ") || "nothing of the project"}`,
  from: { path: inside(folder), pathNot: [TESTS, ...nested(folder).map(inside)].join("|") },
  to: {
    path: PROJECT,
    pathNot: anyOf([folder, ...allowed]),
    dependencyTypesNot: ["core", "npm", "npm-dev", "npm-peer", "npm-optional", "unknown"],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    ...rows,
    {
      name: "tests reach no further than their folder, devnet and the emulated Ledger",
      severity: "error",
      from: { path: `^(lib|components|hooks|keeper)/.*${TESTS}` },
      to: { path: "^(app|e2e)/", pathNot: "^e2e/ledger/" },
    },
    {
      name: "folder without a row",
      severity: "error",
      from: { path: PROJECT, pathNot: `${anyOf(Object.keys(table))}|^[^/]+$` },
      to: {},
    },
    { name: "no cycles", severity: "error", from: { path: PROJECT }, to: { circular: true } },
    {
      name: "pure folders touch no platform",
      severity: "error",
      from: { path: anyOf(PURE), pathNot: TESTS },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-peer", "npm-optional"] },
    },
    {
      name: "everything resolves",
      severity: "error",
      from: { path: PROJECT },
      to: { couldNotResolve: true, pathNot: String.raw`\.css$` },
    },
    {
      name: "dependencies are declared",
      severity: "error",
      from: { path: PROJECT },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: String.raw`^(\.next[^/]*|contracts|absent-package|scripts/architecture/canary)/|next-env\.d\.ts$`,
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};

export const pureFolders = PURE;
export default configuration;
