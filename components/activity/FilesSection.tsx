"use client";

import { Section } from "@/components/layout/Section";
import type { Held } from "@/components/transaction/requestRow";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { saveFile } from "@/components/ui/saveFile";
import type { CsvColumn } from "@/lib/format/csvText";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import {
  type ActivityFile,
  calendarFile,
  everythingFile,
  type FileInput,
  flowsFile,
  requestsFile,
  resultsFile,
} from "./activityFiles";
import { FLOW_COLUMNS, REQUEST_COLUMNS, RESULT_COLUMNS } from "./fileColumns";

type Props = FileInput & { readonly held: readonly Held[]; readonly now: UnixSeconds };

/** Everything on the page as files, made in the browser, with what each column is. */
export function FilesSection({ held, now, ...input }: Props) {
  const save = ({ name, text, type }: ActivityFile) => saveFile(name, text, type);
  return (
    <Section title="Take it with you">
      <p className="mb-3 text-13 text-ink-2">
        Made in your browser from what stands above. Amounts have every digit, times are UTC, empty means none or not
        known. The calendar has the settlement of each open request, and since when what is ready can be claimed.
      </p>
      <div className="mb-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => save(calendarFile(input, held, now))}>
          Calendar (.ics)
        </Button>
        <Button size="sm" onClick={() => save(requestsFile(input))}>
          Requests (CSV)
        </Button>
        <Button size="sm" onClick={() => save(flowsFile(input))}>
          Cash flows (CSV)
        </Button>
        <Button size="sm" onClick={() => save(resultsFile(input))}>
          Results (CSV)
        </Button>
        <Button size="sm" onClick={() => save(everythingFile(input))}>
          Everything (JSON)
        </Button>
      </div>
      <Columns file="requests" columns={REQUEST_COLUMNS} />
      <Columns file="cash flows" columns={FLOW_COLUMNS} />
      <Columns file="results" columns={RESULT_COLUMNS} />
    </Section>
  );
}

function Columns({
  file,
  columns,
}: {
  readonly file: string;
  readonly columns: readonly Pick<CsvColumn<never>, "name" | "meaning">[];
}) {
  return (
    <Disclosure summary={`Columns of the ${file}`}>
      <dl className="grid gap-x-6 gap-y-1 text-12 text-ink-2 md:grid-cols-[max-content_1fr]">
        {columns.map(({ name, meaning }) => (
          <div key={name} className="contents">
            <dt className="mono">{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
