import { Banner } from "@/components/ui/Banner";
import { Icon } from "@/components/ui/Icon";

/** Whether the plan is one that this page itself would make, and every rule that it breaks. */
export function SharedVerdict({ broken }: { readonly broken: readonly string[] }) {
  if (broken.length === 0) {
    return (
      <p className="flex items-start gap-2 text-13 text-profit">
        <Icon name="check" className="mt-0.5" />
        Every call is of a kind that this page makes itself, for the account that sends it and for nobody else.
      </p>
    );
  }
  return (
    <Banner tone="loss" title="This page would not make this plan. Do not sign it." urgent>
      <span className="wrap-anywhere">{broken.join(" ")}</span>
    </Banner>
  );
}
