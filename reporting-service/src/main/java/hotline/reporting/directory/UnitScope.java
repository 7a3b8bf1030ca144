package hotline.reporting.directory;

/**
 * The units whose numbers are asked for: one with all below it, or everything.
 *
 * @param code the unit that was asked for; null for everything that the asker may see
 * @param path subtree to count; null for the whole city
 */
public record UnitScope(String code, String name, String path) {}
