/** Where the choice of the theme is kept in the browser. */
export const THEME_KEY = "ballast-theme";
