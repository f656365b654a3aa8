/**
 * What a descriptor of this project must look like, as a JSON Schema (2020-12). Narrower than ERC-7730's own schema for version 2:
 * a descriptor that passes here passes there; formats and settings that are not used here are refused. Source: ERC-7730, sections
 * Context, Metadata, Display and Field formats. `npm run clear-signing -- --schema FILE` checks against the published one.
 */
const ADDRESS = "0x[0-9a-fA-F]{40}";
const NAME = "[A-Za-z_][A-Za-z0-9_]*";
const PLAIN = `[a-z]+[0-9]*(\\[\\])? ${NAME}`;
const TUPLE = (inner: string) => `\\((${inner})(,(${inner}))*\\)(\\[\\])? ${NAME}`;
/** A value, a tuple of values, or a tuple that holds one: deeper than that nothing is signed. */
const PARAMETER = `${PLAIN}|${TUPLE(`${PLAIN}|${TUPLE(PLAIN)}`)}`;

const text = { type: "string", minLength: 1, maxLength: 60 } as const;
const path = { type: "string", pattern: `^(@\\.(to|value)|${NAME}(\\.\\[\\])?(\\.${NAME})*)$` } as const;

function closed(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false } as const;
}

const deployments = {
  type: "array",
  minItems: 1,
  uniqueItems: true,
  items: closed({ chainId: { type: "integer", minimum: 1 }, address: { type: "string", pattern: `^${ADDRESS}$` } }),
} as const;

const visible = {
  oneOf: [
    { enum: ["never", "optional"] },
    closed({ ifNotIn: { type: "array", minItems: 1, items: { type: "integer" } } }),
  ],
} as const;

/** A line in one format; without `params` it takes none. */
function field(format: string, params?: unknown, optional: readonly string[] = ["visible"]) {
  const line = { path, label: text, format: { const: format }, visible };
  return closed(params === undefined ? line : { ...line, params }, optional);
}

const addressParams = closed({
  types: { type: "array", minItems: 1, items: { enum: ["wallet", "eoa", "contract", "token"] } },
});
const FIELDS = [
  field("raw"),
  field("amount"),
  field("tokenTicker"),
  field("addressName", addressParams, ["visible", "params"]),
  field("date", closed({ encoding: { const: "timestamp" } })),
  field("unit", closed({ base: text, decimals: { type: "integer", minimum: 0 } })),
  field("tokenAmount", {
    oneOf: [
      closed({ tokenPath: path }),
      closed({ token: { type: "string", pattern: "^\\$\\.metadata\\.constants\\.vaultAsset$" } }),
    ],
  }),
];
const group = closed({
  label: text,
  iteration: { const: "bundled" },
  fields: { type: "array", minItems: 1, items: { oneOf: FIELDS } },
});

/** See the head of the file. */
export const DESCRIPTOR_SCHEMA = closed({
  $schema: { const: "https://eips.ethereum.org/assets/eip-7730/erc7730-v2.schema.json" },
  context: {
    oneOf: [
      closed({ $id: text, contract: closed({ deployments }) }),
      closed({ $id: text, eip712: closed({ deployments }) }),
    ],
  },
  metadata: closed(
    {
      owner: text,
      contractName: text,
      constants: { type: "object", additionalProperties: { type: "string", pattern: `^${ADDRESS}$` } },
    },
    ["constants"],
  ),
  display: closed({
    formats: {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: `^${NAME}\\((${PARAMETER})(,(${PARAMETER}))*\\)$` },
      additionalProperties: closed({
        intent: { type: "string", minLength: 1, maxLength: 30 },
        fields: { type: "array", minItems: 1, items: { oneOf: [...FIELDS, group] } },
      }),
    },
  }),
});
