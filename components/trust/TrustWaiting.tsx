import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { LaterReadFailure } from "@/components/vault/LaterReadFailure";

type Props = { readonly error: Error | null; readonly onRetry: () => void };

/** Before the chain has said who may do what, or when it does not answer. */
export function TrustWaiting({ error, onRetry }: Props) {
  if (error) return <LaterReadFailure error={error} level={1} onRetry={onRetry} />;
  return (
    <div className="pt-8">
      <SkeletonRows count={6} label="Reading roles and limits from the chain" />
    </div>
  );
}
