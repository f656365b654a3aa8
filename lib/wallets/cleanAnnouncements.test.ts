import { expect, it } from "vitest";
import { cleanAnnouncement, cleanAnnouncements } from "./cleanAnnouncements";

const provider = { request: async () => null };
const ICON = "data:image/png;base64,AAAA";
const info = { uuid: "u", rdns: "example.wallet", name: "Wallet", icon: ICON };

it("default: an honest announcement stays as it is", () => {
  expect(cleanAnnouncement({ info, provider })).toEqual({ info, provider });
});

it("behavior: a name cannot hide, turn round or overflow anything", () => {
  const name = `\u202Eknab\u200B${"x".repeat(1_000_000)}`;
  expect(cleanAnnouncement({ info: { ...info, name }, provider })?.info.name).toBe(`knab${"x".repeat(27)}…`);
});

it.each([
  "https://elsewhere.example/icon.svg",
  "javascript:alert(1)",
  "data:text/html,<script>1</script>",
  "data:image/svg+xml-not,x",
  `data:image/png;base64,${"A".repeat(200_001)}`,
  "",
  undefined,
])("behavior: picture %# is replaced by a plain one", (icon) => {
  const shown = cleanAnnouncement({ info: { ...info, icon }, provider })?.info.icon;
  expect(shown).toMatch(/^data:image\/svg\+xml,/);
  expect(shown).not.toBe(icon);
});

it.each([
  undefined,
  null,
  "wallet",
  { info },
  { info, provider: {} },
  { provider },
  { info: { ...info, name: 7 }, provider },
  { info: { ...info, rdns: "xyz.ballast.ledger" }, provider },
  { info: { ...info, rdns: "XYZ.Ballast.walletconnect" }, provider },
  { info: { ...info, uuid: "u".repeat(101) }, provider },
])("error: %# is no announcement", (detail) => {
  expect(cleanAnnouncement(detail)).toBe(null);
});

it("behavior: who listens hears the cleaned one alone, once, however often the cleaning was set up", () => {
  const target = new EventTarget();
  cleanAnnouncements(target);
  cleanAnnouncements(target);
  const heard: unknown[] = [];
  target.addEventListener("eip6963:announceProvider", (event) => heard.push((event as CustomEvent<unknown>).detail));
  const announce = (detail: unknown) => target.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  announce({ info: { ...info, name: "A\u200BB" }, provider });
  announce({ info: { ...info, rdns: "xyz.ballast.ledger" }, provider });
  expect(heard).toEqual([{ info: { ...info, name: "AB" }, provider }]);
});
