import { readFileSync } from "node:fs";
import { target } from "@/lib/chain/target";

export const planted = [readFileSync, target];
