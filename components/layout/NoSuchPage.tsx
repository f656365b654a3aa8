import { buttonClass } from "@/components/ui/buttonClass";
import { Notice } from "@/components/ui/Notice";

/** What stands at an address that names nothing. Its link is a plain one: every page's first load carries the scripts of this. */
export function NoSuchPage() {
  return (
    <div className="mt-6">
      <Notice
        level={1}
        title="There is no page at this address"
        action={
          <a className={buttonClass("secondary", "md")} href="/vaults">
            Browse vaults
          </a>
        }
      >
        The link may be mistyped, or name a chain or a vault that this app does not know. Nothing happened to your
        funds.
      </Notice>
    </div>
  );
}
