package hotline.intake.knowledge;

/**
 * How an item stands after an act.
 *
 * @param publishedVersion null before the first is published
 * @param draftVersion null while nobody writes
 * @param revision what the next change names in {@code If-Match}
 */
public record KnowledgeRef(
    String code,
    KnowledgeStatus status,
    Integer publishedVersion,
    Integer draftVersion,
    long revision) {}
