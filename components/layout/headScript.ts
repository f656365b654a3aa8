import { THEME_KEY } from "@/hooks/themeKey";
import { EARLY_KEYS } from "./earlyKeys";

/** The stored choice, else light for who asks the browser for light, else dark. A browser that refuses storage gets what it prefers. */
const THEME = `var t;try{t=localStorage.getItem("${THEME_KEY}")}catch(e){}if(t!=="light"&&t!=="dark")t=matchMedia("(prefers-color-scheme: light)").matches?"light":"dark";document.documentElement.dataset.theme=t`;

/** Keeps the last two presses until the code that hears keys is there: as many as the longest shortcut has. */
const KEYS = `var k=window.${EARLY_KEYS}=[];k.hear=function(e){k.push(e);k.length>2&&k.shift()};document.addEventListener("keydown",k.hear)`;

/** Runs before the first paint: chooses the theme, and begins to hear keys. */
export const HEAD_SCRIPT = `(function(){${THEME};${KEYS}})()`;
