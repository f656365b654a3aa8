import { Section } from "@/components/layout/Section";
import { AddressText } from "@/components/ui/AddressText";
import { classNames } from "@/components/ui/classNames";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Tag } from "@/components/ui/Tag";
import type { DeploymentAudit } from "./DeploymentAudit";
import { type CodeVerdict, publishedText, type SourceRow } from "./sourceRows";

type Props = { readonly rows: readonly SourceRow[]; readonly audits: readonly DeploymentAudit[] };

/** The contracts by address, whether the deployment says where their source is, and who has reviewed it. */
export function SourcesSection({ rows, audits }: Props) {
  return (
    <Section title="Contracts and their source" aside={publishedText(rows)}>
      <DataTable
        caption="Contracts"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ name, address }) => `${name} ${address}`}
        narrow="fit"
      />
      <div id="audits" className="mt-6">
        <h3 className="mb-2 text-13 font-medium">Audits</h3>
        <Audits audits={audits} />
      </div>
    </Section>
  );
}

function Audits({ audits }: Pick<Props, "audits">) {
  if (audits.length === 0) {
    return (
      <p className="text-13 text-ink-2">
        <Tag tone="warning" icon="warning">
          Not audited
        </Tag>{" "}
        The deployment names no report: nobody outside has reviewed these contracts.
      </p>
    );
  }
  return (
    <ul className="grid gap-2 text-13">
      {audits.map(({ title, url }) => (
        <li key={url}>
          <Outside href={url}>{title}</Outside>
        </li>
      ))}
    </ul>
  );
}

const COLUMNS: readonly Column<SourceRow>[] = [
  { key: "name", head: "Contract", rowHeader: true, cell: ({ name }) => name },
  { key: "address", head: "Address", cell: ({ address }) => <AddressText address={address} /> },
  {
    key: "source",
    head: "Source and code",
    align: "right",
    cell: ({ url, code }) => (
      <>
        {url === null ? (
          <span className="text-ink-2">Not verified</span>
        ) : (
          <Outside href={url}>Source published, says the deployment</Outside>
        )}
        <span className={classNames("block text-12", CODE_TONES[code])}>{CODE_TEXTS[code]}</span>
      </>
    ),
  },
];

const CODE_TEXTS: Readonly<Record<CodeVerdict, string>> = {
  unread: "Code not looked at yet",
  unpublished: "No code published",
  asPublished: "Code as published",
  differs: "Other code than published",
};

const CODE_TONES: Readonly<Record<CodeVerdict, string>> = {
  unread: "text-ink-3",
  unpublished: "text-ink-3",
  asPublished: "text-profit",
  differs: "text-loss",
};

function Outside({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className="link" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
