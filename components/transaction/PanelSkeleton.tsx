import { Panel } from "@/components/ui/Panel";
import { Skeleton } from "@/components/ui/Skeleton";

/** A form's panel of its usual height, while its code or its vault is loaded; without scripts it says that none comes. */
export function PanelSkeleton() {
  return (
    <Panel>
      <div className="panel-body grid h-[620px] content-start gap-4">
        <noscript>
          <p className="text-13 text-ink-2">
            Your wallet signs deposits and withdrawals in this page, which needs scripts.
          </p>
        </noscript>
        <Skeleton className="h-11 w-full" />
        <Skeleton className="h-[88px] w-full" />
        <Skeleton className="h-14 w-full" />
        <Skeleton className="h-44 w-full" />
        <Skeleton className="h-11 w-full" />
      </div>
    </Panel>
  );
}
