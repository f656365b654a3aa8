import { Banner } from "@/components/ui/Banner";
import { describeRefusal } from "@/lib/format/describeBatch";
import { type Intent, refusalsOf } from "@/lib/transaction/Intent";

/** What the wallet would not do for this, and so why it takes another way now. */
export function ReviewRefusals({ intent }: { readonly intent: Intent }) {
  return refusalsOf(intent).map((refusal) => {
    const { what, why, next } = describeRefusal(refusal);
    return (
      <Banner key={refusal.kind} tone="info" title={what}>
        {why} {next}
      </Banner>
    );
  });
}
