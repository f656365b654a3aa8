import { ChoiceCards } from "@/components/ui/ChoiceCards";

/** By a signature inside the transaction, or by a transaction of its own before it. */
export type Allowance = "permit" | "approve";

type Props = { readonly value: Allowance; readonly onChange: (value: Allowance) => void };

/** How the router may take the amount: exactly that much, once, either way. */
export function AllowanceChoice({ value, onChange }: Props) {
  return (
    <div className="mt-3 mb-4">
      <ChoiceCards
        label="How the router may take the amount"
        options={[
          { value: "permit", label: "Permit", note: "1 signature, 1 transaction" },
          { value: "approve", label: "Approve", note: "2 transactions" },
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
