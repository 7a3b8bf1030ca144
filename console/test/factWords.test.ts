import { describe, expect, it } from 'vitest';
import { factWords, unitOf } from '../src/shared/factWords';

const t = (key: string, named?: Record<string, unknown>) =>
  `${key}${named ? ` ${Object.values(named).join(' ')}` : ''}`;

describe('what a fact says without being opened', () => {
  it.each([
    [
      'hotline.deadline.missed.v1',
      { deadline: 'REPLY', dueAt: '2026-10-20T08:30:00Z' },
      'timekeeping.dueAt timekeeping.limited.REPLY 2026-10-20 16:30',
    ],
    ['hotline.assignment.held.v1', { resumeAt: '2026-10-12T01:00:00Z' }, 'request.until 2026-10-12 09:00'],
    ['hotline.assignment.extended.v1', { workDays: 3 }, 'request.days 3'],
    ['hotline.supervision.opened.v1', { level: 'RED_CARD', orderNo: 'DB2026-0003' }, 'supervision.levels.RED_CARD DB2026-0003'],
    [
      'hotline.case.answered-direct.v1',
      { unitId: 'center', knowledgeItem: 'KB-0123', knowledgeVersion: '7' },
      'directAnswer.knowledge KB-0123 7',
    ],
    ['hotline.case.answered-direct.v1', { unitId: 'center' }, null],
    ['hotline.case.excluded.v1', { reason: 'NOT_TRUE' }, 'scoring.exclusionReason.NOT_TRUE'],
    ['hotline.appeal.upheld.v1', { reason: 'OTHER_UNIT' }, 'scoring.appealGround.OTHER_UNIT'],
    [
      'hotline.case.archived.v1',
      { retentionYears: 10, retentionUntil: '2036-12-31T16:00:00Z' },
      'archive.kept 10 2036-12-31',
    ],
    ['hotline.legal-hold.placed.v1', { reason: 'AUDIT' }, 'archive.holdReason.AUDIT'],
    ['hotline.spotcheck.recorded.v1', { finding: 'NOT_DONE' }, 'spotcheck.finding.NOT_DONE'],
    ['hotline.spotcheck.not-made.v1', { reason: 'NO_ACCESS' }, 'spotcheck.obstacle.NO_ACCESS'],
    ['hotline.spotcheck.drawn.v1', { basis: 'WEIGHTED' }, 'spotcheck.basis.WEIGHTED'],
    ['hotline.spotcheck.drawn.v1', { basis: 'PROPORTIONAL' }, null],
    ['hotline.evaluation.recorded.v1', { via: 'SELF_SERVICE', solved: 'YES' }, 'ratedVia.SELF_SERVICE'],
    ['hotline.case.rated.v1', { solved: 'NO', satisfied: 'NO' }, 'solved.NO · question.satisfied answer.NO'],
    ['hotline.case.refused.v1', { reason: 'NOT_TRUE' }, 'caseRefusal.reasons.NOT_TRUE'],
    ['hotline.case.split.v1', { splitInto: ['c2'], newCases: 1 }, 'split.said 1'],
    ['hotline.case.corrected.v1', { fields: ['KIND', 'TITLE'] }, 'correction.field.KIND、correction.field.TITLE'],
    ['hotline.case.merged.v1', { reason: 'SAME_PLACE' }, 'merging.reason.SAME_PLACE'],
    ['hotline.case.merged.v1', { reason: 'SAME_PLACE', incidentId: '0199-7' }, 'merging.ofIncident'],
    ['hotline.case.unmerged.v1', { reason: 'MAIN_ENDED' }, 'merging.unmergeReason.MAIN_ENDED'],
    ['hotline.case.registered.v1', { kind: 'HELP' }, null],
    ['hotline.case.registered.v1', null, null],
  ])('%s', (type, data, words) => {
    expect(factWords({ type, data }, t)).toBe(words);
  });

  it('names the unit that a fact of the system is about', () => {
    expect(unitOf({ type: 'x', data: { unitId: 'cg' } })).toBe('cg');
    expect(unitOf({ type: 'x', data: {} })).toBeNull();
  });
});
