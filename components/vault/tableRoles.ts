/**
 * The roles that table elements have anyway. Said again because the list lays them out as a grid, and a browser may then
 * take them for plain boxes (WebKit did for years).
 */
export const TABLE = "table";
export const ROW_GROUP = "rowgroup";
export const ROW = "row";
export const COLUMN_HEADER = "columnheader";
export const ROW_HEADER = "rowheader";
export const CELL = "cell";
