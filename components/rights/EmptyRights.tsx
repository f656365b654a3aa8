import { Notice } from "@/components/ui/Notice";

/** Nobody may do anything: why the page is empty, and when it would not be. */
export function EmptyRights() {
  return (
    <div className="mt-6">
      <Notice level={2} title="No permission stands">
        Nobody may take tokens from this address through Ballast, move its shares, or act for it in a vault. A deposit
        asks for an allowance of its exact amount and uses it up.
      </Notice>
    </div>
  );
}
