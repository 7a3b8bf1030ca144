/** One number of the report on a file, with its label. */
export interface FileNumber {
  name: string;
  label: string;
  count: number;
  good?: boolean;
  /** Something is wrong when it is not 0. */
  bad?: boolean;
}
