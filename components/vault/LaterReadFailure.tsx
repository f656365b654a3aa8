"use client";

import dynamic from "next/dynamic";

/** What is said when the chain does not answer: seldom needed. */
export const LaterReadFailure = dynamic(() => import("./ReadFailure").then((module) => module.ReadFailure), {
  ssr: false,
  loading: () => null,
});
