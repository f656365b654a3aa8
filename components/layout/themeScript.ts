import { THEME_KEY } from "@/hooks/themeKey";

/**
 * Runs before the first paint: the stored choice, else light for who asks the browser for light, else dark.
 * A browser that refuses storage gets what it prefers.
 */
export const THEME_SCRIPT = `(function(){var t;try{t=localStorage.getItem("${THEME_KEY}")}catch(e){}if(t!=="light"&&t!=="dark")t=matchMedia("(prefers-color-scheme: light)").matches?"light":"dark";document.documentElement.dataset.theme=t})()`;
