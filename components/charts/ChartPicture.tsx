"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { saveChartPicture } from "./saveChartPicture";

export type ChartPictureProps = {
  readonly children: ReactNode;
  /** Of the file, without its ending. */
  readonly name: string;
  /** What is saved, for who hears the button: "loss distribution". */
  readonly subject: string;
};

/** A chart that can be saved as a picture. */
export function ChartPicture({ children, name, subject }: ChartPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame}>
      {children}
      <div className="print:hidden mt-1 text-right">
        <Button
          size="sm"
          variant="ghost"
          ariaLabel={`Save the ${subject} as a picture`}
          onClick={() => {
            const chart = frame.current?.querySelector("svg");
            // A browser that cannot draw it saves nothing; the page is as it was.
            if (chart) saveChartPicture(chart, `${name}.png`).catch(() => undefined);
          }}
        >
          Save picture
        </Button>
      </div>
    </div>
  );
}
