/** One answer of a choice: its value and its words. */
export type Option<Value extends string> = { readonly value: Value; readonly label: string };
