import type { SpotCheckRow } from '../api/evaluation';

/** What is found on site, in the order of the form. */
export const FINDINGS = ['DONE', 'PARTLY', 'NOT_DONE', 'CANNOT_TELL'] as const;
/** Why a drawn case cannot be checked; that its case was reopened is nobody's to say. */
export const OBSTACLES = ['NOTHING_TO_SEE', 'SITE_CHANGED', 'NO_ACCESS', 'UNSAFE'] as const;
export const CHECK_TABS = ['check', 'mine', 'confirm', 'ended', 'failed'] as const;

/** What a spot check came to, as a key of its words; null while it is open. */
export function resultOf(row: Pick<SpotCheckRow, 'status' | 'finding' | 'obstacle'>): string | null {
  if (row.status === 'RECORDED') {
    return `spotcheck.finding.${row.finding}`;
  }
  return row.status === 'NOT_MADE' ? `spotcheck.obstacle.${row.obstacle}` : null;
}

/** Whether what the unit claims and what the citizen said cannot both be true. */
export function contradicts(claimed: boolean | null | undefined, said: string): boolean {
  return claimed === true && said === 'NO';
}
