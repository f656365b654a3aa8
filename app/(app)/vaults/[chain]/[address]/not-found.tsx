import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

/** An address that is no vault of this deployment. */
export default function NoSuchVault() {
  return (
    <Notice title="There is no such vault" level={1} action={<ButtonLink href="/vaults">See all vaults</ButtonLink>}>
      Ballast lists no vault at this address on this chain. Check the link; do not send anything to the address.
    </Notice>
  );
}
