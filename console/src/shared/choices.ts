/** The values of the lifecycle's enums that a person chooses from, in the order of the forms. */
export const KINDS = ['CONSULTATION', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'PRAISE', 'OTHER'] as const;
export const URGENCIES = ['NORMAL', 'URGENT', 'CRITICAL'] as const;
export const CHANNELS = [
  'PHONE',
  'WEB',
  'WECHAT',
  'APP',
  'SMS',
  'VISIT',
  'LETTER',
  'LEADER_MAILBOX',
  'UPSTREAM',
  'PEOPLE_CN',
  'GRID_PATROL',
  'POLICE_110',
  'DEPUTY',
  'MEDIA',
] as const;
export const CASE_STATUSES = [
  'REGISTERED',
  'PENDING_DISPATCH',
  'DISPATCHED',
  'HANDLING',
  'PENDING_REVIEW',
  'PENDING_CALLBACK',
  'REHANDLING',
  'CLOSED',
  'WITHDRAWN',
] as const;
export const CONTACT_RESULTS = ['REACHED', 'NO_ANSWER', 'REFUSED', 'WRONG_NUMBER', 'ON_SITE'] as const;
export const CONTACT_CHANNELS = ['PHONE', 'SMS', 'WECHAT', 'EMAIL', 'VISIT', 'OTHER'] as const;
export const CALLBACK_RESULTS = ['REACHED', 'NO_ANSWER', 'REFUSED', 'WRONG_PERSON'] as const;
export const REJECTIONS = ['OFF_TOPIC', 'PASSING_THE_BUCK', 'NOT_CONTACTED', 'LACK_OF_EVIDENCE', 'ATTITUDE'] as const;
export const WITHDRAWALS = ['SOLVED_MEANWHILE', 'MISTAKE', 'NO_LONGER_WANTED'] as const;
export const ANSWERS = ['YES', 'NO', 'UNKNOWN'] as const;
export const SOLVED = ['YES', 'PARTLY', 'NO', 'NOT_BY_POLICY', 'UNKNOWN'] as const;
export const DISSATISFACTIONS = ['UNIT', 'POLICY', 'THIRD_PARTY', 'UNREASONABLE', 'OTHER'] as const;
/** Once a case has ended, nothing can be added, urged or withdrawn. */
export const ENDED = ['CLOSED', 'WITHDRAWN', 'ARCHIVED', 'MERGED', 'REFUSED'] as const;
