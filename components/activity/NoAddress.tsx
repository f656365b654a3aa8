import { PageHeading } from "@/components/layout/PageHeading";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Notice } from "@/components/ui/Notice";

/** The link names no address: what one looks like, and the way on. */
export function NoAddress() {
  return (
    <>
      <PageHeading title="Activity of an address" />
      <Notice
        level={2}
        title="The link names no address"
        action={<ButtonLink href="/activity">Look at an address</ButtonLink>}
      >
        An address is 0x and 40 digits from 0 to f. Perhaps the link was cut off.
      </Notice>
    </>
  );
}
