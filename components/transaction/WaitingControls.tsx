import { Button } from "@/components/ui/Button";
import type { ReplacementControl } from "@/hooks/useReplacement";
import { codeSentence } from "@/lib/format/codeSentence";
import type { Replacement } from "@/lib/transaction/TransactionEvent";

type Props = {
  readonly control: ReplacementControl;
  /** The number that the wallet must show for the one that takes its place. */
  readonly nonce: number;
};

/** Speed up, or cancel, a transaction that waits; and what to look for in the wallet, because one with another number would not take its place. */
export function WaitingControls({ control, nonce }: Props) {
  const { replace, asking, failure } = control;
  const busy = (kind: Replacement) => (asking === kind ? "Waiting for your wallet" : undefined);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={() => replace("speedUp")} busy={busy("speedUp")}>
        Speed up
      </Button>
      <Button size="sm" onClick={() => replace("cancel")} busy={busy("cancel")}>
        Cancel it
      </Button>
      <span role="status">
        {failure === null ? `Your wallet must show number ${nonce} for it.` : codeSentence(failure)}
      </span>
    </span>
  );
}
