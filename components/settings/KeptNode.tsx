import { Banner } from "@/components/ui/Banner";
import { Button } from "@/components/ui/Button";
import type { OwnNodeChoice } from "@/hooks/useOwnNode";
import { hostOf } from "./hostOf";

type Props = {
  readonly kept: NonNullable<OwnNodeChoice["kept"]>;
  readonly onForget: () => void;
  /** Asks for the permission to reach it again. */
  readonly onAgain: () => void;
};

/** The node that this browser reads from, by its host: the rest of the address often is a key. */
export function KeptNode({ kept, onForget, onAgain }: Props) {
  const forget = <Button onClick={onForget}>Forget this node</Button>;
  if (!kept.isReachable) {
    return (
      <Banner
        tone="warning"
        title={`This page may not reach ${hostOf(kept.url)}.`}
        action={
          <span className="flex flex-wrap gap-2">
            <Button onClick={onAgain}>Try it again</Button>
            {forget}
          </span>
        }
      >
        The browser has dropped the cookie that lets pages reach your node. Try it again to allow it, or forget it.
      </Banner>
    );
  }
  return (
    <div>
      <p className="mb-3 text-13 text-ink-2">
        <b className="mono font-medium text-ink">{hostOf(kept.url)}</b> is{" "}
        {kept.use === "alone" ? "the only node that this browser asks." : "asked before the app’s own nodes."}
      </p>
      {forget}
    </div>
  );
}
