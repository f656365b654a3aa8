import type { ArgumentDescription, CallDescription } from "@/lib/transaction/callDescriptions";
import type { DisplayField, DisplayFormat, FieldGroup } from "./Descriptor";

/** Where a descriptor keeps the asset of its vaults. */
const VAULT_ASSET = "$.metadata.constants.vaultAsset";

/** What a wallet writes of a function or message: the lines of the preview on screen, in its order. */
export function displayFormat({ intent, arguments: args }: CallDescription): DisplayFormat {
  const fields: (DisplayField | FieldGroup)[] = [];
  for (const argument of args) {
    const list = listOf(argument.path);
    const last = fields.at(-1);
    if (list === null) fields.push(displayField(argument));
    else if (last && "fields" in last && last.label === list) {
      fields[fields.length - 1] = { ...last, fields: [...last.fields, displayField(argument)] };
    } else fields.push({ label: list, iteration: "bundled", fields: [displayField(argument)] });
  }
  return { intent, fields };
}

/** The list that a path goes into, as it is called on screen; null outside of any. */
function listOf(path: string): string | null {
  const end = path.indexOf(".[]");
  return end < 0 ? null : capitalised(path.slice(0, end));
}

function displayField(argument: ArgumentDescription): DisplayField {
  const { path, label, isShown } = argument;
  const written = { path, label: capitalised(label), ...formatOf(argument) };
  return isShown ? written : { ...written, visible: written.visible ?? "optional" };
}

function formatOf({ path, meaning }: ArgumentDescription): Pick<DisplayField, "format" | "params" | "visible"> {
  switch (meaning.kind) {
    case "account":
      // A wallet may refuse what names an account that is not its own: nothing here is ever for another.
      return { format: "addressName", params: { types: ["wallet"] } };
    case "contract":
      return { format: "addressName", params: { types: ["contract"] } };
    case "address":
      return { format: "addressName" };
    case "token":
      return { format: "tokenTicker" };
    case "amount":
      return {
        format: "tokenAmount",
        params: meaning.tokenPath === null ? { token: VAULT_ASSET } : { tokenPath: meaning.tokenPath },
      };
    case "coins":
      return { format: "amount" };
    case "weight":
      return { format: "unit", params: { base: "%", decimals: 2 } };
    case "deadline": {
      const date = { format: "date", params: { encoding: "timestamp" } } as const;
      // Inside a call a deadline of 0 says that there is no permit.
      return path.includes(".") ? { ...date, visible: { ifNotIn: [0] } } : date;
    }
    case "signature":
      return { format: "raw", visible: "never" };
    case "number":
    case "flag":
      return { format: "raw" };
  }
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
