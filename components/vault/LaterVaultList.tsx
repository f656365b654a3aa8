"use client";

import dynamic from "next/dynamic";
import { ListSkeleton } from "./ListSkeleton";

/** The list is sent whole by the server; the browser makes it live when the code of its numbers is there. */
export const LaterVaultList = dynamic(() => import("./VaultList").then((module) => module.VaultList), {
  loading: ListSkeleton,
});
