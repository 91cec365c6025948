import type { Grid } from './grid.ts';

/** One sheet of a workbook, with the rows read from it. */
export interface Sheet {
  name: string;
  grid: Grid;
  isHidden: boolean;
  /** False for a sheet that cannot be read, or past the number of sheets that are looked at. */
  isRead: boolean;
}
