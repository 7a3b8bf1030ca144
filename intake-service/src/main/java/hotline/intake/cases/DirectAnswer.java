package hotline.intake.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the centre answered at once (直接答复).
 *
 * @param text as the citizen reads it, masked like the texts of the case
 * @param knowledgeItem code of the item of knowledge that it was taken from; null for none
 * @param knowledgeVersion the version of that item, as it was given
 */
@Embeddable
public record DirectAnswer(
    @Column(name = "answered_at") Instant answeredAt,
    @Column(name = "answered_by") String answeredBy,
    @Column(name = "direct_answer") String text,
    String knowledgeItem,
    String knowledgeVersion) {}
