/**
 * Writes the descriptors of a deployment as files, to be handed to a registry or held against the published schema:
 * `npm run clear-signing -- [--deployment FILE] [--schema FILE] [--out FOLDER]`. Without a folder it only checks. Ends with 0 when
 * every descriptor passes, 1 when one does not, 2 when it could not be checked.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { serverEnvironment } from "@/lib/config/env";
import { parseDeployment } from "@/lib/config/parseDeployment";
import { descriptorsOf } from "@/lib/protocols/ballast/clearSigning/descriptorsOf";
import { DESCRIPTOR_SCHEMA } from "./clearSigning/descriptorSchema";
import { schemaFaults } from "./clearSigning/schemaFaults";

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return stop(`${path} cannot be read.`);
  }
}

const { values } = parseArgs({
  options: { deployment: { type: "string" }, schema: { type: "string" }, out: { type: "string" } },
});
const path = values.deployment ?? serverEnvironment().deploymentPath;
const parsed = parseDeployment(read(path));
if (!parsed.ok) stop(`${path}: ${parsed.faults.join(" ")}`);
const schema: object = values.schema === undefined ? DESCRIPTOR_SCHEMA : JSON.parse(read(values.schema));
const files = Object.entries(descriptorsOf(parsed.value.deployment));
let faulty = 0;
for (const [name, descriptor] of files) {
  const faults = schemaFaults(descriptor, schema);
  faulty += faults.length > 0 ? 1 : 0;
  console.log([`${name}: ${faults.length === 0 ? "passes" : "does not pass"}`, ...faults].join("\n  "));
}
if (values.out !== undefined && faulty === 0) {
  mkdirSync(values.out, { recursive: true });
  for (const [name, descriptor] of files) {
    writeFileSync(`${values.out}/${name}`, `${JSON.stringify(descriptor, null, 2)}\n`);
  }
}
process.exit(faulty === 0 ? 0 : 1);
