"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useConnect } from "@/hooks/useConnect";

export type ConnectNoticeProps = {
  /** What connecting would show. */
  readonly children: ReactNode;
  /** A second way on, beside connecting. */
  readonly other?: ReactNode;
};

/** Nobody is connected: what the page would show, and the ways on. */
export function ConnectNotice({ children, other }: ConnectNoticeProps) {
  const { connect } = useConnect();
  return (
    <Notice
      level={2}
      title="No wallet is connected"
      action={
        <span className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={connect}>
            Connect wallet
          </Button>
          {other}
        </span>
      }
    >
      {children}
    </Notice>
  );
}
