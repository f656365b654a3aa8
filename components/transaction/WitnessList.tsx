import { Icon } from "@/components/ui/Icon";
import { describeObjection } from "@/lib/format/describeNodes";
import type { Witnesses } from "@/lib/transaction/Witnesses";

/** Which nodes say what is shown: one alone, or how many of how many, and who says otherwise. */
export function WitnessList({ witnesses }: { readonly witnesses: Witnesses }) {
  return (
    <div className="grid gap-1 text-12 text-ink-2">
      <p>{agreedText(witnesses)}</p>
      {witnesses.others.map((objection) => (
        <p key={`${objection.host} ${objection.subject}`} className="flex items-center gap-1.5 text-warning">
          <Icon name="warning" small /> {describeObjection(objection)}
        </p>
      ))}
    </div>
  );
}

function agreedText({ configured, agreed }: Witnesses): string {
  if (configured === 1) return `One RPC node alone says so: ${agreed.join("")}.`;
  return `${agreed.length} of ${configured} RPC nodes say the same: ${agreed.join(", ")}.`;
}
