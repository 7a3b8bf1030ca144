package hotline.access;

/**
 * One thing wrong with one field of a request.
 *
 * @param field name of the field as the client wrote it, dotted and indexed for nested ones ({@code
 *     reporter.phone}, {@code items[2].code}); empty for the body as a whole
 * @param code stable kebab-case reason, such as {@code required}, {@code too-long}, {@code
 *     unknown-value}
 */
public record Violation(String field, String code, String zh, String en) {}
