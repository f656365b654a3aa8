import { expect, test } from "vitest";
import { amountReasonSentence } from "@/lib/format/amountReasonSentence";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { putVault, USDC } from "@/lib/vault/vaultFixture";
import { askedForm, askedHref } from "./askedForm";

const vault = putVault();
const fragmentOf = (href: string) => href.slice(href.indexOf("#"));

test.each(["2500.5", "1,234,567.8", "0.000001"])("default: %s comes to the form as it was typed", (text) => {
  const href = askedHref(vault, { form: "deposit", text });
  expect(href.startsWith(`/vaults/${vault.chainId}/${vault.address}#`)).toBe(true);
  expect(askedForm(fragmentOf(href))).toEqual({ form: "deposit", text });
});

test("default: a withdrawal is opened, without an amount", () => {
  expect(askedForm(fragmentOf(askedHref(vault, { form: "withdraw", text: "" })))).toEqual({
    ...{ form: "withdraw", text: "" },
  });
});

test.each([
  ["1e18", "exponent"],
  ["<img src=x onerror=alert(1)>", "notANumber"],
  ["1\u202e000", "invisibleCharacter"],
  ["-5", "negative"],
  ["9".repeat(1_000_000), "tooLong"],
  ["0x10", "hexadecimal"],
] as const)("error: a hostile amount gets the field's own sentence (%#)", (text, reason) => {
  const asked = askedForm(`#deposit=${encodeURIComponent(text)}`);
  const parsed = parseTokenAmount(asked?.text ?? "", USDC.decimals);
  expect(parsed).toEqual({ ok: false, reason });
  expect(amountReasonSentence(reason, USDC)).not.toBe("");
});

test.each([null, "", "#", "#deposit", "#withdraw=5", "#deposit=%E0%A4%A", "#Deposit=5", "#constructor"])(
  "error: %j asks for nothing",
  (fragment) => expect(askedForm(fragment)).toBeNull(),
);
