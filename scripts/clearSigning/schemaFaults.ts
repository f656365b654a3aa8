import { Ajv2020 } from "ajv/dist/2020.js";

/** What a document has against a JSON Schema (2020-12), a line each; empty when it passes. Throws for a schema that is none. */
export function schemaFaults(document: unknown, schema: object): readonly string[] {
  // Names of formats that are a standard's own say nothing to a validator, and a published schema may hold keys of its own.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const isValid = ajv.compile(schema);
  isValid(document);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
}
