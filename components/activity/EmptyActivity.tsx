import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

/** The address never did anything in a vault: why the page is empty, and one way on. */
export function EmptyActivity({ isOwn }: { readonly isOwn: boolean }) {
  return (
    <div className="mt-6">
      <Notice level={2} title="No activity yet" action={<ButtonLink href="/vaults">Browse vaults</ButtonLink>}>
        {isOwn ? "Your account" : "This address"} has asked for nothing in any vault and has never held a share. A
        deposit appears here as soon as it is in a block.
      </Notice>
    </div>
  );
}
