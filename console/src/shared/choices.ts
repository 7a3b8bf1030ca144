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
  'ANSWERED_DIRECT',
  'PENDING_DISPATCH',
  'DISPATCHED',
  'HANDLING',
  'PENDING_REVIEW',
  'PENDING_CALLBACK',
  'REHANDLING',
  'ON_HOLD',
  'CLOSED',
  'ARCHIVED',
  'REFUSED',
  'TRANSFERRED_OUT',
  'MERGED',
  'WITHDRAWN',
] as const;
export const CONTACT_RESULTS = ['REACHED', 'NO_ANSWER', 'REFUSED', 'WRONG_NUMBER', 'ON_SITE', 'NOT_POSSIBLE'] as const;
export const CONTACT_CHANNELS = ['PHONE', 'SMS', 'WECHAT', 'EMAIL', 'VISIT', 'OTHER'] as const;
export const CALLBACK_RESULTS = ['REACHED', 'NO_ANSWER', 'REFUSED', 'WRONG_PERSON'] as const;
export const REJECTIONS = ['OFF_TOPIC', 'PASSING_THE_BUCK', 'NOT_CONTACTED', 'LACK_OF_EVIDENCE', 'ATTITUDE'] as const;
export const REQUEST_KINDS = ['RETURN', 'EXTENSION', 'HOLD'] as const;
export const REQUEST_REASONS = {
  RETURN: ['NOT_OUR_DUTY', 'OTHER_AREA', 'WRONG_CATEGORY', 'SEVERAL_UNITS', 'DUPLICATE'],
  EXTENSION: ['COMPLEX', 'SEVERAL_UNITS', 'WORKS_IN_PROGRESS', 'WAITING_FOR_MATERIAL', 'FORCE_MAJEURE'],
  HOLD: ['LITIGATION', 'APPRAISAL', 'SEASON', 'FUNDS', 'CITIZEN'],
} as const;
export const REFUSALS = ['WITHIN_DUTIES', 'DESIGNATED', 'LACK_OF_BASIS', 'LACK_OF_EVIDENCE', 'CAN_BE_DONE_IN_TIME'] as const;
export const DISPUTE_GROUNDS = ['REPEATED_RETURNS', 'CROSSED_DUTIES'] as const;
export const STANCES = ['OURS', 'SHARED', 'NOT_OURS'] as const;
export const RULING_REACHES = ['NONE', 'CATEGORY', 'CATEGORY_AND_DISTRICT'] as const;
export const RECALLS = ['MISROUTED', 'DUTY_CHANGED', 'UNIT_UNAVAILABLE', 'RAISED', 'RESPONDENT'] as const;
export const MERGE_REASONS = ['SAME_PLACE', 'SAME_RESPONDENT'] as const;
export const UNMERGE_REASONS = ['OTHER_MATTER', 'OWN_ANSWER'] as const;
export const CASE_REFUSALS = [
  'OUTSIDE_AREA',
  'LEGAL_PROCEDURE',
  'AGAINST_LAW_OR_POLICY',
  'SECRETS_PRIVACY_MORALS',
  'NOT_TRUE',
  'BEYOND_REASON',
  'RULED_BY_HEARING',
  'ENDED_ALREADY',
  'FALSE_REPORT',
] as const;
export const EMERGENCIES = ['POLICE_110', 'FIRE_119', 'MEDICAL_120', 'TRAFFIC_122', 'PSYCHOLOGY_12356'] as const;
export const BODIES_OUTSIDE = ['MARKET_12315', 'PETITION', 'OTHER_CITY'] as const;
export const WITHDRAWALS = ['SOLVED_MEANWHILE', 'MISTAKE', 'NO_LONGER_WANTED'] as const;
export const REOPENINGS = ['CAME_BACK', 'NOT_AS_PROMISED', 'NEW_EVIDENCE', 'SPOT_CHECK'] as const;
export const EXCLUSIONS = [
  'OUTSIDE_AREA',
  'LEGAL_PROCEDURE',
  'AGAINST_LAW_OR_POLICY',
  'SECRETS_PRIVACY_MORALS',
  'NOT_TRUE',
  'BEYOND_REASON',
  'RULED_BY_HEARING',
  'FALSE_REPORT',
] as const;
export const APPEALS = ['OTHER_MATTER', 'OTHER_UNIT', 'CALLBACK_CONDUCT', 'RECORDED_WRONGLY'] as const;
export const LEGAL_HOLDS = ['LITIGATION', 'RECONSIDERATION', 'INVESTIGATION', 'AUDIT', 'PETITION_REVIEW'] as const;
export const ANSWERS = ['YES', 'NO', 'UNKNOWN'] as const;
export const SOLVED = ['YES', 'PARTLY', 'NO', 'NOT_BY_POLICY', 'UNKNOWN'] as const;
export const DISSATISFACTIONS = ['UNIT', 'POLICY', 'THIRD_PARTY', 'UNREASONABLE', 'OTHER'] as const;
export const SUPERVISION_LEVELS = ['NOTICE', 'YELLOW_CARD', 'RED_CARD'] as const;
export const SUPERVISION_REASONS = [
  'OVERDUE',
  'NOT_SIGNED',
  'REPEATED_URGES',
  'FAILED_ROUNDS',
  'FALSE_HANDLING',
  'PASSING_THE_BUCK',
  'OTHER',
] as const;
export const OWNERSHIP_REASONS = ['MASS', 'LEGACY', 'HARD'] as const;
export const MET = ['CITIZEN', 'REPRESENTATIVE', 'VILLAGE', 'HANDLING_UNIT', 'EXPERT', 'OTHER'] as const;
export const CASE_MARKS = ['MASS', 'SENSITIVE', 'HARD', 'LEGACY', 'ENTERPRISE'] as const;
export const NOTICE_GROUNDS = ['HARD', 'LEGACY', 'MASS', 'REPEATED', 'UNSTABLE'] as const;
export const NOTICE_DELIVERIES = ['IN_SYSTEM', 'BY_HAND', 'BY_POST'] as const;
export const MEASURES = ['CRITICISM', 'TALK'] as const;
/** Once a case has ended, nothing can be added, urged or withdrawn. */
export const KNOWLEDGE_REPORTS = ['WRONG', 'OUTDATED', 'INCOMPLETE', 'CONTRADICTS', 'OTHER'] as const;
export const CARE_NEEDS = ['ELDERLY_ALONE', 'DEAF', 'LANGUAGE', 'OTHER'] as const;
export const ENDED = ['CLOSED', 'WITHDRAWN', 'ARCHIVED', 'REFUSED'] as const;
/** Why an unfinished registration that was handed over is discarded. */
export const DISCARD_REASONS = ['REGISTERED', 'ADDED_TO_CASE', 'GIVEN_UP', 'NO_REQUEST', 'TOO_LITTLE_TOLD'] as const;
