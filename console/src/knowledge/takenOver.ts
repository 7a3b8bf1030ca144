import { ElMessage } from 'element-plus';
import { useI18n } from 'vue-i18n';
import type { KnowledgeHit } from '../api/knowledge';
import type { AnswerDraft } from '../desk/directAnswer';
import { takenOver } from './knowledgeForm';

/** Takes an answer over into the form of a direct answer, with the item and the version that are read out. */
export function useTakenOver(form: AnswerDraft, then: () => unknown = () => undefined): (hit: KnowledgeHit) => void {
  const { t } = useI18n();
  let before: string | null = null;
  return (hit) => {
    form.answer = takenOver(form.answer, before, hit.answer);
    form.knowledgeItem = hit.code;
    form.knowledgeVersion = String(hit.version);
    before = hit.answer;
    then();
    ElMessage.success(t('knowledge.taken', { title: hit.title }));
  };
}
