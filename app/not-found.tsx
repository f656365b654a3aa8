import type { Metadata } from "next";
import { Main } from "@/components/layout/Main";
import { NoSuchPage } from "@/components/layout/NoSuchPage";
import { PlainTopBar } from "@/components/layout/PlainTopBar";

export const metadata: Metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <>
      <PlainTopBar />
      <Main>
        <NoSuchPage />
      </Main>
    </>
  );
}
