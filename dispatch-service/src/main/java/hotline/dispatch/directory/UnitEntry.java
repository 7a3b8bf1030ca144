package hotline.dispatch.directory;

/** What an administrator says about a unit; {@code active} absent means in service. */
public record UnitEntry(
    String code,
    String parentCode,
    String nameZh,
    String nameEn,
    String placeCode,
    Boolean active) {}
