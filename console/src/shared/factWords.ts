import { language } from '../i18n';
import { dateTime, lastDay, listed } from './format';
import { unitName } from './reference';

type Translate = (key: string, named?: Record<string, unknown>) => string;
type Fact = { type: string; data: unknown };

/** What of a fact is read without opening its details: which clock, to whom, until when. Null for none. */
export function factWords(fact: Fact, t: Translate): string | null {
  const data = (fact.data ?? {}) as Record<string, string | number | null | undefined>;
  const time = (name: string) => dateTime(String(data[name]));
  switch (fact.type) {
    case 'hotline.deadline.moved.v1':
      return t('timekeeping.sentence', { clock: clockOf(data, t), before: time('dueBefore'), after: time('dueAt') });
    case 'hotline.deadline.approaching.v1':
    case 'hotline.deadline.missed.v1':
      return t('timekeeping.dueAt', { clock: clockOf(data, t), at: time('dueAt') });
    case 'hotline.case.marked.v1':
      return t('marks.changed', { before: marks(data.marksBefore, t), after: marks(data.marks, t) });
    case 'hotline.case.answered-direct.v1':
      return data.knowledgeItem
        ? t('directAnswer.knowledge', { item: data.knowledgeItem, version: data.knowledgeVersion ?? '' })
        : null;
    case 'hotline.case.refused.v1':
      return t(`caseRefusal.reasons.${data.reason}`);
    case 'hotline.case.transferred-out.v1':
    case 'hotline.case.transfer-acknowledged.v1':
    case 'hotline.case.transfer-declined.v1':
      return t(`caseTransfer.target.${data.target}`);
    case 'hotline.case.corrected.v1':
      return corrected(data.fields, t);
    case 'hotline.case.split.v1':
      return t('split.said', { count: data.newCases });
    case 'hotline.screening.moved.v1':
      return t('timekeeping.sentence', { clock: t('deadline.SCREENING'), before: time('dueBefore'), after: time('screenDue') });
    case 'hotline.screening.approaching.v1':
    case 'hotline.screening.missed.v1':
      return t('timekeeping.dueAt', { clock: t('deadline.SCREENING'), at: time('screenDue') });
    case 'hotline.callback.moved.v1':
      return t('timekeeping.sentence', { clock: t('deadline.CALLBACK'), before: time('dueBefore'), after: time('callbackDue') });
    case 'hotline.supervision.moved.v1':
      return t('timekeeping.sentence', { clock: t('life.kind.RECTIFICATION'), before: time('dueBefore'), after: time('dueAt') });
    case 'hotline.instruction.moved.v1':
      return t('timekeeping.sentence', { clock: t('life.kind.INSTRUCTION'), before: time('dueBefore'), after: time('dueAt') });
    case 'hotline.centre.approaching.v1':
    case 'hotline.centre.missed.v1':
      return t('timekeeping.dueAt', { clock: t(`life.kind.${data.duty}`), at: time('dueAt') });
    case 'hotline.callback.approaching.v1':
    case 'hotline.callback.missed.v1':
      return t('timekeeping.dueAt', { clock: t('deadline.CALLBACK'), at: time('callbackDue') });
    case 'hotline.case.escalated.v1':
      return t('timeline.escalated', {
        cause: t(`supervision.escalation.${data.cause}`),
        unit: unitName(String(data.toUnitId)),
        rule: data.ruleId,
      });
    case 'hotline.supervision.opened.v1':
      return `${t(`supervision.levels.${data.level}`)} ${data.orderNo}`;
    case 'hotline.supervision.overdue.v1':
      return t(`supervision.levels.${data.level}`);
    case 'hotline.assignment.sub-dispatched.v1':
      return t('parts.said', { unit: unitName(String(data.partUnitId)), time: time('replyDue') });
    case 'hotline.assignment.sub-dispatch-ended.v1':
      return t(`assignmentStatus.${data.backTo}`);
    case 'hotline.assignment.deemed-accepted.v1':
      return t('request.until', { time: time('returnUntil') });
    case 'hotline.assignment.endorsement-requested.v1':
      return `${t(`endorsement.act.${data.act}`)} · ${t('endorsement.by', { time: time('endorseBy') })}`;
    case 'hotline.assignment.endorsement-ended.v1':
      return `${t(`endorsement.act.${data.act}`)} · ${t(`endorsement.outcome.${data.endorsement}`)}`;
    case 'hotline.assignment.cancelled.v1':
      return data.reason ? t(`caseTransfer.cancelled.${data.reason}`) : null;
    case 'hotline.assignment.held.v1':
      return t('request.until', { time: time('resumeAt') });
    case 'hotline.assignment.extended.v1':
      return t('request.days', { days: data.workDays });
    case 'hotline.dispute.opened.v1':
      return `${t(`dispute.grounds.${data.ground}`)} · ${t('dispute.interim', { unit: unitName(String(data.unitId)) })}`;
    case 'hotline.dispute.opinion-stated.v1':
      return t(`dispute.stances.${data.stance}`);
    case 'hotline.dispute.ruled.v1':
      return t('dispute.leads', { unit: unitName(String(data.leadUnitId)) });
    case 'hotline.case.rated.v1':
      return `${t(`solved.${data.solved}`)} · ${t('question.satisfied')} ${t(`answer.${data.satisfied}`)}`;
    case 'hotline.evaluation.recorded.v1':
      return t(`ratedVia.${data.via}`);
    case 'hotline.case.reopen-requested.v1':
    case 'hotline.case.reopened.v1':
      return t('reopening.said', { reason: t(`reopenReason.${data.reason}`), by: t(`reopening.by.${data.by}`) });
    case 'hotline.case.exclusion-requested.v1':
    case 'hotline.case.excluded.v1':
    case 'hotline.case.exclusion-refused.v1':
      return t(`scoring.exclusionReason.${data.reason}`);
    case 'hotline.appeal.filed.v1':
    case 'hotline.appeal.upheld.v1':
    case 'hotline.appeal.dismissed.v1':
      return t(`scoring.appealGround.${data.reason}`);
    case 'hotline.case.archived.v1':
      return t('archive.kept', { years: data.retentionYears, date: lastDay(data.retentionUntil) });
    case 'hotline.legal-hold.placed.v1':
    case 'hotline.legal-hold.lifted.v1':
      return t(`archive.holdReason.${data.reason}`);
    case 'hotline.spotcheck.drawn.v1':
      return data.basis === 'PROPORTIONAL' ? null : t(`spotcheck.basis.${data.basis}`);
    case 'hotline.spotcheck.recorded.v1':
      return t(`spotcheck.finding.${data.finding}`);
    case 'hotline.spotcheck.not-made.v1':
      return t(`spotcheck.obstacle.${data.reason}`);
    case 'hotline.case.merged.v1':
      return t(data.incidentId ? 'merging.ofIncident' : `merging.reason.${data.reason}`);
    case 'hotline.case.unmerged.v1':
      return t(`merging.unmergeReason.${data.reason}`);
    case 'hotline.assignment.reply-rejected.v1':
      return t(`rejection.${data.reason}`);
    default:
      return null;
  }
}

function marks(of: unknown, t: Translate): string {
  const all = Array.isArray(of) ? of : [];
  return all.length === 0 ? t('marks.none') : all.map((one) => t(`marks.of.${one}`)).join(' ');
}

function corrected(of: unknown, t: Translate): string | null {
  return Array.isArray(of) ? listed(of.map((one) => t(`correction.field.${one}`)), language.value) : null;
}

function clockOf(data: Record<string, unknown>, t: Translate): string {
  return t(`timekeeping.limited.${data.deadline}`);
}

/** The unit that a fact of the system is about. */
export function unitOf(fact: Fact): string | null {
  const unit = ((fact.data ?? {}) as { unitId?: unknown }).unitId;
  return typeof unit === 'string' ? unit : null;
}
