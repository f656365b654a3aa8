"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { FieldMessage } from "@/components/ui/FieldMessage";
import { saveFile } from "@/components/ui/saveFile";
import { describeMandateFault } from "@/lib/format/describeMandate";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import { mandateText, parseMandate } from "@/lib/risk/mandate/mandateFile";

type Props = {
  /** Null: there is nothing to save. */
  readonly mandate: Mandate | null;
  readonly onOpen: (mandate: Mandate) => void;
};

/** More bytes than a file of limits has: such a file is not even read. */
const MOST_BYTES = 40_000;

/** Limits as a file, to keep elsewhere or hand on, and back. It names no address. */
export function MandateFile({ mandate, onOpen }: Props) {
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const open = async (file: File) => {
    const parsed = parseMandate(await textOf(file));
    setFault(parsed.ok ? undefined : describeMandateFault(parsed.fault));
    if (parsed.ok) onOpen(parsed.mandate);
  };
  return (
    <div className="grid gap-2 print:hidden">
      <div className="flex flex-wrap gap-3">
        <Button
          size="sm"
          reason={mandate === null ? "No limit is set" : undefined}
          reasonAs="label"
          onClick={() => {
            if (mandate !== null) saveFile("ballast-limits.json", mandateText(mandate));
          }}
        >
          Save as file
        </Button>
        <Button size="sm" onClick={() => input.current?.click()}>
          Open file
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept="application/json,.json"
          aria-label="File of limits"
          aria-describedby={fault === undefined ? undefined : `${id}-note`}
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file) void open(file);
          }}
        />
      </div>
      <FieldMessage id={`${id}-note`} error={fault} hint="The file holds the limits alone, and no address." />
    </div>
  );
}

/** What is too long, or cannot be read, is no file of limits: the parser says so. */
async function textOf(file: File): Promise<string> {
  return file.size > MOST_BYTES ? " ".repeat(MOST_BYTES) : file.text().catch(() => "");
}
